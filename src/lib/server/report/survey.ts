import { and, asc, between, eq } from 'drizzle-orm';
import type { AnsweredFigures, ParentSurveyFigures } from '../../figures/annual-report.ts';
import { percent } from '../../figures/percent.ts';
import { monthsOf, type Period } from '../../figures/periods.ts';
import { codesOffered, surveyQuestions } from '../../figures/survey.ts';
import type { Answer } from '../../forms/answers.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import type { Question } from '../../forms/definition.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { codeOfAnswer, openSurveyAnswers, type SurveyAnswers } from '../surveys/answers.ts';

/**
 * What parents said of conferences, counted. Only answers that were given count: of a question that nobody answered
 * nothing is told, and of one in words how many wrote something.
 * @param conferences held in the period
 */
export async function surveyCounts(
	core: Core,
	queries: Queries,
	period: Period,
	conferences: number
): Promise<ParentSurveyFigures> {
	const { surveyResponses } = queries.tables;
	const rows = await queries
		.select({
			id: surveyResponses.id,
			conferenceKind: surveyResponses.conferenceKind,
			respondedOn: surveyResponses.respondedOn,
			answersSealed: surveyResponses.answersSealed
		})
		.from(surveyResponses)
		.where(
			and(
				eq(surveyResponses.survey, parentsConference.id),
				between(surveyResponses.respondedOn, period.from, period.to)
			)
		)
		.orderBy(asc(surveyResponses.id));
	const of = (month: string, kind: string) =>
		rows.filter((row) => row.respondedOn.startsWith(month) && row.conferenceKind === kind).length;
	return {
		responses: rows.length,
		conferences,
		returnPercent: percent(rows.length, conferences),
		months: monthsOf(period).map((month) => ({
			month,
			initial: of(month, 'initial'),
			review: of(month, 'review')
		})),
		questions: answered(rows.map((row) => openSurveyAnswers(core, row)))
	};
}

function answered(all: readonly SurveyAnswers[]): Record<string, AnsweredFigures> {
	return Object.fromEntries(
		surveyQuestions(parentsConference).flatMap((question) => {
			const given = all.flatMap((answers) => answers[question.id] ?? []).filter(isGiven);
			return given.length === 0 ? [] : [[question.id, figuresOf(question, given)]];
		})
	);
}

/** Something was said: not skipped, and of an answer in words not left empty. */
function isGiven(answer: Answer): boolean {
	if (answer.kind === 'words' || answer.kind === 'say') return answer.text.trim() !== '';
	return codeOfAnswer(answer) !== null;
}

function figuresOf(question: Question, given: readonly Answer[]): AnsweredFigures {
	const counts = new Map<string, number>();
	for (const answer of given) {
		const code = codeOfAnswer(answer);
		if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	const order = codesOffered(question);
	const sorted = [...counts].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
	return {
		answered: given.length,
		counts: Object.fromEntries(sorted),
		percents: Object.fromEntries(sorted.map(([code, n]) => [code, percent(n, given.length)]))
	};
}
