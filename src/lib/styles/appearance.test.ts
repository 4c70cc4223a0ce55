import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appearanceFrom, APPEARANCE, AS_IT_COMES, attributesOf } from './appearance.ts';

test('a page as it comes carries no attribute but how it is read aloud', () => {
	expect(attributesOf(AS_IT_COMES)).toBe('data-read-aloud="button"');
});

test('every setting that was changed is written', () => {
	expect(attributesOf({ ...AS_IT_COMES, size: 'large', theme: 'sea', readAloud: 'off' })).toBe(
		'data-size="large" data-theme="sea" data-read-aloud="off"'
	);
});

test('whatever was kept, what is written is one of the settings that are offered', () => {
	const offered = Object.values(APPEARANCE).flat();
	fc.assert(
		fc.property(
			fc.dictionary(fc.constantFrom(...Object.keys(APPEARANCE)), fc.anything()),
			(kept) => {
				const values = [...attributesOf(appearanceFrom(kept)).matchAll(/="([^"]*)"/g)];
				for (const [, value] of values) expect(offered).toContain(value);
			}
		)
	);
});
