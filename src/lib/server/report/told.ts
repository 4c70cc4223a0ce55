import type { AnnualReport, Told, ToldReport } from '../../figures/annual-report.ts';
import { financialYear, financialYearOf, monthsOf, type Period } from '../../figures/periods.ts';
import { londonDate } from '../../language/dates.ts';
import type { OpenReport } from './annual.ts';

/**
 * The report as managers may have it: what parents answered and what young people asked for is told of whole financial
 * years that have ended, with small numbers hidden, and of no other period. Two periods that overlap would tell, taken one
 * from the other, what neither does.
 * @param hidden those two parts of that year, as every page tells them
 */
export function toldReport(
	report: OpenReport,
	hidden: Pick<ToldReport, 'parentSurvey' | 'requests'> | null
): ToldReport {
	return { ...report, ...(hidden ?? { parentSurvey: untold(report), requests: NO_REQUESTS }) };
}

const NO_REQUESTS: Told<AnnualReport['requests']> = { byKind: {}, inTimePercent: null };

function untold({ period, conferences }: OpenReport): Told<AnnualReport['parentSurvey']> {
	return {
		responses: null,
		conferences: conferences.initial.held + conferences.review.held,
		returnPercent: null,
		months: monthsOf(period).map((month) => ({ month, initial: null, review: null })),
		questions: {}
	};
}

/** The year a period is, where it is a whole financial year that has ended. */
export function endedYear(period: Period, now: number): number | null {
	const year = financialYearOf(period.from);
	const { from, to } = financialYear(year);
	return period.from === from && period.to === to && to < londonDate(now) ? year : null;
}
