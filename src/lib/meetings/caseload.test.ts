import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actBy, MISSING, whatIsMissing, type Standing } from './caseload.ts';

const TODAY = '2026-11-21';
const NEAR = '2026-12-11';
const READY: Standing = {
	plannedOn: '2026-12-01',
	dueBy: '2026-12-10',
	invited: true,
	said: true,
	seenAlone: true
};

test.each<[string, Partial<Standing>, readonly string[]]>([
	['all is as it should be', {}, []],
	[
		'nobody asked, nothing came, nobody saw them alone',
		{ invited: false, said: false, seenAlone: false },
		['not_invited', 'nothing_said', 'not_seen_alone']
	],
	[
		'far away, nothing is missing yet',
		{ plannedOn: '2026-12-12', dueBy: '2026-12-20', invited: false, said: false, seenAlone: false },
		[]
	],
	['on the last near day it is', { plannedOn: NEAR, dueBy: NEAR, invited: false }, ['not_invited']],
	['today is not over', { plannedOn: TODAY, dueBy: TODAY }, []],
	['no date', { plannedOn: null }, ['not_planned']],
	[
		'no date, and it should have been',
		{ plannedOn: null, dueBy: '2026-11-20' },
		['overdue', 'not_planned']
	],
	['a date after the day it is due by', { dueBy: '2026-11-30' }, ['planned_late']],
	['over, and nobody said so', { plannedOn: '2026-11-20', said: false }, ['to_close']]
])('%s', (_, given, missing) => {
	expect(whatIsMissing({ ...READY, ...given }, TODAY, NEAR)).toEqual(missing);
});

const day = fc
	.integer({ min: 0, max: 60 })
	.map((count) => new Date(Date.UTC(2026, 9, 20 + count)).toISOString().slice(0, 10));

test('what is overdue stands before what is not, and each is told once', () => {
	const standing = fc.record({
		plannedOn: fc.option(day),
		dueBy: fc.option(day),
		invited: fc.boolean(),
		said: fc.boolean(),
		seenAlone: fc.boolean()
	});
	fc.assert(
		fc.property(standing, standing, (one, other) => {
			const missing = whatIsMissing(one, TODAY, NEAR);
			const others = whatIsMissing(other, TODAY, NEAR);
			expect(missing).toEqual(MISSING.filter((each) => missing.includes(each)));
			if (
				missing.includes('overdue') &&
				!others.includes('overdue') &&
				!others.includes('to_close')
			)
				expect(actBy(one, missing, TODAY) < actBy(other, others, TODAY)).toBe(true);
		})
	);
});
