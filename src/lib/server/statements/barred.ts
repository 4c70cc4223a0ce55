import { eq, isNull, notInArray, or, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Translator } from '../../language/translator.ts';
import type { Core } from '../core.ts';
import { eachChunk } from '../db/in-chunks.ts';
import type { Queries, Tx } from '../db/database.ts';
import { namedStaff } from '../people/named-staff.ts';
import { allStaff } from '../people/staff-names.ts';
import { lockedOutOf, locksOut } from './audience.ts';
import type { NewStatement } from './being-sent.ts';

/** Locks what is sent from whom it is about. @returns their ids */
export async function keepBarred(
	core: Core,
	tx: Tx,
	translator: (tag: string) => Translator,
	{ id, author, form, draft, answers }: NewStatement
): Promise<Set<string>> {
	if (!locksOut(form)) return new Set();
	const languages = [translator('en'), translator(draft.language)];
	const called = (role: string) => languages.map(({ t }) => t(`requests:called.${role}`));
	const barred = lockedOutOf(form, answers, {
		everybody: await allStaff(core, tx),
		theirs: await namedStaff(core, tx, author.id),
		callings: {
			social_worker: called('social_worker'),
			officer: [...called('officer'), 'iro'],
			chair: called('chair')
		}
	});
	const rows = [...barred].map((staffId) => ({ statementId: id, staffId }));
	await eachChunk(rows, (chunk) => tx.insert(tx.tables.statementBarred).values(chunk));
	return barred;
}

/** Everybody a statement is locked from. */
export async function barredFrom(queries: Queries, statementId: string): Promise<Set<string>> {
	const { statementBarred } = queries.tables;
	const rows = await queries
		.select({ id: statementBarred.staffId })
		.from(statementBarred)
		.where(eq(statementBarred.statementId, statementId));
	return new Set(rows.map(({ id }) => id));
}

/** For a list: holds for rows without a statement, and for those whose statement is not locked from this person. */
export function notBarredFrom(
	queries: Queries,
	staffId: string,
	statementId: AnyColumn
): SQL | undefined {
	const { statementBarred } = queries.tables;
	return or(
		isNull(statementId),
		notInArray(
			statementId,
			queries
				.select({ id: statementBarred.statementId })
				.from(statementBarred)
				.where(eq(statementBarred.staffId, staffId))
		)
	);
}
