import type { ToldReport } from '../../figures/annual-report.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { reportOfRequests } from '../figures/requests.ts';
import { toldSurveyYear } from '../surveys/survey-figures.ts';

/**
 * What parents answered and what was asked for in an ended financial year, as every other page of a manager's tells it:
 * the same numbers hidden, or two pages would tell together what neither does.
 */
export async function hiddenParts(
	core: Core,
	actor: StaffActor,
	year: number
): Promise<Pick<ToldReport, 'parentSurvey' | 'requests'>> {
	return {
		parentSurvey: await toldSurveyYear(core, actor, year),
		requests: await reportOfRequests(core, actor, year)
	};
}
