import type { Chart } from '#lib/figures/chart.ts';
import type { Facts, Question } from '#lib/forms/definition.ts';
import { wordsOf } from '#lib/forms/words.ts';
import { parentsConference } from '#lib/forms/catalogue/parents-conference.ts';
import { surveyQuestions } from '#lib/figures/survey.ts';
import { monthName } from '#lib/language/dates.ts';
import type { Translator } from '#lib/language/translator.ts';
import type { SurveyView } from '#lib/server/surveys/survey-view.ts';

/** How many answered, by month and kind of conference. */
export function monthsChart({ told }: SurveyView, { t, language }: Translator): Chart {
	return {
		kind: 'columns',
		title: t('survey_figures:months.title'),
		rowsLabel: t('survey_figures:months.month'),
		unit: 'count',
		series: [
			{ id: 'initial', label: t('survey_figures:months.initial') },
			{ id: 'review', label: t('survey_figures:months.review') }
		],
		rows: told.months.map(({ month, initial, review }) => ({
			id: month,
			label: monthName(month, language),
			values: [initial, review]
		}))
	};
}

/** What parents and chairs say of the same, side by side. */
export function gapChart({ gaps }: SurveyView, { t }: Translator): Chart {
	return {
		kind: 'bars',
		title: t('survey_figures:gap.chart'),
		rowsLabel: t('survey_figures:gap.what'),
		unit: 'percent',
		beside: true,
		series: [
			{ id: 'parents', label: t('survey_figures:gap.parents') },
			{ id: 'chairs', label: t('survey_figures:gap.chairs') }
		],
		rows: gaps.map(({ id, parentsPercent, chairPercent }) => ({
			id,
			label: t(`survey_figures:gap.${id}`),
			values: [parentsPercent, chairPercent]
		}))
	};
}

/** One question, answer by answer; with how many answered it, where that may be told. */
export function answerCharts(
	{ told, questions }: SurveyView,
	translator: Translator
): { readonly id: string; readonly chart: Chart; readonly answered: number | null }[] {
	const { t } = translator;
	const asked = new Map(surveyQuestions(parentsConference).map((one) => [one.id, one]));
	return questions.map(({ id, codes }) => {
		const labels = answerLabels(asked.get(id), translator);
		return {
			id,
			answered: told.questions[id]?.answered ?? null,
			chart: {
				kind: 'bars',
				title: wordsOf(parentsConference, 'standard', translator).questionTitle(id),
				rowsLabel: t('survey_figures:answers.answer'),
				unit: 'count',
				series: [{ id: 'parents', label: t('survey_figures:answers.count') }],
				rows: codes.map((code) => ({
					id: code,
					label: labels(code),
					values: [told.questions[id]?.counts[code] ?? null]
				}))
			}
		};
	});
}

/** Of parents nothing is known before they answer. */
const NOTHING_KNOWN: Facts = {
	unaccompanied: false,
	age: 0,
	promises: [],
	statuses: [],
	planned: [],
	justHeld: false,
	writeUpDue: false
};

/** The words of an answer by its code, as figures and the page for typing in a sheet have them. */
export function answerLabels(
	question: Question | undefined,
	translator: Translator
): (code: string) => string {
	const { t } = translator;
	if (!question) return (code) => code;
	const labels = wordsOf(parentsConference, 'standard', translator).labels(question, NOTHING_KNOWN);
	return (code) => {
		const label = labels[code] ?? code;
		if (question.type === 'faces' && code !== 'rather_not')
			return t('survey_figures:answers.faces', { number: code, face: label });
		if (question.type === 'scale' && code !== 'rather_not') {
			const end = code === '0' ? labels['low'] : code === '10' ? labels['high'] : undefined;
			return end === undefined ? code : t('figures:scale_end', { number: code, end });
		}
		return label;
	};
}
