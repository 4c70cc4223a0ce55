import { afterAll, describe, expect, test } from 'vitest';
import { arabicWords, fontsInPdf, linesInPdf } from '../../../../tests/support/pdf-text.ts';
import { directionOf, type Block, type Document } from './document.ts';
import { createPdfMaker } from './pdf.ts';

const maker = createPdfMaker();
afterAll(() => maker.close());

const en = (text: string) => ({ text, language: 'en' });
const ar = (text: string) => ({ text, language: 'ar' });
const of = (blocks: readonly Block[], title = en('Things')): Document => ({
	title,
	blocks,
	unprintable: en('Some signs are missing')
});
const printed = async (document: Document) => linesInPdf(await maker.pdf(document));

describe('a PDF', () => {
	test('says what went in, in the order it went in', async () => {
		const lines = await printed(
			of([
				{ kind: 'heading', level: 1, text: en('My home') },
				{ kind: 'words', text: en('The garden is good.\nThe stairs are not.') },
				{ kind: 'list', ordered: true, items: [en('First'), en('Second')] }
			])
		);

		expect(lines.slice(0, 6)).toEqual([
			'Things',
			'My home',
			'The garden is good.',
			'The stairs are not.',
			'1. First',
			'2. Second'
		]);
	});

	test('prints Arabic from right to left, word for word', async () => {
		const lines = await printed(
			of([{ kind: 'words', text: ar('أريد أن أرى أخي أكثر قبل المراجعة') }], ar('ما أرسلته'))
		);

		expect(lines.slice(0, 2)).toEqual(['ما أرسلته', 'أريد أن أرى أخي أكثر قبل المراجعة']);
	});

	test('keeps a name in other letters in its place among Arabic words', async () => {
		const [, line] = await printed(of([{ kind: 'line', text: ar('قرأه Sam في 27 نوفمبر') }]));

		expect(line).toBe('قرأه Sam في 27 نوفمبر');
	});

	test('prints a table row by row, in the direction of its language, with bars and without', async () => {
		const table = (language: string, words: readonly string[], bar?: number): Block => {
			const of = (text: string) => ({ text, language });
			const [caption = '', month = '', held = '', april = '', total = ''] = words;
			const bars = bar === undefined ? {} : { bar };
			return {
				kind: 'table',
				caption: of(caption),
				head: [of(month), of(held)],
				rows: [
					{ label: of(april), cells: [of('158')], ...bars },
					{ label: of(total), cells: [of('1,875')], total: true, ...bars }
				]
			};
		};
		const english = ['Reviews', 'Month', 'Held', 'April', 'All'];
		const lines = await printed(
			of([table('en', english, 0.5), table('ar', ['المراجعات', 'الشهر', 'عُقدت', 'نيسان', 'الكل'])])
		);

		expect(lines.slice(1, 5)).toEqual(['Reviews', 'Month Held', 'April 158', 'All 1,875']);
		expect(lines[7]).toBe('نيسان 158');
	});

	test('prints a warning, facts and small print, on paper of either size', async () => {
		const blocks: Block[] = [
			{ kind: 'notice', title: en('Do not say'), lines: [en('What my mum said'), ar('سر')] },
			{
				kind: 'facts',
				rows: [
					{ label: en('Chair'), value: [en('Sam Okoro')] },
					{ label: ar('الرئيس'), value: [ar('27 نوفمبر'), en('10:00')] }
				]
			},
			{ kind: 'small', text: en('Made today') }
		];

		const lines = await printed({ ...of(blocks), compact: true });

		expect(lines.map((line) => arabicWords(line).join(' '))).toEqual(
			[
				'Things',
				'Do not say',
				'What my mum said',
				'سر',
				'Chair Sam Okoro',
				'الرئيس 27 نوفمبر',
				'10:00',
				'Made today',
				'1'
			].map((line) => arabicWords(line).join(' '))
		);
		expect(await printed(of(blocks))).toContain('Do not say');
	});

	test.each([
		['Arabic', 'أريد أن أرى أخي أكثر', 'ar'],
		['Arabic with a name and numbers', 'قرأه Sam في 27 نوفمبر 2026', 'ar'],
		['English with an Arabic word and numbers', 'My brother أحمد is 12 now', 'en'],
		['Tigrinya', 'ንሓወይ ብዙሕ ክርእዮ እደሊ', 'ti'],
		['Polish', 'Chcę częściej widywać brata', 'pl']
	])('gives back %s word for word, wherever it stands', async (_, written, language) => {
		const text = { text: written, language };
		const blocks: Block[] = [
			{ kind: 'heading', level: 1, text },
			{ kind: 'line', text },
			{ kind: 'line', soft: true, text },
			{ kind: 'words', text },
			{ kind: 'sound', id: 's', text },
			{ kind: 'notice', title: text, lines: [text] },
			{ kind: 'small', text }
		];

		const lines = await printed(of(blocks, text));

		// Which way a line runs shows by its letters alone: one of both is compared by its words.
		const words = (line: string) =>
			directionOf(text) === 'ltr' ? arabicWords(line).toSorted() : arabicWords(line);
		expect(lines.slice(0, 9).map(words)).toEqual(Array.from({ length: 9 }, () => words(written)));
		const listed = await printed(
			of([
				{ kind: 'list', ordered: false, items: [text] },
				{ kind: 'facts', rows: [{ label: text, value: [text] }] }
			])
		);
		expect(listed.slice(1, 3).map((line) => arabicWords(line).toSorted())).toEqual([
			['•', ...arabicWords(written)].toSorted(),
			[...arabicWords(written), ...arabicWords(written)].toSorted()
		]);
	});

	test('has every letter it shows with it', async () => {
		const words = (text: string, language: string): Block => ({
			kind: 'words',
			text: { text, language }
		});
		const blocks = [words('Hello', 'en'), words('مرحبا', 'ar'), words('ሰላም', 'ti')];
		const fonts = await fontsInPdf(await maker.pdf(of(blocks)));

		expect(fonts.length).toBeGreaterThanOrEqual(3);
		expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
	});

	test('runs nothing that somebody wrote', async () => {
		const written = '#panic("x") *bold* $x$ @ref <a> [b] \\ // /* #read("/etc/passwd")';
		const [, line] = await printed(of([{ kind: 'words', text: en(written) }]));

		expect(line).toBe(written);
	});

	test('says first that it holds letters it cannot print', async () => {
		const words = (text: string): Block => ({ kind: 'words', text: en(text) });

		expect(await printed(of([words('你好')]))).toContain('Some signs are missing');
		expect(await printed(of([words('Zażółć γειά привет ሰላም 😀')]))).not.toContain(
			'Some signs are missing'
		);
	});

	test('can be read aloud: it is tagged, and says its language', async () => {
		const bytes = (await maker.pdf(of([], ar('ما أرسلته')))).toString('latin1');

		expect(bytes).toContain('/MarkInfo');
		expect(bytes).toMatch(/\/Lang ?\(ar\)/);
		expect(bytes).toContain('pdfuaid');
	});

	test('is each its own when two are asked for at once', async () => {
		const made = await Promise.all([printed(of([], en('One'))), printed(of([], en('Two')))]);

		expect(made.map(([title]) => title)).toEqual(['One', 'Two']);
	});
});

test('a text runs as its first letter does', () => {
	expect(directionOf(en('123 مرحبا Sam'))).toBe('rtl');
	expect(directionOf(ar('Sam مرحبا'))).toBe('ltr');
	expect(directionOf(ar('2026'))).toBe('rtl');
});

test('a sentence that begins with a name of the other direction runs as the rest of it', () => {
	expect(directionOf(ar('\u2068Sam\u2069 مرحبا'))).toBe('rtl');
	expect(directionOf(en('\u2068أمينة\u2069 and \u2068Sam\u2069'))).toBe('ltr');
	expect(directionOf(ar('\u2068Sam\u2069'))).toBe('rtl');
});
