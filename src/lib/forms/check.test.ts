import { expect, test } from 'vitest';
import { NO_FACTS, SAMPLE } from '../../../tests/support/sample-form.ts';
import type { Answers } from './answers.ts';
import { checkList, isGiven } from './check.ts';

test('what was skipped or never come to is left out of the answers; “not sure” and “don’t want to say” are not', () => {
	const answers: Answers = {
		'1': { kind: 'rather_not' },
		'2': { kind: 'skipped' },
		'6': { kind: 'not_sure' }
	};

	const rows = checkList(SAMPLE, 'standard', answers, NO_FACTS).flatMap((section) => section.rows);

	expect(rows.filter(isGiven).map(({ question }) => question.id)).toEqual(['1', '6']);
	expect(rows.filter((row) => !isGiven(row)).map(({ question }) => question.id)).toContain('2');
});
