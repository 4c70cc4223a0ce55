import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test.each([
	[144, 158, 91.1],
	[1703, 1875, 90.8],
	[36, 40, 90],
	[1, 3, 33.3],
	[2, 3, 66.7],
	[1, 16, 6.3], // 6.25
	[1, 2000, 0.1], // 0.05
	[0, 7, 0],
	[7, 7, 100]
])('%i of %i are %d per cent', (count, of, expected) => {
	expect(percent(count, of)).toBe(expected);
});

test('of nothing there is no share', () => {
	expect(percent(0, 0)).toBeNull();
});

test('a share has one decimal and is never more than half of it away', () => {
	fc.assert(
		fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (some, of) => {
			const count = Math.min(some, of);
			const share = percent(count, of) ?? Number.NaN;

			expect(Number(share.toFixed(1))).toBe(share);
			expect(Math.abs(share - (100 * count) / of)).toBeLessThanOrEqual(0.05 + 1e-9);
		})
	);
});
