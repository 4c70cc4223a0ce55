import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerDays, carerReturn, halfWithin } from './carer-figures.ts';

describe('how carers answer', () => {
	test('adds up, and has no share of nobody', () => {
		const none = { asked: 0, answered: 0, chased: 0, answeredAfterwards: 0 };
		expect(carerReturn([])).toEqual({ ...none, answeredPercent: null });
		expect(
			carerReturn([
				{ asked: 2, answered: 1, chased: 1, answeredAfterwards: 0 },
				{ asked: 1, answered: 1, chased: 1, answeredAfterwards: 1 }
			])
		).toEqual({ asked: 3, answered: 2, answeredPercent: 66.7, chased: 2, answeredAfterwards: 1 });
	});

	test('half of the answers came within so many days', () => {
		expect(halfWithin([])).toBeNull();
		expect(halfWithin([{ days: 4, count: 1 }])).toBe(4);
		expect(
			halfWithin([
				{ days: 9, count: 1 },
				{ days: 0, count: 1 },
				{ days: 3, count: 1 }
			])
		).toBe(3);
	});

	test('every answer is in one span of days', () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ days: fc.nat(400), count: fc.nat(20) })),
				(counted) =>
					Object.values(answerDays(counted)).reduce((sum, one) => sum + one, 0) ===
					counted.reduce((sum, { count }) => sum + count, 0)
			)
		);
		expect(
			answerDays([
				{ days: 0, count: 1 },
				{ days: 1, count: 2 },
				{ days: 14, count: 3 },
				{ days: 15, count: 4 }
			])
		).toEqual({ day: 1, days_3: 2, week: 0, weeks_2: 3, longer: 4 });
	});
});
