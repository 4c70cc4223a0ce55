import { and, between, count, inArray, isNull } from 'drizzle-orm';
import { hideFamily } from '../../figures/hiding.ts';
import { percent } from '../../figures/percent.ts';
import { financialYear, type Period } from '../../figures/periods.ts';
import { codesOffered, surveyQuestions, type ToldSurvey } from '../../figures/survey.ts';
import { toldSurvey, type OfferedCodes } from '../../figures/survey-told.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import { CONFERENCES } from '../../meetings/kinds.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { tellOnce, toldBefore } from '../figures/told.ts';
import { surveyCounts } from '../report/survey.ts';

/** What is counted of the survey: no question that is answered in words. */
export const COUNTED: readonly OfferedCodes[] = surveyQuestions(parentsConference)
	.map((question) => ({ id: question.id, codes: codesOffered(question) }))
	.filter(({ codes }) => codes.length > 0);

const which = (startYear: number) => ({ subject: 'survey', period: String(startYear) });

/**
 * What parents answered in a financial year that is over, as everybody may have it who is not the operator: told once. A
 * sheet that is typed in late would change by one what somebody remembers, and so tell what stands on it. While fewer
 * answered than may be told, nothing was, and sheets may still come.
 */
export async function toldSurveyYear(
	core: Core,
	actor: StaffActor,
	startYear: number
): Promise<ToldSurvey> {
	const period = financialYear(startYear);
	const { told } = await tellOnce(
		core,
		actor,
		which(startYear),
		async (queries) => {
			const held = await conferencesHeld(queries, period);
			return toldSurvey(await surveyCounts(core, queries, period, held), COUNTED);
		},
		({ responses }) => responses !== null && responses > 0
	);
	return told;
}

/**
 * How many answered in one financial year, and what share that is, without opening an answer: of a year that was told,
 * what was told of it.
 */
export async function toldReturn(
	queries: Queries,
	startYear: number
): Promise<Pick<ToldSurvey, 'responses' | 'returnPercent'>> {
	const before = await toldBefore<ToldSurvey>(queries, which(startYear));
	if (before) return before.told;
	const { surveyResponses } = queries.tables;
	const period = financialYear(startYear);
	const [row] = await queries
		.select({ responses: count() })
		.from(surveyResponses)
		.where(between(surveyResponses.respondedOn, period.from, period.to));
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
				between(meetings.heldOn, from, to),
				isNull(meetings.cancelledAt)
			)
		);
	return row?.held ?? 0;
}
