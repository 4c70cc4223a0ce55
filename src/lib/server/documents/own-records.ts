import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { answersIn, wordingIn } from '../statements/own.ts';
import { additionPlace } from '../statements/places.ts';
import type { StatementRow } from '../statements/standings.ts';
import { sentViews } from '../statements/trail.ts';
import type { AdditionView, SentView } from '../statements/views.ts';
import type { Keyring } from '../vault/vault.ts';
import type { PrintedStatement } from './statement-blocks.ts';

/** A statement of their own with everything that belongs to it, and the ids of its pictures and voice notes. */
export interface OwnRecord extends PrintedStatement, Pick<SentView, 'id' | 'formId' | 'state'> {
	readonly language: string;
	readonly face: string;
	readonly formVersion: number;
	readonly pictureIds: readonly string[];
	readonly soundIds: readonly string[];
}

/** Under which key their words are. */
export interface Owner {
	readonly keyId: string;
	readonly keys: Keyring;
}

/** What somebody sent, oldest first, but for what they took back. @param ids only these, where they are given */
export async function ownRecords(
	core: Core,
	queries: Queries,
	actor: YoungPersonActor,
	ids?: readonly string[]
): Promise<{ owner: Owner; records: OwnRecord[] }> {
	const { statements, youngPeople } = queries.tables;
	const [person] = await queries
		.select({ keyId: youngPeople.keyId })
		.from(youngPeople)
		.where(eq(youngPeople.id, actor.id));
	const keyId = person?.keyId ?? '';
	const owner = { keyId, keys: await core.vault.unlock(queries, [keyId]) };
	const rows: StatementRow[] = await queries
		.select()
		.from(statements)
		.where(
			and(
				eq(statements.youngPersonId, actor.id),
				isNull(statements.takenBackAt),
				ids ? inArray(statements.id, [...ids]) : undefined
			)
		)
		.orderBy(asc(statements.sentAt), asc(statements.id));
	const views = await sentViews(core, queries, rows, owner);
	const additions = await additionsOf(queries, rows, owner);
	const pictures = await filesOf(queries, 'pictures', rows);
	const sounds = await filesOf(queries, 'sounds', rows);
	const records: OwnRecord[] = [];
	for (const [at, row] of rows.entries()) {
		const view = views[at];
		if (!view) continue;
		records.push({
			id: row.id,
			formId: row.formId,
			formVersion: row.formVersion,
			state: view.state,
			language: row.language,
			face: row.face,
			sentAt: row.sentAt,
			wording: wordingIn(row, owner.keyId, owner.keys),
			answers: await answersIn(queries, row, owner.keyId, owner.keys),
			additions: additions.get(row.id) ?? [],
			trail: view.trail,
			pictureIds: pictures.get(row.id) ?? [],
			soundIds: sounds.get(row.id) ?? []
		});
	}
	return { owner, records };
}

async function additionsOf(
	queries: Queries,
	rows: readonly StatementRow[],
	{ keyId, keys }: Owner
): Promise<Map<string, AdditionView[]>> {
	const { statementAdditions } = queries.tables;
	const found = await inChunks(
		rows.map(({ id }) => id),
		(chunk) =>
			queries
				.select()
				.from(statementAdditions)
				.where(inArray(statementAdditions.statementId, chunk))
				.orderBy(asc(statementAdditions.addedAt))
	);
	return grouped(
		found.map(({ id, statementId, wordsSealed, language, addedAt }) => [
			statementId,
			{ id, words: keys.openText(keyId, additionPlace(id), wordsSealed), language, addedAt }
		])
	);
}

async function filesOf(
	queries: Queries,
	kind: 'pictures' | 'sounds',
	rows: readonly StatementRow[]
): Promise<Map<string, string[]>> {
	const files = queries.tables[kind];
	const found = await inChunks(
		rows.map(({ id }) => id),
		(chunk) =>
			queries
				.select({ id: files.id, statementId: files.statementId })
				.from(files)
				.where(inArray(files.statementId, chunk))
				.orderBy(asc(files.createdAt), asc(files.id))
	);
	return grouped(
		found.flatMap(({ id, statementId }) =>
			statementId === null ? [] : [[statementId, id] as const]
		)
	);
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
	return groups;
}
