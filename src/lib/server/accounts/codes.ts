import { randomInt } from 'node:crypto';
import type { Vault } from '../vault/vault.ts';

/**
 * Letters and digits that nobody takes for another, on paper, in handwriting or read aloud: no 0 O D Q, 1 I L, 2 Z, 5 S,
 * G, 8 B, M, U V; and no vowels, that would make words. 17 of them, ten times, are 40 bits.
 */
const ALPHABET = '34679CFHJKNPRTWXY';
const GROUPS = [3, 4, 3];
const LENGTH = GROUPS.reduce((sum, group) => sum + group, 0);

/** Such as `K7P-94XC-TRW`. */
export function drawCode(): string {
	return GROUPS.map((length) =>
		Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
	).join('-');
}

/** What was meant by what was typed: case, spaces, hyphens and full-width letters do not matter. Null: not a code. */
export function readCode(typed: string): string | null {
	const letters = typed
		.slice(0, 100)
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^A-Z0-9]/g, '');
	if (letters.length !== LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter)))
		return null;
	let at = 0;
	return GROUPS.map((length) => letters.slice(at, (at += length))).join('-');
}

export const codeIndexOf = (vault: Vault, code: string): string =>
	vault.blindIndex('invitations.code', code);
