import { and, desc, eq, isNull } from 'drizzle-orm';
import { FACES, type Face } from '../../forms/definition.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import type { Keyring } from '../vault/vault.ts';

/** Who a letter is for, and how pages speak to them. */
export interface LetterReader {
	readonly id: string;
	readonly knownAs: string;
	/** The language they read. May be one Sayso does not speak. */
	readonly reads: string;
	readonly face: Face;
	/** Without one they read it on paper. */
	readonly hasAccount: boolean;
	/** Their social worker or adviser, by name. */
	readonly worker: string | null;
	readonly officerId: string | null;
	readonly keyId: string;
	readonly keys: Keyring;
}

/** In the language and the face of their account; else in the language of their record and the face they used last. */
export async function readerOf(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<LetterReader> {
	const { accounts, statements } = queries.tables;
	const { row, profile, keys } = await youngPersonOf(core, queries, youngPersonId);
	const [account] = await queries
		.select({ language: accounts.language, face: accounts.face })
		.from(accounts)
		.where(and(eq(accounts.youngPersonId, youngPersonId), isNull(accounts.closedAt)));
	const [sent] = account?.face
		? [account]
		: await queries
				.select({ face: statements.face })
				.from(statements)
				.where(eq(statements.youngPersonId, youngPersonId))
				.orderBy(desc(statements.sentAt))
				.limit(1);
	const workerId = row.socialWorkerId;
	const staff = await staffByIds(core, queries, workerId === null ? [] : [workerId]);
	return {
		id: row.id,
		knownAs: profile.knownAs,
		reads: account?.language ?? row.language,
		face: FACES.find((face) => face === sent?.face) ?? 'standard',
		hasAccount: account !== undefined,
		worker: staff.get(workerId ?? '')?.name ?? null,
		officerId: row.officerId,
		keyId: row.keyId,
		keys
	};
}
