import { describe, expect, test } from 'vitest';
import type { ConferenceRecord } from '../meetings/conference-record.ts';
import type { ParentSurveyFigures } from './annual-report.ts';
import { gaps } from './survey.ts';
import { toldSurvey } from './survey-told.ts';

const QUESTIONS = [
	{ id: 'P3', codes: ['3_or_more', '2', '1', 'on_the_day', 'none'] },
	{ id: 'P6', codes: ['1', '2', '3', '4', '5'] }
];

function figures(
	responses: number,
	questions: Readonly<Record<string, Readonly<Record<string, number>>>>,
	months: ParentSurveyFigures['months'] = [{ month: '2025-04', initial: responses, review: 0 }]
): ParentSurveyFigures {
	return {
		...{ responses, conferences: 200, returnPercent: null, months },
		questions: Object.fromEntries(
			Object.entries(questions).map(([id, counts]) => [id, { answered: 0, counts, percents: {} }])
		)
	};
}

const RECORD: ConferenceRecord = {
	report: '3_or_more',
	otherReports: 'some',
	parentsThere: 'both',
	metBefore: 'yes',
	childTookPart: 'under_age'
};

describe('what may be told of a year of answers', () => {
	test('is nothing but that they are few, where fewer than five answered', () => {
		const told = toldSurvey(figures(4, { P3: { '3_or_more': 4 } }), QUESTIONS);

		expect(told).toMatchObject({ responses: null, conferences: 200, returnPercent: null });
		expect(told.months).toEqual([{ month: '2025-04', initial: null, review: null }]);
		expect(told.questions['P3']).toMatchObject({ answered: null, counts: { '3_or_more': null } });
	});

	test('is the answer held beside the chair’s record, though a few said each of the others', () => {
		const told = toldSurvey(
			figures(40, { P3: { '3_or_more': 30, '1': 3, on_the_day: 4, none: 2 } }),
			QUESTIONS
		);

		expect(told.questions['P3']?.counts).toEqual({
			...{ '3_or_more': 30, '1': null, on_the_day: null, none: null },
			'2': 0
		});
		expect(told.questions['P3']?.answered).toBe(null);
	});

	test('names every answer that was offered, and shares where all of it may be told', () => {
		const told = toldSurvey(figures(40, { P6: { '4': 15, '5': 20 } }), QUESTIONS);

		expect(told.questions['P6']).toEqual({
			answered: 35,
			counts: { '1': 0, '2': 0, '3': 0, '4': 15, '5': 20 },
			percents: { '1': 0, '2': 0, '3': 0, '4': 42.9, '5': 57.1 }
		});
		expect(told.returnPercent).toBe(20);
	});

	test('is never a number under five, nor one hidden number alone, whatever was answered', () => {
		for (let first = 0; first <= 12; first += 1)
			for (let second = 0; second <= 9; second += 1)
				for (let unanswered = 0; unanswered <= 6; unanswered += 1) {
					const total = first + second * 2 + unanswered;
					const told = toldSurvey(
						figures(total, { P3: { '3_or_more': first, '1': second, none: second } }),
						QUESTIONS
					);
					const { counts = {}, answered = null } = told.questions['P3'] ?? {};
					const shown = Object.values(counts).flatMap((count) => count ?? []);
					const hidden = Object.values(counts).length - shown.length;
					expect(shown.filter((count) => count > 0 && count < 5)).toEqual([]);
					// With everything else known, what is left is one number and can be taken from the whole.
					if (hidden === 1) expect(answered).toBe(null);
					if (answered !== null && unanswered > 0) expect(unanswered).toBeGreaterThan(4);
				}
	});
});

describe('the gap', () => {
	test('is how much rosier parents are than the chairs’ records, in percentage points', () => {
		const told = toldSurvey(figures(40, { P3: { '3_or_more': 30, none: 10 } }), QUESTIONS);
		const late: ConferenceRecord = { ...RECORD, report: 'on_the_day' };

		const [report] = gaps(told, [RECORD, late, late, { ...RECORD, report: null }]);

		expect(report).toEqual({
			...{ id: 'report', question: 'P3' },
			...{ parentsPercent: 75, records: 3, chairPercent: 33.3, points: 41.7 }
		});
	});

	test('leaves out children who were too young, and is nothing where one side is hidden', () => {
		const told = toldSurvey(figures(40, { P3: { '3_or_more': 38, none: 2 } }), QUESTIONS);

		const all = gaps(told, [RECORD, { ...RECORD, childTookPart: 'not' }]);

		expect(all.find(({ id }) => id === 'child')).toMatchObject({ records: 1, chairPercent: 0 });
		expect(all.find(({ id }) => id === 'report')).toMatchObject({
			parentsPercent: null,
			chairPercent: 100,
			points: null
		});
	});
});
