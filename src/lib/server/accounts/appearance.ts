import { appearanceFrom, AS_IT_COMES, type Appearance } from '../../styles/appearance.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import type { Place } from '../vault/vault.ts';

/** Sealed like their words: what somebody needs in order to read tells something about them. */
export const appearancePlace = (accountId: string): Place => ({
	table: 'accounts',
	row: accountId,
	column: 'appearance'
});

/** How somebody set their pages; as they come when it was never set, or its key is destroyed. */
export async function openAppearance(
	core: Core,
	queries: Queries,
	accountId: string,
	kept: { readonly sealed: Buffer; readonly keyId: string }
): Promise<Appearance> {
	const keys = await core.vault.unlock(queries, [kept.keyId]);
	try {
		return appearanceFrom(keys.openJson(kept.keyId, appearancePlace(accountId), kept.sealed));
	} catch {
		// Nobody may be kept out by how their pages look.
		return AS_IT_COMES;
	}
}
