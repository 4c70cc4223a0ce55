import { chooseMeeting } from '../../meetings/linking.ts';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { notFound } from '../errors.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import { open } from './open.ts';
import { listOwn, readOwn } from './own.ts';
import { reply } from './reply.ts';
import { send, type Sending } from './send.ts';
import { sentTo } from './sent-to.ts';
import type { MeetingView } from './views.ts';

/** Where a statement would go if it were sent now. */
export type Destination =
	| { readonly outcome: 'link'; readonly meeting: MeetingView }
	| { readonly outcome: 'ask'; readonly meetings: readonly MeetingView[] }
	| { readonly outcome: 'wait' };

export type Statements = ReturnType<typeof createStatements>;

export function createStatements(core: Core, sending: Sending) {
	const { read } = core.database;
	return {
		send: (actor: Actor, input: Parameters<typeof send>[3]) => send(core, sending, actor, input),
		meetingsFor: (actor: Actor, formId: string) => meetingsFor(core, sending, actor, formId),
		listOwn: (actor: Actor) => listOwn(core, read, actor),
		readOwn: (actor: Actor, statementId: string) => readOwn(core, actor, statementId),
		open: (actor: Actor, statementId: string) => open(core, actor, statementId),
		reply: (actor: Actor, input: Parameters<typeof reply>[2]) => reply(core, actor, input),
		sentTo: (actor: Actor) => sentTo(core, read, actor)
	};
}

/** What to tell, or to ask, before sending. */
async function meetingsFor(
	core: Core,
	{ formOf }: Sending,
	actor: Actor,
	formId: string
): Promise<Destination> {
	demandOwn('statement.send', actor);
	const form = formOf(formId);
	if (!form) throw notFound();
	if (!form.meetings) return { outcome: 'wait' };
	const { read } = core.database;
	const now = core.now();
	const choice = chooseMeeting(form.meetings, await meetingsOf(read, actor.id), now);
	if (choice.outcome === 'wait') return { outcome: 'wait' };
	const meetings = choice.outcome === 'link' ? [choice.meeting] : choice.meetings;
	const chairs = meetings.flatMap(({ chairId }) => chairId ?? []);
	const staff = await staffByIds(core, read, chairs);
	const [first, ...others] = meetings.map((meeting) => meetingView(meeting, staff, now));
	if (!first) return { outcome: 'wait' };
	return choice.outcome === 'link'
		? { outcome: 'link', meeting: first }
		: { outcome: 'ask', meetings: [first, ...others] };
}
