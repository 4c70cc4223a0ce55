import {
	and,
	desc,
	eq,
	inArray,
	isNotNull,
	isNull,
	notExists,
	sql,
	type AnyColumn
} from 'drizzle-orm';
import { meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import type { Sentence } from '../../forms/wording.ts';
import { actsFor, demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { chairedByOneOf } from '../meetings/meeting-rows.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { notBarredFrom } from '../statements/barred.ts';
import { titleOf } from '../statements/trail.ts';
import type { Copied, CopiedKind } from './copies.ts';

/** Something that was sent and does not stand in the case record yet. */
export interface ToCopyView extends Copied {
	readonly name: string;
	/** Of a statement. */
	readonly title: Sentence | null;
	/** Of a letter and a record. */
	readonly meeting: { readonly id: string; readonly kind: MeetingKind } | null;
	readonly sentAt: number;
}

export interface ToCopyList {
	readonly items: readonly ToCopyView[];
	readonly page: number;
	readonly more: boolean;
}

type Row = Omit<ToCopyView, 'name'>;

const A_PAGE = 20;

/** What was sent to them, and what they sent, and nobody has copied yet; newest first. */
export async function toCopy(core: Core, actor: Actor, asked: number): Promise<ToCopyList> {
	demandOfStaff('inbox.see', actor);
	const { read } = core.database;
	const page = Math.min(100, Math.max(1, Math.floor(asked) || 1));
	const most = page * A_PAGE + 1;
	const rows = [
		...(await statementsOf(read, actor.id, actsFor(actor), most)),
		...(await lettersOf(read, actsFor(actor), most)),
		...(await recordsOf(read, actsFor(actor), most))
	].sort((a, b) => b.sentAt - a.sentAt || a.subjectId.localeCompare(b.subjectId));
	const shown = rows.slice((page - 1) * A_PAGE, page * A_PAGE);
	const people = await youngPeopleByIds(
		core,
		read,
		shown.map(({ youngPersonId }) => youngPersonId)
	);
	return {
		items: shown.map((row) => ({ ...row, name: people.get(row.youngPersonId)?.name ?? '' })),
		page,
		more: rows.length > page * A_PAGE
	};
}

async function statementsOf(
	queries: Queries,
	staffId: string,
	acting: readonly string[],
	limit: number
): Promise<Row[]> {
	const { statements, statementLinks, meetings, youngPeople } = queries.tables;
	const rows = await queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			title: statements.title,
			sentAt: statements.sentAt
		})
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.leftJoin(
			statementLinks,
			and(eq(statementLinks.statementId, statements.id), isNull(statementLinks.endedAt))
		)
		.leftJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.where(
			and(
				eq(statements.goesTo, 'chair'),
				isNull(statements.takenBackAt),
				chairedByOneOf(queries, acting),
				notBarredFrom(queries, staffId, statements.id),
				notCopied(queries, 'statement', statements.id, statements.youngPersonId)
			)
		)
		.orderBy(desc(statements.sentAt), desc(statements.id))
		.limit(limit);
	return rows.map(({ id, youngPersonId, title, sentAt }) => ({
		kind: 'statement',
		subjectId: id,
		youngPersonId,
		title: titleOf(title),
		meeting: null,
		sentAt
	}));
}

async function lettersOf(
	queries: Queries,
	acting: readonly string[],
	limit: number
): Promise<Row[]> {
	const { letters, meetings } = queries.tables;
	const rows = await queries
		.select({
			id: letters.id,
			youngPersonId: letters.youngPersonId,
			sentAt: letters.sentAt,
			meetingId: meetings.id,
			kind: meetings.kind
		})
		.from(letters)
		.innerJoin(meetings, eq(meetings.id, letters.meetingId))
		.where(
			and(
				inArray(meetings.chairId, [...acting]),
				eq(letters.state, 'sent'),
				isNotNull(letters.sentAt),
				notCopied(queries, 'letter', letters.id, letters.youngPersonId)
			)
		)
		.orderBy(desc(letters.sentAt), desc(letters.id))
		.limit(limit);
	return rows.map(({ id, youngPersonId, sentAt, meetingId, kind }) => ({
		kind: 'letter',
		subjectId: id,
		youngPersonId,
		title: null,
		meeting: { id: meetingId, kind: meetingKindOf(kind) },
		sentAt: sentAt ?? 0
	}));
}

async function recordsOf(
	queries: Queries,
	acting: readonly string[],
	limit: number
): Promise<Row[]> {
	const { records, meetings } = queries.tables;
	const rows = await queries
		.select({
			youngPersonId: records.youngPersonId,
			sentAt: records.sentAt,
			meetingId: meetings.id,
			kind: meetings.kind
		})
		.from(records)
		.innerJoin(meetings, eq(meetings.id, records.meetingId))
		.where(
			and(
				inArray(meetings.chairId, [...acting]),
				isNotNull(records.sentAt),
				notCopied(queries, 'record', records.meetingId, records.youngPersonId)
			)
		)
		.orderBy(desc(records.sentAt), desc(records.meetingId))
		.limit(limit);
	return rows.map(({ youngPersonId, sentAt, meetingId, kind }) => ({
		kind: 'record',
		subjectId: meetingId,
		youngPersonId,
		title: null,
		meeting: { id: meetingId, kind: meetingKindOf(kind) },
		sentAt: sentAt ?? 0
	}));
}

function notCopied(
	queries: Queries,
	kind: CopiedKind,
	subjectId: AnyColumn,
	youngPersonId: AnyColumn
) {
	const { caseCopies } = queries.tables;
	return notExists(
		queries
			.select({ one: sql`1` })
			.from(caseCopies)
			.where(
				and(
					eq(caseCopies.kind, kind),
					eq(caseCopies.subjectId, subjectId),
					eq(caseCopies.youngPersonId, youngPersonId)
				)
			)
	);
}
