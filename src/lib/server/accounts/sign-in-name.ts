import { foldText } from '../../language/fold.ts';
import { invalid } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';

const SHORTEST = 3;
const LONGEST = 30;
const ALLOWED = /^[\p{L}\p{M}\p{N} ._'-]+$/u;

/**
 * The name as it is kept and shown.
 * @throws Refusal `name_too_short`, `name_too_long` or `name_characters`
 */
export function readSignInName(typed: string): string {
	const name = typed
		.normalize('NFC')
		.replace(/\p{Cf}/gu, '')
		.replace(/\s+/gu, ' ')
		.trim();
	const length = [...name].length;
	if (length < SHORTEST) throw invalid('name_too_short', { least: SHORTEST });
	if (length > LONGEST) throw invalid('name_too_long', { most: LONGEST });
	if (!ALLOWED.test(name) || foldText(name).length === 0) throw invalid('name_characters');
	return name;
}

/** Two spellings that a person would call the same name are one name, at sign-in too. */
export const signInNameIndexOf = (vault: Vault, name: string): string =>
	vault.blindIndex('accounts.sign_in_name', foldText(name.slice(0, 200)));
