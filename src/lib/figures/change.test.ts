import { expect, test } from 'vitest';
import { changeOf } from './change.ts';

test('a share is better when it went where it should go, and worse when it went the other way', () => {
	expect(changeOf(85.9, 80.9)).toBe('better');
	expect(changeOf(80.9, 85.9)).toBe('worse');
	expect(changeOf(58.5, 76.9, 'less')).toBe('better');
	expect(changeOf(76.9, 58.5, 'less')).toBe('worse');
});

test('less than a point is no change, and nothing is said of what is not known', () => {
	expect(changeOf(82.8, 83.1)).toBe('same');
	expect(changeOf(82, 83)).toBe('worse');
	expect(changeOf(90, 90, 'less')).toBe('same');
	expect(changeOf(null, 90)).toBeNull();
	expect(changeOf(90, null)).toBeNull();
});
