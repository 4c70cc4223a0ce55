import { asc, eq, inArray } from 'drizzle-orm';
import type { Sentence } from '../../forms/wording.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { talkedAboutOf } from '../letters/talked-about.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds, type StaffName } from '../people/staff-names.ts';
import type { Keyring } from '../vault/vault.ts';
import { readyWordsPlace, replyPlace } from './places.ts';
import type { StatementRow } from './standings.ts';
import type { MeetingView, SentView, TrailStep } from './views.ts';

/** A statement's row without its words. */
export type StatementHead = Pick<
	StatementRow,
	'id' | 'youngPersonId' | 'formId' | 'title' | 'state' | 'sentAt'
>;

/** What has become of these statements, of one young person. In a number of queries that does not grow with them. */
export async function sentViews(
	core: Core,
	queries: Queries,
	heads: readonly StatementHead[],
	owner: {
		readonly keyId: string;
		readonly keys: Keyring;
		/** To its author: who took the alert it raised. Whoever else reads it may not know of one. */
		readonly withAlerts?: boolean;
	}
): Promise<SentView[]> {
	const ids = heads.map(({ id }) => id);
	const links = await linksOf(queries, ids);
	const openings = await openingsOf(queries, ids);
	const replies = await repliesOf(queries, ids);
	const additions = await additionsOf(queries, ids);
	const talkedAbout = await talkedAboutOf(core, queries, heads);
	const alerts = owner.withAlerts ? await takenAlertsOf(queries, ids) : [];
	const staff = await staffByIds(core, queries, [
		...alerts.map(({ by }) => by),
		...talkedAbout.flatMap(({ meeting }) => meeting.chairId ?? []),
		...links.flatMap(({ meeting }) => meeting.chairId ?? []),
		...openings.map(({ staffId }) => staffId),
		...replies.map(({ staffId }) => staffId)
	]);
	const now = core.now();
	const name = (id: string) => staff.get(id)?.name ?? '';

	return heads.map((head) => {
		const own = links.filter(({ link }) => link.statementId === head.id);
		const current = own.find(({ link }) => link.endedAt === null);
		const steps: TrailStep[] = [
			...meetingSteps(head, own, staff, now),
			...additions
				.filter(({ statementId }) => statementId === head.id)
				.map(({ addedAt }) => ({ kind: 'added' as const, at: addedAt })),
			...talkedAbout
				.filter(({ statementId }) => statementId === head.id)
				.map(({ at, heldOn, meeting }) => ({
					kind: 'talked_about' as const,
					...{ at, heldOn },
					meeting: meetingView(meeting, staff, now)
				})),
			...alerts
				.filter(({ statementId }) => statementId === head.id)
				.map(({ at, by }) => ({ kind: 'alert_taken' as const, at, by: name(by) })),
			...openings
				.filter(({ statementId }) => statementId === head.id)
				.map((opening) => ({
					kind: 'opened' as const,
					at: opening.openedAt,
					by: name(opening.staffId),
					// For no meeting they are its reader, and chair nothing.
					asChair: opening.asChair === 1 && head.state !== 'delivered'
				})),
			...replies
				.filter(({ statementId }) => statementId === head.id)
				.map((reply) => ({
					kind: 'reply' as const,
					at: reply.sentAt,
					by: name(reply.staffId),
					reply: {
						id: reply.id,
						readyReply: reply.readyWordsSealed === null ? reply.readyReply : null,
						readyWords:
							reply.readyWordsSealed &&
							owner.keys.openJson<Readonly<Record<string, string>>>(
								owner.keyId,
								readyWordsPlace(reply.id),
								reply.readyWordsSealed
							),
						words:
							reply.wordsSealed &&
							owner.keys.openText(owner.keyId, replyPlace(reply.id), reply.wordsSealed),
						language: reply.language,
						seenAt: reply.seenAt
					}
				}))
		];
		return {
			id: head.id,
			formId: head.formId,
			title: titleOf(head.title),
			sentAt: head.sentAt,
			state: stateOf(head.state),
			meeting: current ? meetingView(current.meeting, staff, now) : null,
			trail: steps.sort((a, b) => a.at - b.at)
		};
	});
}

