const DIACRITICS = /[\u0300-\u036f]/g;
/** Harakat, the small letters above and below, and the stroke that only stretches a word. */
const ARABIC_MARKS = /\u0640|[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;
/** Zero-width and direction marks: keyboards for right-to-left scripts put them in unseen. */
const UNSEEN = /\p{Cf}/gu;

const ARABIC_LETTERS: Readonly<Record<string, string>> = {
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ٱ: 'ا',
	ى: 'ي',
	ی: 'ي',
	ئ: 'ي',
	ؤ: 'و',
	ة: 'ه',
	ک: 'ك'
};
const ARABIC_LETTER = new RegExp(`[${Object.keys(ARABIC_LETTERS).join('')}]`, 'g');
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * What two spellings of the same name or word have in common: no case, no accents, no doubled spaces, one form of each
 * Arabic letter and digit. For comparing only; people are shown what they wrote.
 */
export function foldText(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(ARABIC_LETTER, (letter) => ARABIC_LETTERS[letter] ?? letter)
		.normalize('NFD')
		.replace(DIACRITICS, '')
		.normalize('NFC')
		.replace(UNSEEN, '')
		.replace(ARABIC_MARKS, '')
		.replace(ARABIC_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
		.replace(/\s+/gu, ' ')
		.trim();
}
