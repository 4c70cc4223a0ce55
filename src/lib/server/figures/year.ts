import { eq, min } from 'drizzle-orm';
import { endedYears } from '../../figures/half-years.ts';
import { financialYear } from '../../figures/periods.ts';
import { tellParts, type ToldYear, type YearCounts } from '../../figures/told-year.ts';
import { londonDate } from '../../language/dates.ts';
import { CONFERENCES } from '../../meetings/kinds.ts';
import { demandOfStaff, may, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { invalid } from '../errors.ts';
import { heldByMonth, heldOf } from './meetings/held.ts';
import { codesByGroup, codesIn } from './meetings/participation.ts';
import { requestsOfYear } from './requests.ts';
import { statementFigures } from './statements/count.ts';
import { tellOnce, toldBefore, type Told } from './told.ts';

export interface YearView {
	/** Financial years that are over, the latest first, by the year they begin in. */
	readonly years: readonly number[];
	/** Null before the first is over. */
	readonly year: number | null;
	/** Null until a manager told it. */
	readonly told: Told<ToldYear> | null;
	readonly mayTell: boolean;
}

export type YearFigures = ReturnType<typeof createYearFigures>;

/**
 * A financial year for those who may open none of the lists behind it, and for the public: small numbers are hidden. A
 * manager tells it when everything is entered, and then it stays as it was told.
 */
export function createYearFigures(core: Core) {
	return {
		async see(actor: Actor, asked: string): Promise<YearView> {
			demandOfStaff('figures.see_year', actor);
			const { read } = core.database;
			const years = await yearsThereAre(core, read);
			const mayTell = may('figures.tell_year', rolesOf(actor));
			const year =
				years.find((one) => String(one) === asked) ??
				(mayTell ? undefined : await lastTold(read, years)) ??
				years[0] ??
				null;
			const told = year === null ? null : await toldBefore<ToldYear>(read, which(year));
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, {
					action: 'figures.seen',
					actor,
					detail: { view: 'year', year: year ?? '' }
				})
			);
			return { years, year, told, mayTell };
		},

		/** Once: telling it again leaves it as it is. @throws Refusal invalid `figures_year` */
		async tell(actor: Actor, asked: string): Promise<void> {
			demandOfStaff('figures.tell_year', actor);
			const { read } = core.database;
			const years = await yearsThereAre(core, read);
			const year = years.find((one) => String(one) === asked);
			if (year === undefined) throw invalid('figures_year');
			if (await toldBefore(read, which(year))) return;
			const requests = await requestsOfYear(core, actor, year);
			await tellOnce(core, actor, which(year), async (queries): Promise<ToldYear> => {
				return { parts: tellParts(year, await countYear(core, queries, year)), requests };
			});
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, { action: 'figures.told', actor, detail: { year } })
			);
		}
	};
}

const which = (year: number) => ({ subject: 'year', period: String(year) });

/** Who cannot tell a year has nothing to do with one that is not told yet. */
async function lastTold(queries: Queries, years: readonly number[]): Promise<number | undefined> {
	const { toldFigures } = queries.tables;
	const rows = await queries
		.select({ period: toldFigures.period })
		.from(toldFigures)
		.where(eq(toldFigures.subject, 'year'));
	return years.find((year) => rows.some(({ period }) => period === String(year)));
}

/** From the first meeting held or the first statement on. */
async function yearsThereAre(core: Core, queries: Queries): Promise<number[]> {
	const { meetings, statements } = queries.tables;
	const [held] = await queries.select({ on: min(meetings.heldOn) }).from(meetings);
	const [sent] = await queries.select({ at: min(statements.sentAt) }).from(statements);
	const sentAt = sent?.at ?? null;
	const days = [held?.on ?? null, sentAt === null ? null : londonDate(Number(sentAt))];
	const [first] = days.filter((day) => day !== null).sort();
	return first === undefined ? [] : endedYears(first, londonDate(core.now()));
}

async function countYear(core: Core, queries: Queries, year: number): Promise<YearCounts> {
	const period = financialYear(year);
	const groups = await codesByGroup(core, queries, period, 'looked_after_review');
	const { by } = await statementFigures(core, queries, period);
	const held = await heldByMonth(core, queries, period, ['looked_after_review', ...CONFERENCES]);
	const valuesOf = (group: 'sex' | 'ethnicity') =>
		groups[group].map(({ value, entries }) => ({ value, count: entries }));
	return {
		reviews: heldOf(held, 'looked_after_review'),
		initialConferences: heldOf(held, 'initial_conference'),
		reviewConferences: heldOf(held, 'review_conference'),
		participation: {
			codes: await codesIn(queries, period, 'looked_after_review'),
			sex: valuesOf('sex'),
			ethnicity: valuesOf('ethnicity')
		},
		statements: by
	};
}
