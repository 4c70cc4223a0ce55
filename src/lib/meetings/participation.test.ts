import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	attended,
	ATTENDED,
	codeFaults,
	CONVEYED,
	participated,
	PARTICIPATION_CODES,
	suggestCode
} from './participation.ts';

const OLD_ENOUGH = { ageOnDay: 12, sentStatement: false };

describe('the code that is suggested', () => {
	test.each([
		['all', 'spoke', 'PN1'],
		['part', 'spoke', 'PN1'],
		['all', 'advocate', 'PN2'],
		['all', 'advocate_briefed', 'PN2'],
		['all', 'symbols', 'PN3'],
		['all', 'medium', 'PN3'],
		['all', 'nothing', 'PN4'],
		['no', 'advocate', 'PN5'],
		['no', 'advocate_briefed', 'PN5'],
		['no', 'medium', 'PN6'],
		['no', 'nothing', 'PN7'],
		['no', null, null],
		['all', null, null],
		[null, 'spoke', null]
	] as const)('there: %s, conveyed: %s → %s', (attends, conveyed, code) => {
		expect(suggestCode({ ...OLD_ENOUGH, attended: attends, conveyed })).toBe(code);
	});

	test('under 4 it is PN0, whatever happened; on the fourth birthday no longer', () => {
		const spoke = { attended: 'all', conveyed: 'spoke', sentStatement: true } as const;
		expect(suggestCode({ ...spoke, ageOnDay: 3 })).toBe('PN0');
		expect(suggestCode({ ...spoke, ageOnDay: 4 })).toBe('PN1');
	});

	test('what they sent counts where they were not there, and changes nothing where they were', () => {
		const sent = { ageOnDay: 12, sentStatement: true };
		expect(suggestCode({ ...sent, attended: 'no', conveyed: null })).toBe('PN6');
		expect(suggestCode({ ...sent, attended: 'no', conveyed: 'nothing' })).toBe('PN6');
		expect(suggestCode({ ...sent, attended: 'no', conveyed: 'advocate_briefed' })).toBe('PN5');
		expect(suggestCode({ ...sent, attended: 'all', conveyed: 'nothing' })).toBe('PN4');
		expect(suggestCode({ ...sent, attended: null, conveyed: null })).toBeNull();
	});

	test('never fails a check of the Department, and agrees with who was there', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 25 }),
				fc.constantFrom(...ATTENDED),
				fc.constantFrom(...CONVEYED),
				fc.boolean(),
				(ageOnDay, attends, conveyed, sentStatement) => {
					const code = suggestCode({ ageOnDay, attended: attends, conveyed, sentStatement });
					expect(codeFaults(code, { ageOnDay, shortBreaksOnly: false })).toEqual([]);
					if (ageOnDay >= 4) expect(attended(code)).toBe(attends !== 'no');
				}
			)
		);
	});
});

describe('the checks of the Department for Education', () => {
	test.each([
		['no code', null, 12, false, ['167']],
		['PN0 at 4', 'PN0', 4, false, ['440']],
		['PN0 at 3', 'PN0', 3, false, []],
		['PN1 at 3', 'PN1', 3, false, ['441']],
		['PN7 at 3', 'PN7', 3, false, ['441']],
		['PN1 at 4', 'PN1', 4, false, []],
		['a code in short breaks', 'PN1', 9, true, ['399']],
		['no code in short breaks', null, 9, true, []]
	] as const)('%s', (_, code, ageOnDay, shortBreaksOnly, faults) => {
		expect(codeFaults(code, { ageOnDay, shortBreaksOnly })).toEqual(faults);
	});
});

test('who took part is told apart from who did not, who is too young and what nobody recorded', () => {
	const counted = Object.fromEntries(PARTICIPATION_CODES.map((code) => [code, participated(code)]));
	expect(counted).toEqual({
		PN0: 'under_four',
		PN1: 'yes',
		PN2: 'yes',
		PN3: 'yes',
		PN4: 'no',
		PN5: 'yes',
		PN6: 'yes',
		PN7: 'no'
	});
	expect(participated(null)).toBe('not_recorded');
	expect([attended('PN4'), attended('PN5'), attended('PN0'), attended(null)]).toEqual([
		true,
		false,
		null,
		null
	]);
});
