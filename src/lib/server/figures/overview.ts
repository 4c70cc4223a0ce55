import { and, count, isNotNull, isNull } from 'drizzle-orm';
import { participationRow, reviewRow } from '../../figures/meeting-figures.ts';
import type { OverviewView, ShareBeside } from '../../figures/overview.ts';
import { percent } from '../../figures/percent.ts';
import { financialYear, financialYearOf, yearBefore, type Period } from '../../figures/periods.ts';
import { londonDate } from '../../language/dates.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import { countGaps } from '../completeness/gaps.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { lateConcerns } from '../jobs/overdue/late-asked.ts';
import { toldReturn } from '../surveys/survey-figures.ts';
import { heldByMonth, heldOf } from './meetings/held.ts';
import { codesIn } from './meetings/participation.ts';
import { reviewsHeard } from './statements/count.ts';
import { unopenedIn } from './statements/times.ts';

export type Overview = ReturnType<typeof createOverview>;

/** What a manager looks at first: what waits today, and the few figures that matter most. */
export function createOverview(core: Core) {
	const { read } = core.database;
	return {
		async see(actor: Actor): Promise<OverviewView> {
			demandOfStaff('figures.see', actor);
			const today = londonDate(core.now());
			const year = financialYearOf(today);
			const period = { from: financialYear(year).from, to: today };
			const before = yearBefore(period);
			const now = await sharesIn(core, read, period);
			const then = await sharesIn(core, read, before);
			const beside = (name: keyof Shares): ShareBeside => ({
				...now[name],
				percent: percent(now[name].some, now[name].of),
				before: percent(then[name].some, then[name].of)
			});
			// Of this year nothing is told: a share that grows says on which day somebody answered.
			const parents = await toldReturn(read, year - 1);
			const parentsThen = await toldReturn(read, year - 2);
			const view: OverviewView = {
				...{ period, before, year },
				participated: beside('participated'),
				reviewsInTime: beside('reviewsInTime'),
				decisionsInTime: beside('decisionsInTime'),
				reviewsUnheard: beside('reviewsUnheard'),
				parents: {
					year: year - 1,
					percent: parents.returnPercent,
					before: parentsThen.returnPercent,
					tooFew: parents.responses === null,
					tooFewBefore: parentsThen.responses === null
				},
				today: await waitingToday(core, read, period, now.overdue)
			};
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, {
					action: 'figures.seen',
					actor,
					detail: { view: 'overview', ...period }
				})
			);
			return view;
		}
	};
}

type Shares = Readonly<
	Record<
		'participated' | 'reviewsInTime' | 'decisionsInTime' | 'reviewsUnheard',
		{ readonly some: number; readonly of: number }
	>
>;

type Overdue = Readonly<Record<'decisions' | 'records', number>>;

async function sharesIn(
	core: Core,
	queries: Queries,
	period: Period
): Promise<Shares & { readonly overdue: Overdue }> {
	const held = await heldByMonth(core, queries, period, ['looked_after_review']);
	const months = [...heldOf(held, 'looked_after_review').values()];
	const reviews = reviewRow(months);
	const took = participationRow(await codesIn(queries, period, 'looked_after_review'));
	const heard = await reviewsHeard(queries, period);
	const overdue = (what: keyof Overdue) =>
		months.reduce((sum, month) => sum + month.overdue[what], 0);
	return {
		overdue: { decisions: overdue('decisions'), records: overdue('records') },
		participated: { some: took.participated, of: took.reviewsOfChildrenAged4AndOver },
		reviewsInTime: { some: reviews.inTime, of: reviews.held },
		decisionsInTime: { some: reviews.decisions.inTime, of: reviews.decisions.due },
		reviewsUnheard: { some: heard.reviews - heard.withStatement, of: heard.reviews }
	};
}

async function waitingToday(
	core: Core,
	queries: Queries,
	period: Period,
	overdue: Overdue
): Promise<OverviewView['today']> {
	const { meetingOutcomes } = queries.tables;
	const [waiting] = await queries
		.select({ total: count() })
		.from(meetingOutcomes)
		.where(and(isNull(meetingOutcomes.finalAt), isNotNull(meetingOutcomes.decisionsSentAt)));
	const year = financialYear(financialYearOf(period.from));
	const gaps = await countGaps(queries, { period: year, today: londonDate(core.now()) });
	return {
		unopened: await unopenedIn(queries, period),
		decisions_overdue: overdue.decisions,
		records_overdue: overdue.records,
		decisions: waiting?.total ?? 0,
		concerns: (await lateConcerns(core, queries, core.now())).length,
		gaps: Object.values(gaps).reduce((all, one) => all + one, 0)
	};
}
