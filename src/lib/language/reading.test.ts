import { describe, expect, test } from 'vitest';
import { readingAge, sentencesOf, syllablesOf, wordsOf } from '../../../tests/support/reading.ts';
import { readLocaleFiles } from '../server/language/locale-files.ts';

/** What only staff read: whole files, and what is told of a mistake at their desk. */
const FOR_STAFF = [
	'after',
	'carer_desk',
	'complete',
	'council',
	'desk',
	'figures',
	'heard',
	'held',
	'insight',
	'people',
	'report',
	'staff',
	'survey_desk',
	'survey_figures',
	'themes'
];
const STAFF_ERRORS =
	/^(after|allocation|carer_desk|complete|concern|council|cover|diary|duty|extra_day|figures|insight|limit|line|machines|midway|period|reply|report|setting|stage|survey_desk|theme)_/;
/** Files that are for staff but for one part. */
const FOR_YOUNG_PEOPLE: Readonly<Record<string, readonly string[]>> = {
	diary: ['me'],
	duty: ['young'],
	machines: ['fetched', 'saved']
};
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

/** Every file of a language that young people read, without what is in it for staff. */
const filesOf = (language: string) =>
	Object.entries(readLocaleFiles()[language] ?? {})
		.filter(([namespace]) => !FOR_STAFF.includes(namespace))
		.map(([namespace, words]) => {
			const parts = FOR_YOUNG_PEOPLE[namespace];
			const read = Object.entries(words).filter(
				([key]) =>
					(parts?.includes(key) ?? true) && !(namespace === 'errors' && STAFF_ERRORS.test(key))
			);
			return { namespace, texts: textsOf(Object.fromEntries(read)) };
		});

const english = filesOf('en').filter(({ namespace }) => !NO_PROSE.includes(namespace));

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
	const arabic = filesOf('ar').flatMap(({ namespace, texts }) =>
		texts.map((text) => ({ namespace, text, plain: withoutForeign(text) }))
	);

	test('are set with Arabic punctuation', () => {
		expect(arabic.filter(({ plain }) => /[,;?]/.test(plain))).toEqual([]);
	});

	test('speak to a girl as to a boy: no order and no verb that only he would be given', () => {
		const toHimOnly =
			/(?<!\p{L})[وف]?(?:اضغط|انقر|اكتب|اختر|أدخل|حاول|تأكد|انتظر|ارجع|أرسل|احفظ|تريد|ترغب|تشعر|تستطيع|تحتاج|تعيش|تحب|تود)(?!\p{L})/u;

		expect(arabic.filter(({ text }) => toHimOnly.test(text))).toEqual([]);
	});
});

/** Values, markup, addresses and words of other scripts keep their own punctuation. */
function withoutForeign(text: string): string {
	return text.replace(/\{\{[^}]*\}\}|<[^>]*>|\([^()\u0600-\u06ff]*\)|\S*[A-Za-z]\S*/g, ' ');
}
