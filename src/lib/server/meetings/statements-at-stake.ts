import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import type { Linked, Relinking } from '../../meetings/linking.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Tx } from '../db/database.ts';
import { meetingRow, type MeetingRow } from './meeting-rows.ts';

/** A statement that a change of meetings may touch, with its current link. */
export interface AtStake {
	readonly id: string;
	readonly youngPersonId: string;
	readonly kinds: readonly MeetingKind[];
	readonly state: string;
	readonly opened: boolean;
	readonly link: CurrentLink | null;
}

export interface CurrentLink {
	readonly id: string;
	readonly meeting: MeetingRow;
	readonly covers: boolean;
	readonly toldScheduledAt: number | null;
	readonly toldChairId: string | null;
}

/** What became of one statement. */
export interface Settled {
	readonly statement: AtStake;
	readonly change: Relinking<MeetingRow>;
	/** It is being sent in this very transaction. */
	readonly justSent: boolean;
}

/** Which meetings, or whose, were changed. */
export interface Scope {
	readonly meetingIds?: readonly string[];
	readonly youngPersonIds?: readonly string[];
}

/** Everybody these meetings are about, or were about when a statement was linked to them. */
export async function peopleIn(tx: Tx, scope: Scope): Promise<string[]> {
	const { meetingYoungPeople, statements, statementLinks } = tx.tables;
	const changed = scope.meetingIds ?? [];
	const covered = await inChunks(changed, (chunk) =>
		tx
			.selectDistinct({ id: meetingYoungPeople.youngPersonId })
			.from(meetingYoungPeople)
			.where(inArray(meetingYoungPeople.meetingId, chunk))
	);
	const linked = await inChunks(changed, (chunk) =>
		tx
			.selectDistinct({ id: statements.youngPersonId })
			.from(statementLinks)
			.innerJoin(statements, eq(statements.id, statementLinks.statementId))
			.where(and(inArray(statementLinks.meetingId, chunk), isNull(statementLinks.endedAt)))
	);
	const ids = [...covered, ...linked].map(({ id }) => id);
	return [...new Set([...ids, ...(scope.youngPersonIds ?? [])])];
}

/**
 * Their statements that are not over: waiting, linked, or closed with a meeting that is no longer said to be held. What
 * was made for no meeting never is at stake.
 */
export async function statementsAtStake(tx: Tx, people: readonly string[]): Promise<AtStake[]> {
	const { statements, statementLinks, meetings, meetingYoungPeople, youngPeople } = tx.tables;
	const rows = await inChunks(people, (chunk) =>
		tx
			.select({
				statement: {
					id: statements.id,
					youngPersonId: statements.youngPersonId,
					kinds: statements.meetingKinds,
					state: statements.state
				},
				link: statementLinks,
				meeting: meetings,
				coveredId: meetingYoungPeople.youngPersonId,
				officerId: youngPeople.officerId
			})
			.from(statements)
			.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
			.leftJoin(
				statementLinks,
				and(eq(statementLinks.statementId, statements.id), isNull(statementLinks.endedAt))
			)
			.leftJoin(meetings, eq(meetings.id, statementLinks.meetingId))
			.leftJoin(
				meetingYoungPeople,
				and(
					eq(meetingYoungPeople.meetingId, statementLinks.meetingId),
					eq(meetingYoungPeople.youngPersonId, statements.youngPersonId)
				)
			)
			.where(
				and(
					inArray(statements.youngPersonId, chunk),
					isNull(statements.takenBackAt),
					ne(statements.state, 'delivered'),
					or(ne(statements.state, 'closed'), and(isNotNull(meetings.id), isNull(meetings.heldOn)))
				)
			)
			.orderBy(statements.sentAt, statements.id)
	);
	const opened = await openedByTheirChair(
		tx,
		rows.map(({ statement }) => statement.id)
	);
	return rows.map(({ statement, link, meeting, coveredId, officerId }) => ({
		...statement,
		kinds: meetingKindsIn(statement.kinds),
		opened: opened.has(statement.id),
		link: link &&
			meeting && {
				...link,
				covers: coveredId !== null,
				meeting: meetingRow(meeting, officerId)
			}
	}));
}

/** As the linking rule wants it. */
export const linkedOf = ({ kinds, state, opened, link }: AtStake): Linked => ({
	kinds,
	closed: state === 'closed',
	link,
	opened
});

export const meetingKindsIn = (column: string): MeetingKind[] =>
	column === '' ? [] : column.split(';').map(meetingKindOf);

async function openedByTheirChair(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
	const { statementOpenings } = tx.tables;
	const rows = await inChunks(ids, (chunk) =>
		tx
			.selectDistinct({ id: statementOpenings.statementId })
			.from(statementOpenings)
			.where(and(inArray(statementOpenings.statementId, chunk), eq(statementOpenings.asChair, 1)))
	);
	return new Set(rows.map(({ id }) => id));
}
