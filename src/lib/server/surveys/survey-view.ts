import { FEWEST } from '../../figures/hiding.ts';
import { financialYear, financialYearOf, monthsOf } from '../../figures/periods.ts';
import { gaps, type Gap, type ToldSurvey } from '../../figures/survey.ts';
import { londonDate } from '../../language/dates.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { conferenceRecordsOf } from './conference-records.ts';
import { responsesByDay, type DayOfResponses } from './responses.ts';
import { COUNTED, toldSurveyYear } from './survey-figures.ts';

const YEARS_OFFERED = 10;

export interface SurveyView {
	/** Financial years that have ended, by the year they begin in; the last first. */
	readonly years: readonly number[];
	readonly year: number;
	readonly told: ToldSurvey;
	readonly before: ToldSurvey;
	/** Every answer a question offers, in its order. */
	readonly questions: typeof COUNTED;
	readonly gaps: readonly Gap[];
	/** Conferences of that year whose chair kept a record. */
	readonly records: number;
	/**
	 * The year that is not over, by its ended months: whether five answered, and no number. A number that grows would
	 * tell, taken from the one before, what a month hides.
	 */
	readonly running: readonly { readonly month: string; readonly enough: boolean }[];
}

/**
 * What parents said in one financial year that has ended, beside the year before and beside what chairs saw. Nobody
 * opens what stands behind it, so small numbers are hidden from managers too, and no other period is told: two that
 * overlap would tell what neither does.
 */
export async function readSurvey(
	core: Core,
	actor: Actor,
	asked: { readonly year: string }
): Promise<SurveyView> {
	demandOfStaff('survey.see', actor);
	const { read } = core.database;
	const today = londonDate(core.now());
	const current = financialYearOf(today);
	const days = await responsesByDay(read);
	const answered = new Set(days.map(({ respondedOn }) => financialYearOf(respondedOn)));
	const years = Array.from({ length: YEARS_OFFERED }, (_, back) => current - 1 - back).filter(
		(year, back) => back === 0 || answered.has(year)
	);
	const year = years.find((one) => String(one) === asked.year) ?? current - 1;
	const told = await toldSurveyYear(core, actor, year);
	const before = await toldSurveyYear(core, actor, year - 1);
	const records = await conferenceRecordsOf(read, financialYear(year));
	await core.database.inTransaction((tx) =>
		core.audit.record(tx, {
			action: 'figures.seen',
			actor,
			detail: { ...financialYear(year), survey: true }
		})
	);
	return {
		...{ years, year, told, before },
		questions: COUNTED,
		gaps: gaps(told, records),
		records: records.length,
		running: endedMonths(days, current, today)
	};
}

function endedMonths(days: readonly DayOfResponses[], year: number, today: string) {
	return monthsOf({ from: financialYear(year).from, to: today })
		.filter((month) => month < today.slice(0, 7))
		.map((month) => {
			const then = days.filter(({ respondedOn }) => respondedOn.startsWith(month));
			return { month, enough: then.reduce((sum, { responses }) => sum + responses, 0) >= FEWEST };
		});
}
