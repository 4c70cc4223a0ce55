import { desc, inArray } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from './staff-names.ts';

/** A card that was made, and what became of it. */
export interface Card {
	readonly id: string;
	readonly purpose: 'join' | 'new_secret';
	/** Staff who made it; null for the operator. */
	readonly madeBy: string | null;
	readonly madeAt: number;
	readonly expiresAt: number;
	readonly state: 'out' | 'used' | 'replaced' | 'expired';
	/** When it was used or replaced. */
	readonly endedAt: number | null;
}

export interface GettingOn {
	readonly state: 'no_account' | 'card_out' | 'account';
	readonly accountSince: number | null;
}

type InvitationRow = Queries['tables']['invitations']['$inferSelect'];

/** Who has an account, and who holds a card that still works. */
export async function gettingOnOf(
	core: Core,
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Map<string, GettingOn>> {
	if (youngPersonIds.length === 0) return new Map();
	const { accounts, invitations } = queries.tables;
	const ids = [...youngPersonIds];
	const made = await queries
		.select({ id: accounts.youngPersonId, createdAt: accounts.createdAt })
		.from(accounts)
		.where(inArray(accounts.youngPersonId, ids));
	const rows = await queries
		.select()
		.from(invitations)
		.where(inArray(invitations.youngPersonId, ids));
	const since = new Map(made.map(({ id, createdAt }) => [id, createdAt]));
	const out = new Set(
		rows
			.filter((row) => stateOf(row, core.now()) === 'out')
			.map(({ youngPersonId }) => youngPersonId)
	);
	return new Map(
		ids.map((id) => {
			const accountSince = since.get(id) ?? null;
			const state = accountSince !== null ? 'account' : out.has(id) ? 'card_out' : 'no_account';
			return [id, { state, accountSince }];
		})
	);
}

/** The newest cards of a young person, newest first. */
export async function cardsOf(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<Card[]> {
	const { invitations } = queries.tables;
	const rows = await queries
		.select()
		.from(invitations)
		.where(inArray(invitations.youngPersonId, [youngPersonId]))
		.orderBy(desc(invitations.createdAt), desc(invitations.id))
		.limit(20);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ madeByStaffId }) => madeByStaffId ?? [])
	);
	return rows.map((row) => ({
		id: row.id,
		purpose: row.purpose === 'new_secret' ? 'new_secret' : 'join',
		madeBy: staff.get(row.madeByStaffId ?? '')?.name ?? null,
		madeAt: row.createdAt,
		expiresAt: row.expiresAt,
		state: stateOf(row, core.now()),
		endedAt: row.usedAt ?? row.revokedAt
	}));
}

function stateOf(row: InvitationRow, now: number): Card['state'] {
	if (row.usedAt !== null) return 'used';
	if (row.revokedAt !== null) return 'replaced';
	return row.expiresAt <= now ? 'expired' : 'out';
}
