import { chooseMeeting } from '../../meetings/linking.ts';
import { demandOfStaff, demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readerOf, type Reader } from '../drafts/reader.ts';
import { notFound } from '../errors.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import { add } from './add.ts';
import { open } from './open.ts';
import { listOwn, readOwn } from './own.ts';
import { readyReplyChoices, type ReadyReplyChoice } from './ready-replies.ts';
import { reply } from './reply.ts';
import { send, type Sending } from './send.ts';
import { sentTo } from './sent-to.ts';
import { takeBack } from './take-back.ts';
import type { MeetingView } from './views.ts';

/** Where a statement would go if it were sent now. */
export type Destination =
	| { readonly outcome: 'link'; readonly meeting: MeetingView }
	| { readonly outcome: 'ask'; readonly meetings: readonly MeetingView[] }
	| { readonly outcome: 'wait' }
	/** For no meeting: to whoever gets it first, or null while there is nobody. */
	| { readonly outcome: 'straight'; readonly to: Reader | null };

export type Statements = ReturnType<typeof createStatements>;

export function createStatements(core: Core, sending: Sending) {
	const { read } = core.database;
	return {
		send: (actor: Actor, input: Parameters<typeof send>[3]) => send(core, sending, actor, input),
		meetingsFor: (actor: Actor, formId: string) => meetingsFor(core, sending, actor, formId),
		listOwn: (actor: Actor) => listOwn(core, read, actor),
		readOwn: (actor: Actor, statementId: string) => readOwn(core, actor, statementId),
		open: (actor: Actor, statementId: string) => open(core, actor, statementId, sending.translator),
		/** Has back what nobody has opened, as a draft. */
		takeBack: (actor: Actor, statementId: string) => takeBack(core, actor, statementId),
		/** Says more to what was sent. */
		add: (actor: Actor, input: Parameters<typeof add>[2]) => add(core, actor, input),
		reply: (actor: Actor, input: Parameters<typeof reply>[2]) => reply(core, actor, input),
		/** What can be answered in two taps. */
		async readyReplies(actor: Actor): Promise<ReadyReplyChoice[]> {
			demandOfStaff('desk.open', actor);
			return readyReplyChoices(read);
		},
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
	if (!form || form.goesTo === 'kept') throw notFound();
	if (actor.only && actor.only.formId !== formId) throw notFound();
	const { read } = core.database;
	if (!form.meetings)
		return { outcome: 'straight', to: await readerOf(core, read, actor.id, form) };
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
