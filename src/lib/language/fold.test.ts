import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './fold.ts';

test.each([
	['Amina Osman', '  AMINA   osman '],
	['José Núñez', 'Jose Nunez'],
	['أمينة', 'امينه'],
	['مُحَمَّد', 'محمد'],
	['نجمة٢٧', 'نجمة27'],
	['Ｓtar', 'star'],
	['sun\u200f', 'sun']
])('“%s” and “%s” are the same name', (one, other) => {
	expect(foldText(one)).toBe(foldText(other));
});

test('marks that make another letter in other scripts stay', () => {
	expect(foldText('กิ')).not.toBe(foldText('ก'));
	expect(foldText('ሰላም')).toBe('ሰላም');
});

test('folding twice is folding once', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(foldText(foldText(text))).toBe(foldText(text));
		})
	);
});
