import { foldText } from '../../language/fold.ts';
import type { YoungPersonProfile } from '../people.ts';
import type { Vault } from '../vault/vault.ts';

/** For finding a young person by the exact name staff type: what they are called and their last name. */
export const nameIndexOf = (
	vault: Vault,
	profile: Pick<YoungPersonProfile, 'knownAs' | 'lastName'>
): string => nameIndexOfText(vault, `${profile.knownAs} ${profile.lastName}`);

export const nameIndexOfText = (vault: Vault, name: string): string =>
	vault.blindIndex('young_people.name', foldText(name));

/** For finding staff by the address they sign in with. */
export const emailIndexOf = (vault: Vault, email: string): string =>
	vault.blindIndex('staff.email', email.normalize('NFKC').trim().toLowerCase());

/** For finding a record again by the case system's own key. */
export const refIndexOf = (vault: Vault, table: 'staff' | 'young_people', ref: string): string =>
	vault.blindIndex(`${table}.ref`, ref.trim());
