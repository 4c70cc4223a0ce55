import { and, count, gte, inArray, isNull, lte } from 'drizzle-orm';
import { hideFamily } from '../../figures/hiding.ts';
import { percent } from '../../figures/percent.ts';
import { financialYear, type Period } from '../../figures/periods.ts';
import { codesOffered, surveyQuestions, type ToldSurvey } from '../../figures/survey.ts';
import { toldSurvey, type OfferedCodes } from '../../figures/survey-told.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import { CONFERENCES } from '../../meetings/kinds.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { surveyCounts } from '../report/survey.ts';

/** What is counted of the survey: no question that is answered in words. */
export const COUNTED: readonly OfferedCodes[] = surveyQuestions(parentsConference)
	.map((question) => ({ id: question.id, codes: codesOffered(question) }))
	.filter(({ codes }) => codes.length > 0);

/** What parents answered in one financial year, as everybody may have it who is not the operator. */
export async function toldSurveyYear(
	core: Core,
	queries: Queries,
	startYear: number
): Promise<ToldSurvey> {
	const period = financialYear(startYear);
	const held = await conferencesHeld(queries, period);
	return toldSurvey(await surveyCounts(core, queries, period, held), COUNTED);
}

/** How many answered in one financial year, and what share that is, without opening an answer: told as `toldSurveyYear` does. */
export async function toldReturn(
	queries: Queries,
	startYear: number
): Promise<Pick<ToldSurvey, 'responses' | 'returnPercent'>> {
	const { surveyResponses } = queries.tables;
	const period = financialYear(startYear);
	const [row] = await queries
		.select({ responses: count() })
		.from(surveyResponses)
		.where(
			and(
				gte(surveyResponses.respondedOn, period.from),
				lte(surveyResponses.respondedOn, period.to)
			)
		);
	const { total } = hideFamily({ total: row?.responses ?? 0, tables: [] });
	const held = await conferencesHeld(queries, period);
	return { responses: total, returnPercent: total === null ? null : percent(total, held) };
}

/** Of both kinds, held in the period. */
async function conferencesHeld(queries: Queries, { from, to }: Period): Promise<number> {
	const { meetings } = queries.tables;
	const [row] = await queries
		.select({ held: count() })
		.from(meetings)
		.where(
			and(
				inArray(meetings.kind, [...CONFERENCES]),
				gte(meetings.heldOn, from),
				lte(meetings.heldOn, to),
				isNull(meetings.cancelledAt)
			)
		);
	return row?.held ?? 0;
}
