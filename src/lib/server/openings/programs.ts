import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { COPIED_KINDS } from '../machines/copies.ts';
import type { Opening } from './views.ts';

const FETCHED = ['statement', 'picture', 'sound', 'decision', 'letter', 'record'] as const;

/** What programs fetched of a young person. */
export async function fetched(queries: Queries, youngPersonId: string): Promise<Opening[]> {
	const { auditEntries } = queries.tables;
	const rows = await queries
		.select({
			at: auditEntries.at,
			keyId: auditEntries.actorId,
			kind: auditEntries.subjectKind,
			id: auditEntries.subjectId
		})
		.from(auditEntries)
		.where(
			and(
				eq(auditEntries.youngPersonId, youngPersonId),
				eq(auditEntries.action, 'machine.read'),
				isNotNull(auditEntries.subjectId)
			)
		)
		.orderBy(desc(auditEntries.seq));
	return rows.flatMap(({ at, keyId, kind, id }) => {
		const what = FETCHED.find((one) => one === kind);
		return what ? [{ at, how: 'fetched', on: null, staffId: keyId ?? '', what, id: id ?? '' }] : [];
	});
}

/** What of a young person stands in the case record. */
export async function copied(queries: Queries, youngPersonId: string): Promise<Opening[]> {
	const { caseCopies } = queries.tables;
	const rows = await queries
		.select()
		.from(caseCopies)
		.where(eq(caseCopies.youngPersonId, youngPersonId));
	return rows.flatMap(({ createdAt, copiedOn, byStaffId, byKeyId, kind, subjectId }) => {
		const what = COPIED_KINDS.find((one) => one === kind);
		const staffId = byStaffId ?? byKeyId ?? '';
		return what
			? [{ at: createdAt, how: 'copied', on: copiedOn, staffId, what, id: subjectId }]
			: [];
	});
}

/** What the administrator calls the keys of programs, by id. */
export async function programsByIds(
	queries: Queries,
	ids: readonly string[]
): Promise<Map<string, string>> {
	const { apiKeys } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries
			.select({ id: apiKeys.id, name: apiKeys.name })
			.from(apiKeys)
			.where(inArray(apiKeys.id, chunk))
	);
	return new Map(rows.map(({ id, name }) => [id, name]));
}
