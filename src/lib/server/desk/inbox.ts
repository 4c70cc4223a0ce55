import type { Form } from '../../forms/definition.ts';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import { addWorkingDays } from '../../meetings/working-days.ts';
import { actsFor, demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries } from '../db/database.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { noticesOf } from '../notices/notices.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { alertsFor } from '../safety/safety.ts';
import type { InboxRow, InboxView } from '../statements/views.ts';
import {
	chairedMeetings,
	nextAfter,
	overdueMeetings,
	type ChairedMeeting
} from './chaired-meetings.ts';
import {
	deliveredStatements,
	draftsOf,
	linkedStatements,
	waitingStatements,
	type InboxStatement
} from './inbox-statements.ts';

const DAY_MS = 86_400_000;
/** How much time one page of the inbox covers. */
const PAGE_DAYS = 60;

/**
 * What an officer has before them: alerts, then the meetings they chair, soonest first, each young person with what
 * came in. On top stand meetings that are over by date, are not closed and have a statement: nothing drops out of
 * sight. In a number of queries that does not grow with the caseload, and without opening anybody's words.
 * @param page where the page begins, as `nextPage` of the one before said
 */
export async function inbox(
	core: Core,
	queries: Queries,
	forms: readonly Form[],
	actor: Actor,
	page?: string
): Promise<InboxView> {
	demandOfStaff('inbox.see', actor);
	const acting = actsFor(actor);
	const now = core.now();
	const today = londonMidnight(londonDate(now));
	const from = startOf(page, today);
	const first = from === today;
	const until = from + PAGE_DAYS * DAY_MS;

	const chaired = [
		...(first ? await overdueMeetings(queries, acting, today) : []),
		...(await chairedMeetings(queries, acting, from, until))
	];
	const meetingIds = chaired.map(({ id }) => id);
	const linked = await linkedStatements(queries, actor.id, meetingIds);
	const waiting = first ? await waitingStatements(queries, actor) : [];
	const recently = now - PAGE_DAYS * DAY_MS;
	const delivered = first ? await deliveredStatements(queries, actor, recently) : [];
	const begun = await draftsOf(
		queries,
		chaired.map(({ youngPersonId }) => youngPersonId)
	);
	const people = await youngPeopleByIds(core, queries, [
		...chaired.map(({ youngPersonId }) => youngPersonId),
		...[...waiting, ...delivered].map(({ youngPersonId }) => youngPersonId)
	]);
	const staff = await staffByIds(core, queries, acting);
	const limits = await readLimits(queries);
	const near = addWorkingDays(londonDate(now), limits.not_heard, await readExtraDays(queries));
	const person = (id: string): InboxRow['youngPerson'] => {
		const found = people.get(id);
		return { id, name: found?.name ?? '', age: found?.age ?? 0 };
	};

	const withPerson = (statement: InboxStatement): InboxView['waiting'][number] => ({
		...withoutPerson(statement),
		youngPerson: person(statement.youngPersonId)
	});

	const rows = chaired.map((meeting): InboxRow => {
		const statements = (linked.get(meeting.id) ?? []).filter(
			({ youngPersonId }) => youngPersonId === meeting.youngPersonId
		);
		const draftBegun = (begun.get(meeting.youngPersonId) ?? []).some((formId) =>
			isFor(forms, formId, meeting.kind)
		);
		return {
			meeting: meetingView(meeting, staff, now),
			youngPerson: person(meeting.youngPersonId),
			statements: statements.map(withoutPerson),
			draftBegun,
			state: stateOf(statements, draftBegun, isNear(meeting, near))
		};
	});

	const next = await nextAfter(queries, acting, until);
	return {
		alerts: await alertsFor(core, queries, actor),
		rows,
		waiting: waiting.map(withPerson),
		delivered: delivered.map(withPerson),
		notHeard: chaired.filter(
			(meeting, at) => isNear(meeting, near) && rows[at]?.statements.length === 0
		).length,
		notices: await noticesOf(core, queries, actor),
		nextPage: next === null ? null : londonDate(next)
	};
}

/** A page begins on a date; what is no date, or past, means the first page. */
function startOf(page: string | undefined, today: number): number {
	if (page === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(page)) return today;
	const asked = londonMidnight(page);
	return asked > today ? asked : today;
}

function isNear({ scheduledAt }: ChairedMeeting, near: string): boolean {
	return scheduledAt !== null && londonDate(scheduledAt) <= near;
}

/** Whether a draft of this form may become a statement for that kind of meeting. */
function isFor(forms: readonly Form[], formId: string, kind: MeetingKind): boolean {
	const meetings = forms.find(({ id }) => id === formId)?.meetings;
	return meetings !== undefined && [...meetings.kinds, ...meetings.alsoFits].includes(kind);
}

function stateOf(
	statements: readonly InboxStatement[],
	draftBegun: boolean,
	near: boolean
): InboxRow['state'] {
	if (statements.some(({ openedAt }) => openedAt === null)) return 'new';
	if (statements.some(({ repliedAt }) => repliedAt === null)) return 'opened';
	if (statements.length > 0) return 'answered';
	if (draftBegun) return 'draft';
	return near ? 'not_heard' : 'none';
}

function withoutPerson({
	id,
	formId,
	title,
	language,
	face,
	sentAt,
	openedAt,
	repliedAt,
	protects
}: InboxStatement): InboxRow['statements'][number] {
	return { id, formId, title, language, face, sentAt, openedAt, repliedAt, protects };
}
