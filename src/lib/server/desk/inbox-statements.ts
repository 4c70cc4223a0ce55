import { and, desc, eq, inArray, isNull, max, min, type SQL } from 'drizzle-orm';
import type { Face } from '../../forms/definition.ts';
import type { Sentence } from '../../forms/wording.ts';
import { actsFor, type StaffActor } from '../access.ts';
import type { Queries } from '../db/database.ts';
import { inChunks } from '../db/in-chunks.ts';
import { faceOf } from '../drafts/draft-contents.ts';
import { lastAdditions } from '../statements/additions.ts';
import { notBarredFrom } from '../statements/barred.ts';
import { titleOf } from '../statements/trail.ts';

export interface InboxStatement {
	readonly id: string;
	readonly youngPersonId: string;
	readonly formId: string;
	readonly title: Sentence;
	readonly language: string;
	readonly face: Face;
	readonly sentAt: number;
	/** Opened by whoever chaired, with all there is in it now. */
	readonly openedAt: number | null;
	/** Last replied to. */
	readonly repliedAt: number | null;
	/** It names an answer nobody may be told came from them. */
	readonly protects: boolean;
}

/** More than anybody has waiting. */
const MOST_ROWS = 500;

/** Statements by the meeting they are linked to. */
export async function linkedStatements(
	queries: Queries,
	readerId: string,
	meetingIds: readonly string[]
): Promise<Map<string, InboxStatement[]>> {
	const { statements, statementLinks } = queries.tables;
	const rows = await inChunks(meetingIds, (chunk) =>
		queries
			.select({ meetingId: statementLinks.meetingId, ...headOf(queries) })
			.from(statementLinks)
			.innerJoin(statements, eq(statements.id, statementLinks.statementId))
			.where(
				and(
					inArray(statementLinks.meetingId, chunk),
					isNull(statementLinks.endedAt),
					isNull(statements.takenBackAt),
					notBarredFrom(queries, readerId, statements.id)
				)
			)
			.orderBy(desc(statements.sentAt))
	);
	const whole = await withAnswers(queries, rows);
	const byMeeting = new Map<string, InboxStatement[]>();
	rows.forEach(({ meetingId }, at) => {
		const statement = whole[at];
		if (statement) byMeeting.set(meetingId, [...(byMeeting.get(meetingId) ?? []), statement]);
	});
	return byMeeting;
}

/** Statements with no meeting yet, of the young people allocated to somebody. */
export const waitingStatements = (
	queries: Queries,
	officer: StaffActor
): Promise<InboxStatement[]> =>
	ofOfficer(queries, officer, eq(queries.tables.statements.state, 'waiting'));

/** What they sent for no meeting: the latest, and whatever nobody has opened. */
export async function deliveredStatements(
	queries: Queries,
	officer: StaffActor,
	since: number
): Promise<InboxStatement[]> {
	const { statements } = queries.tables;
	const delivered = and(eq(statements.state, 'delivered'), eq(statements.goesTo, 'chair'));
	const all = await ofOfficer(queries, officer, delivered);
	return all.filter(({ sentAt, openedAt }) => sentAt >= since || openedAt === null);
}

async function ofOfficer(
	queries: Queries,
	officer: StaffActor,
	which: SQL | undefined
): Promise<InboxStatement[]> {
	const { statements, youngPeople } = queries.tables;
	const rows = await queries
		.select(headOf(queries))
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.where(
			and(
				which,
				isNull(statements.takenBackAt),
				inArray(youngPeople.officerId, actsFor(officer)),
				notBarredFrom(queries, officer.id, statements.id)
			)
		)
		.orderBy(desc(statements.sentAt))
		.limit(MOST_ROWS);
	return withAnswers(queries, rows);
}

/** Forms begun and not sent, by young person. */
export async function draftsOf(
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Map<string, string[]>> {
	const { drafts } = queries.tables;
	const rows = await inChunks(youngPersonIds, (chunk) =>
		queries
			.select({ youngPersonId: drafts.youngPersonId, formId: drafts.formId })
			.from(drafts)
			.where(inArray(drafts.youngPersonId, chunk))
	);
	const byPerson = new Map<string, string[]>();
	for (const { youngPersonId, formId } of rows)
		byPerson.set(youngPersonId, [...(byPerson.get(youngPersonId) ?? []), formId]);
	return byPerson;
}

/** A statement's columns without its words. */
function headOf(queries: Queries) {
	const { statements } = queries.tables;
	return {
		id: statements.id,
		youngPersonId: statements.youngPersonId,
		formId: statements.formId,
		title: statements.title,
		language: statements.language,
		face: statements.face,
		protects: statements.protects,
		sentAt: statements.sentAt
	};
}

type Head = Omit<InboxStatement, 'title' | 'face' | 'protects' | 'openedAt' | 'repliedAt'> & {
	readonly title: string;
	readonly protects: number;
	readonly face: string;
};

async function withAnswers(queries: Queries, heads: readonly Head[]): Promise<InboxStatement[]> {
	const { statementOpenings, replies } = queries.tables;
	const ids = heads.map(({ id }) => id);
	const opened = await inChunks(ids, (chunk) =>
		queries
			.select({
				id: statementOpenings.statementId,
				first: min(statementOpenings.openedAt),
				last: max(statementOpenings.openedAt)
			})
			.from(statementOpenings)
			.where(and(inArray(statementOpenings.statementId, chunk), eq(statementOpenings.asChair, 1)))
			.groupBy(statementOpenings.statementId)
	);
	const replied = await inChunks(ids, (chunk) =>
		queries
			.select({ id: replies.statementId, at: max(replies.sentAt) })
			.from(replies)
			.where(inArray(replies.statementId, chunk))
			.groupBy(replies.statementId)
	);
	const addedAt = await lastAdditions(queries, ids);
	const openedAt = new Map(
		opened.map(({ id, first, last }) => [id, (last ?? 0) < (addedAt.get(id) ?? 0) ? null : first])
	);
	const repliedAt = new Map(replied.map(({ id, at }) => [id, at]));
	return heads.map(({ id, youngPersonId, formId, title, language, face, protects, sentAt }) => ({
		id,
		youngPersonId,
		formId,
		title: titleOf(title),
		language,
		face: faceOf(face),
		protects: protects === 1,
		sentAt,
		openedAt: openedAt.get(id) ?? null,
		repliedAt: repliedAt.get(id) ?? null
	}));
}