/** Every link a statement had, and the times between them when it waited for a date. */
function meetingSteps(
	head: StatementHead,
	links: readonly LinkRow[],
	staff: ReadonlyMap<string, StaffName>,
	now: number
): TrailStep[] {
	const steps: TrailStep[] = [{ kind: 'sent', at: head.sentAt }];
	if (stateOf(head.state) === 'delivered') return steps;
	let freeSince: number | null = head.sentAt;
	for (const { link, meeting } of links) {
		const view: MeetingView = meetingView(meeting, staff, now);
		if (freeSince !== null && link.linkedAt > freeSince)
			steps.push({ kind: 'waiting', at: freeSince });
		steps.push({ kind: 'linked', at: link.linkedAt, meeting: view, reason: link.reason });
		freeSince = link.endedAt;
		if (link.endedAt !== null) steps.push(endStep(link.endReason, link.endedAt, view));
	}
	if (freeSince !== null) steps.push({ kind: 'waiting', at: freeSince });
	return steps;
}

function endStep(reason: string | null, at: number, meeting: MeetingView): TrailStep {
	if (reason === 'missed' || reason === 'meeting_cancelled') return { kind: reason, at, meeting };
	return { kind: 'meeting_gone', at, meeting };
}

export const titleOf = (column: string): Sentence => JSON.parse(column) as Sentence;

function stateOf(column: string): SentView['state'] {
	return column === 'linked' || column === 'closed' || column === 'delivered' ? column : 'waiting';
}

type LinkRow = Awaited<ReturnType<typeof linksOf>>[number];

async function linksOf(queries: Queries, ids: readonly string[]) {
	const { statements, statementLinks, meetings, youngPeople } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries
			.select({ link: statementLinks, meeting: meetings, officerId: youngPeople.officerId })
			.from(statementLinks)
			.innerJoin(meetings, eq(meetings.id, statementLinks.meetingId))
			.innerJoin(statements, eq(statements.id, statementLinks.statementId))
			.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
			.where(inArray(statementLinks.statementId, chunk))
	);
	const over = (endedAt: number | null) => endedAt ?? Number.MAX_SAFE_INTEGER;
	return rows
		.sort(
			({ link: a }, { link: b }) => a.linkedAt - b.linkedAt || over(a.endedAt) - over(b.endedAt)
		)
		.map(({ link, meeting, officerId }) => ({
			link,
			meeting: meetingRow(meeting, officerId)
		}));
}

async function openingsOf(queries: Queries, ids: readonly string[]) {
	const { statementOpenings } = queries.tables;
	return inChunks(ids, (chunk) =>
		queries
			.select()
			.from(statementOpenings)
			.where(inArray(statementOpenings.statementId, chunk))
			.orderBy(asc(statementOpenings.openedAt))
	);
}

/** Each statement’s once: its alerts are taken together. */
async function takenAlertsOf(queries: Queries, ids: readonly string[]) {
	const { alerts } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries
			.select({
				statementId: alerts.statementId,
				at: alerts.acknowledgedAt,
				by: alerts.acknowledgedByStaffId
			})
			.from(alerts)
			.where(inArray(alerts.statementId, chunk))
	);
	const taken = rows.flatMap(({ statementId, at, by }) =>
		statementId === null || at === null || by === null ? [] : { statementId, at, by }
	);
	return [...new Map(taken.map((one) => [one.statementId, one])).values()];
}

async function additionsOf(queries: Queries, ids: readonly string[]) {
	const { statementAdditions } = queries.tables;
	return inChunks(ids, (chunk) =>
		queries
			.select({
				statementId: statementAdditions.statementId,
				addedAt: statementAdditions.addedAt
			})
			.from(statementAdditions)
			.where(inArray(statementAdditions.statementId, chunk))
			.orderBy(asc(statementAdditions.addedAt))
	);
}

async function repliesOf(queries: Queries, ids: readonly string[]) {
	const { replies } = queries.tables;
	return inChunks(ids, (chunk) =>
		queries
			.select()
			.from(replies)
			.where(inArray(replies.statementId, chunk))
			.orderBy(asc(replies.sentAt))
	);
}
