import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCode, readCode } from './codes.ts';

test('a code has no letter that could be taken for another', () => {
	const codes = Array.from({ length: 500 }, drawCode);

	for (const code of codes) {
		expect(code).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
		expect(code).not.toMatch(/[0ODQ1IL2Z5S8BUVMGAE]/);
	}
	expect(new Set(codes).size).toBe(codes.length);
});

test('its letters are drawn evenly, and there are enough for 40 bits', () => {
	const letters = Array.from({ length: 2000 }, drawCode).join('').replaceAll('-', '');
	const kinds = new Set(letters);

	expect(10 * Math.log2(kinds.size)).toBeGreaterThan(40);
	for (const kind of kinds)
		expect(letters.split(kind).length / letters.length).toBeCloseTo(1 / kinds.size, 1);
});

test('it is read however it is typed', () => {
	const noise = fc.constantFrom('', ' ', '-', ' - ', '.', '‑');
	fc.assert(
		fc.property(fc.array(noise, { minLength: 12, maxLength: 12 }), fc.boolean(), (gaps, small) => {
			const code = drawCode();
			const spread = [...code].map((letter, at) => letter + (gaps[at] ?? '')).join('');

			expect(readCode(small ? spread.toLowerCase() : spread)).toBe(code);
		})
	);
});

test('what is no code is none', () => {
	for (const typed of ['', 'K7P', 'K7P-94XC-TRWW', 'O0O-1I1I-O0O', 'x'.repeat(10_000)])
		expect(readCode(typed)).toBeNull();
});
