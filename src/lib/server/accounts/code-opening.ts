import { eq } from 'drizzle-orm';
import { NOBODY } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { gone, invalid, throttled, type Refusal } from '../errors.ts';
import { codeIndexOf, readCode } from './codes.ts';
import type { Purpose } from './invitations.ts';
import type { Throttle } from './throttle.ts';

export interface OpenInvitation {
	readonly id: string;
	readonly purpose: Purpose;
	readonly youngPersonId: string | null;
	readonly staffId: string | null;
}

/**
 * Finds the invitation of a code that was typed, and counts codes nobody has. It is not used up by this.
 * @returns a refusal rather than throwing it, so that the count is kept
 */
export async function openCode(
	core: Core,
	tx: Tx,
	throttle: Throttle,
	typed: string,
	address: string
): Promise<OpenInvitation | Refusal> {
	const wait = await throttle.codeWait(tx, address);
	if (wait > 0) return throttled(wait);
	const code = readCode(typed);
	// It cannot be anybody's: a slip of the finger, not a guess.
	if (!code) return invalid('code_unknown');
	const { invitations } = tx.tables;
	const [row] = await tx
		.select()
		.from(invitations)
		.where(eq(invitations.codeIndex, codeIndexOf(core.vault, code)));
	if (!row) {
		const seconds = await throttle.countUnknownCode(tx, address);
		await core.audit.record(tx, {
			action: seconds > 0 ? 'sign_in.throttled' : 'sign_in.refused',
			actor: NOBODY,
			detail: { kind: 'code' }
		});
		return invalid('code_unknown');
	}
	const refused = refusalOf(row, core.now());
	if (refused) return refused;
	return {
		id: row.id,
		purpose: row.purpose === 'new_secret' ? 'new_secret' : 'join',
		youngPersonId: row.youngPersonId,
		staffId: row.staffId
	};
}

/** Why an invitation no longer opens anything, if it does not. */
export function refusalOf(
	row: {
		readonly usedAt: number | null;
		readonly revokedAt: number | null;
		readonly expiresAt: number;
	},
	now: number
): Refusal | null {
	if (row.usedAt !== null) return gone('code_used');
	if (row.revokedAt !== null) return gone('code_replaced');
	return row.expiresAt <= now ? gone('code_expired') : null;
}
