import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addWorkingDays } from '../meetings/working-days.ts';
import { dueDays } from './due-days.ts';

test('every day of a period is due when counting from it alone says', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 4000 }),
			fc.integer({ min: 0, max: 40 }),
			fc.record({
				decisions: fc.integer({ min: 1, max: 30 }),
				record: fc.integer({ min: 1, max: 30 })
			}),
			fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
			(start, length, limits, extra) => {
				const from = addDays('2018-01-01', start);
				const extraDays = extra.map((day) => addDays(from, day));
				const days = dueDays({ from, to: addDays(from, length) }, limits, extraDays);

				expect(days).toEqual(
					Array.from({ length: length + 1 }, (_, at) => ({
						heldOn: addDays(from, at),
						decisionsBy: addWorkingDays(addDays(from, at), limits.decisions, extraDays),
						recordBy: addWorkingDays(addDays(from, at), limits.record, extraDays)
					}))
				);
			}
		)
	);
});

test('whatever is no date never gets as far as a question to the database', () => {
	for (const from of ["2026-04-01'", '', 'today'])
		expect(() => dueDays({ from, to: '2026-04-30' }, { decisions: 5, record: 20 }, [])).toThrow(
			RangeError
		);
});
