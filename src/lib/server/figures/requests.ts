import { min } from 'drizzle-orm';
import type { ToldReport } from '../../figures/annual-report.ts';
import { endedHalves, halvesOf, type HalfYear } from '../../figures/half-years.ts';
import { sumTold, type ToldTable } from '../../figures/hiding.ts';
import { percent } from '../../figures/percent.ts';
import { toldRequests, type ToldRequests } from '../../figures/told-requests.ts';
import { londonDate } from '../../language/dates.ts';
import { REQUEST_KINDS } from '../../rights/requests.ts';
import { demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { HalfChosen } from './figures.ts';
import { decidedIn, raisedIn } from './request-counts.ts';
import { tellOnce, type Told } from './told.ts';

export interface RequestFiguresView extends HalfChosen {
	/** Null before the first half year is over. */
	readonly requests: Told<ToldRequests> | null;
}

export type RequestFigures = ReturnType<typeof createRequestFigures>;

/**
 * What young people asked for, for managers: they may open no request, and one may be about them. So it is told of half
 * years that are over, once for each, as things stand then, and with small numbers hidden.
 */
export function createRequestFigures(core: Core) {
	return {
		async ofHalf(actor: Actor, halfId: string): Promise<RequestFiguresView> {
			demandOfStaff('figures.see', actor);
			const { requests } = core.database.read.tables;
			const [first] = await core.database.read
				.select({ at: min(requests.createdAt) })
				.from(requests);
			const at = first?.at ?? null;
			const halves = at === null ? [] : endedHalves(londonDate(Number(at)), londonDate(core.now()));
			const half = halves.find(({ id }) => id === halfId) ?? halves[0] ?? null;
			const told = half && (await tellHalf(core, actor, half));
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, {
					action: 'figures.seen',
					actor,
					detail: { view: 'requests', half: half?.id ?? '' }
				})
			);
			return { halves, half, requests: told };
		}
	};
}

function tellHalf(core: Core, actor: StaffActor, half: HalfYear): Promise<Told<ToldRequests>> {
	return tellOnce(core, actor, { subject: 'requests', period: half.id }, async (queries) =>
		toldRequests(half, await raisedIn(queries, half), await decidedIn(core, queries, half))
	);
}

/**
 * What was asked for in a financial year that is over, added up from what is told of its halves: a number of the year
 * that is hidden in one of them is hidden, or it would tell that one.
 */
export async function requestsOfYear(
	core: Core,
	actor: StaffActor,
	year: number
): Promise<ToldTable> {
	const halves = await toldHalves(core, actor, year);
	return {
		id: 'kind',
		cells: REQUEST_KINDS.map((kind) => ({
			id: kind,
			count: sumTold(halves.map(({ raised }) => cellIn(raised.tables, 'kind', kind)))
		}))
	};
}

/** The same for the annual report. */
export async function reportOfRequests(
	core: Core,
	actor: StaffActor,
	year: number
): Promise<ToldReport['requests']> {
	const { cells } = await requestsOfYear(core, actor, year);
	const halves = await toldHalves(core, actor, year);
	const decided = (id: string) =>
		sumTold(halves.map((half) => cellIn(half.decided.tables, 'in_time', id)));
	const inTime = decided('in_time');
	const late = decided('late');
	return {
		byKind: Object.fromEntries(
			cells.filter(({ count }) => count !== 0).map(({ id, count }) => [id, count])
		),
		inTimePercent: inTime === null || late === null ? null : percent(inTime, inTime + late)
	};
}

async function toldHalves(core: Core, actor: StaffActor, year: number): Promise<ToldRequests[]> {
	const told: ToldRequests[] = [];
	for (const half of halvesOf(year)) told.push((await tellHalf(core, actor, half)).told);
	return told;
}

const cellIn = (tables: readonly ToldTable[], table: string, cell: string): number | null =>
	tables.find(({ id }) => id === table)?.cells.find(({ id }) => id === cell)?.count ?? null;
