import { describe, expect, test } from 'vitest';
import { readingAge, sentencesOf, syllablesOf, wordsOf } from '../../../tests/support/reading.ts';
import { readLocaleFiles } from '../server/language/locale-files.ts';

const FOR_STAFF = ['desk', 'figures', 'people', 'staff'];
/** Single words, and a page whose names of laws and offices are long. */
const NO_PROSE = ['accessibility', 'secret_words'];
const OLDEST = 10;
const LONGEST_SENTENCE = 15;

/** Every text below a key, but for what only staff read. */
const textsOf = (words: unknown): string[] =>
	typeof words === 'object' && words !== null
		? Object.entries(words)
				.filter(([key]) => !key.startsWith('staff'))
				.flatMap(([, below]) => textsOf(below))
		: [String(words)];

const english = Object.entries(readLocaleFiles()['en'] ?? {})
	.filter(([namespace]) => ![...FOR_STAFF, ...NO_PROSE].includes(namespace))
	.map(([namespace, words]) => ({ namespace, texts: textsOf(words) }));

describe('reading age', () => {
	test.each(english)('a child of nine can read the English words of $namespace', ({ texts }) => {
		// Labels of one or two words say little about how hard a text is.
		const prose = texts.filter((text) => text.split(' ').length > 3);

		expect(readingAge(prose)).toBeLessThan(OLDEST);
	});

	test.each(english)(
		`no English sentence of $namespace has more than ${LONGEST_SENTENCE} words`,
		({ texts }) => {
			const long = texts
				.flatMap(sentencesOf)
				.filter((sentence) => wordsOf(sentence).length > LONGEST_SENTENCE);

			expect(long).toEqual([]);
		}
	);

	test('syllables are counted as they are spoken', () => {
		const counted = (text: string) => text.split(' ').map(syllablesOf);

		expect(counted('you safe people review meeting wanted helped advocate')).toEqual([
			1, 1, 2, 2, 2, 2, 1, 3
		]);
	});

	test('a text is read sentence by sentence, whatever is filled in', () => {
		expect(sentencesOf('Hello {{name}}. Did “Sam” read it? <b>Yes</b>!')).toEqual([
			'Hello Sam.',
			'Did “Sam” read it?',
			'Yes!'
		]);
	});

	test('an official text is found to be hard', () => {
		const official =
			'The authority must ascertain and give due consideration to the wishes and feelings of the child.';

		expect(readingAge([official])).toBeGreaterThan(13);
	});
});

describe('Arabic words', () => {
	const arabic = Object.entries(readLocaleFiles()['ar'] ?? {}).flatMap(([namespace, words]) =>
		textsOf(words).map((text) => ({ namespace, text, plain: withoutForeign(text) }))
	);

	test('are set with Arabic punctuation', () => {
		expect(arabic.filter(({ plain }) => /[,;?]/.test(plain))).toEqual([]);
	});

	test('speak to a girl as to a boy: no order and no verb that only he would be given', () => {
		const toHimOnly =
			/(?<!\p{L})[وف]?(?:اضغط|انقر|اكتب|اختر|أدخل|حاول|تأكد|انتظر|ارجع|أرسل|احفظ|تريد|ترغب|تشعر|تستطيع|تحتاج|تعيش|تحب|تود)(?!\p{L})/u;
		const forYoungPeople = arabic.filter(({ namespace }) => !FOR_STAFF.includes(namespace));

		expect(forYoungPeople.filter(({ text }) => toHimOnly.test(text))).toEqual([]);
	});
});

/** Values, markup, addresses and words of other scripts keep their own punctuation. */
function withoutForeign(text: string): string {
	return text.replace(/\{\{[^}]*\}\}|<[^>]*>|\([^()\u0600-\u06ff]*\)|\S*[A-Za-z]\S*/g, ' ');
}
