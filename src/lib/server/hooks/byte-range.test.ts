import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
	[null, null],
	['bytes=0-', { from: 0, to: 99 }],
	['bytes=0-1', { from: 0, to: 1 }],
	['bytes=40-400', { from: 40, to: 99 }],
	['bytes=-10', { from: 90, to: 99 }],
	['bytes=-1000', { from: 0, to: 99 }],
	['bytes=-0', 'unsatisfiable'],
	['bytes=100-', 'unsatisfiable'],
	['bytes=9-3', null],
	['bytes=0-1,4-5', null],
	['items=0-1', null],
	['bytes=-', null],
	['bytes=a-b', null]
])('of 100 bytes, %s is', (header, range) => {
	expect(byteRange(header, 100)).toEqual(range);
});

test('whatever is asked for, what comes is within the file', () => {
	fc.assert(
		fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 10_000 }), (from, to, size) => {
			const range = byteRange(`bytes=${from}-${to}`, size);
			if (range === null || range === 'unsatisfiable') return;
			expect(range.from).toBeGreaterThanOrEqual(0);
			expect(range.to).toBeGreaterThanOrEqual(range.from);
			expect(range.to).toBeLessThan(size);
		})
	);
});
