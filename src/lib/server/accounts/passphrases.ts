import { invalid } from '../errors.ts';

const LEAST_CHARACTERS = 15;
const LEAST_WORDS = 3;
const MOST_CHARACTERS = 200;
const LEAST_DIFFERENT = 6;

/** Long enough, and yet among the first that anybody would try. Compared without spaces, case and punctuation. */
const COMMON = new Set([
	'123456789012345',
	'1234567890123456',
	'abcdefghijklmno',
	'abcdefghijklmnop',
	'correcthorsebatterystaple',
	'fourwordsalluppercase',
	'iloveyouiloveyou',
	'letmeinletmein',
	'letmeinletmeinletmein',
	'mypassphraseissafe',
	'onetwothree',
	'onetwothreefour',
	'passphrasepassphrase',
	'passwordpassword',
	'passwordpassword1',
	'qwertyuiopasdfgh',
	'qwertyuiopasdfghjkl',
	'safeguardingchildren',
	'saysosaysosayso',
	'thequickbrownfox',
	'thisismypassword',
	'thisismypassphrase',
	'threerandomwords',
	'welcometosayso',
	'welcomewelcome'
]);

export const normalPassphrase = (typed: string): string => typed.normalize('NFKC').trim();

/**
 * Length is what makes a passphrase strong: fifteen characters, or three words. No rules about digits and signs.
 * @throws Refusal `passphrase_short`, `passphrase_long` or `passphrase_common`
 */
export function readNewPassphrase(typed: string, email: string): string {
	const passphrase = normalPassphrase(typed);
	const words = passphrase.split(/[\s\-_.,]+/u).filter((word) => [...word].length >= 3);
	const length = [...passphrase].length;
	if (length < LEAST_CHARACTERS && words.length < LEAST_WORDS) throw invalid('passphrase_short');
	if (length > MOST_CHARACTERS) throw invalid('passphrase_long');
	const bare = passphrase.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	const address = email.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	const repeated = words.length >= LEAST_WORDS && new Set(words).size === 1;
	if (COMMON.has(bare) || bare === address || repeated || new Set(bare).size < LEAST_DIFFERENT)
		throw invalid('passphrase_common');
	return passphrase;
}
