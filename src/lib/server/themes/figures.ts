import { hideFamily, type ToldFamily, type ToldTable } from '../../figures/hiding.ts';
import { financialYear, financialYearOf, monthsOf, type Period } from '../../figures/periods.ts';
import { tellMonth, tellTheme, type Part, type ToldTheme } from '../../figures/theme-figures.ts';
import { londonDate } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { readThemes, type Theme } from './list.ts';
import {
	decidedAbout,
	firstSent,
	OUTCOMES,
	PROMISES,
	raisedByGroup,
	raisedByMonth,
	sentByMonth,
	THEME_GROUPS,
	type RaisedIn,
	type ThemeGroup
} from './raised.ts';

/** More financial years than these are not offered. */
const MOST_YEARS = 15;

export type NamedTheme = Pick<Theme, 'id' | 'code' | 'name' | 'active'>;

/** A financial year as far as it may be told: of the running one the months that are over. */
export interface ThemeYear {
	/** The year it begins in. */
	readonly start: number;
	readonly period: Period;
	readonly ended: boolean;
	/** Those that are over, `YYYY-MM`. */
	readonly months: readonly string[];
}

export interface ThemesOfYear {
	/** The latest first. */
	readonly years: readonly Pick<ThemeYear, 'start' | 'ended'>[];
	readonly year: ThemeYear;
	/** Statements in these months, whatever they raised. */
	readonly sent: number;
	/** In the order of the list. */
	readonly themes: readonly (Pick<ToldTheme, 'months' | 'total' | 'sources'> & {
		readonly theme: NamedTheme;
	})[];
}

export interface ThemeOfYear extends Omit<ThemesOfYear, 'themes'> {
	readonly theme: NamedTheme;
	readonly told: Pick<ToldTheme, 'months' | 'total' | 'sources'>;
	/** Empty while the year runs. */
	readonly groups: readonly (ToldTable & { readonly id: ThemeGroup })[];
	/** Null while the year runs, and of the council's own themes. */
	readonly decided: ToldFamily | null;
}

/** Every theme in a financial year: the running one where none is asked for. */
export async function themesOfYear(
	core: Core,
	actor: Actor,
	start: number | null
): Promise<ThemesOfYear> {
	demandOfStaff('figures.see', actor);
	return core.database.snapshot(async (queries) => {
		const { years, year } = await yearAsked(core, queries, start);
		const counted = await countedIn(queries, year);
		const themes = await readThemes(queries);
		const some = themes.filter(({ id, active }) => active || counted.byTheme.has(id));
		return {
			years,
			year,
			sent: counted.sent,
			themes: some.map((theme) => {
				const { months, total, sources } = tellTheme({ ...counted.of(theme.id), groups: [] });
				return { theme: named(theme), months, total, sources };
			})
		};
	});
}

/** One theme in a financial year, by group and with what was decided. That somebody looked is kept. */
export async function themeOfYear(
	core: Core,
	actor: Actor,
	themeId: string,
	start: number | null
): Promise<ThemeOfYear> {
	demandOfStaff('figures.see', actor);
	const view = await core.database.snapshot(async (queries): Promise<ThemeOfYear> => {
		const theme = (await readThemes(queries)).find(({ id }) => id === themeId);
		if (!theme) throw notFound();
		const { years, year } = await yearAsked(core, queries, start);
		const counted = await countedIn(queries, year, theme.id);
		const parts = year.ended ? await raisedByGroup(queries, year.period, theme.id) : null;
		const groups = parts ? THEME_GROUPS.map((id) => ({ id, parts: parts[id] })) : [];
		const { months, total, sources, ...told } = tellTheme({ ...counted.of(theme.id), groups });
		return {
			...{ years, year, sent: counted.sent, theme: named(theme) },
			told: { months, total, sources },
			groups: THEME_GROUPS.flatMap((id) => {
				const table = told.groups.find((one) => one.id === id);
				return table ? { ...table, id } : [];
			}),
			decided:
				year.ended && theme.code !== null ? await toldDecisions(core, queries, year, theme) : null
		};
	});
	await core.database.inTransaction((tx) =>
		core.audit.record(tx, {
			action: 'figures.seen',
			actor,
			subject: { kind: 'theme', id: view.theme.id },
			detail: { ...view.year.period, statements: view.sent }
		})
	);
	return view;
}

const named = ({ id, code, name, active }: Theme): NamedTheme => ({ id, code, name, active });

/** @throws Refusal `not_found` for a year that is not offered */
async function yearAsked(core: Core, queries: Queries, start: number | null) {
	const today = londonDate(core.now());
	const running = financialYearOf(today);
	const first = financialYearOf(londonDate((await firstSent(queries)) ?? core.now()));
	const count = Math.min(running - first + 1, MOST_YEARS);
	const years = Array.from({ length: Math.max(1, count) }, (_, back) => ({
		start: running - back,
		ended: back > 0
	}));
	const chosen = years.find((one) => one.start === (start ?? running));
	if (!chosen) throw notFound();
	return { years, year: yearOf(chosen, today) };
}

function yearOf({ start, ended }: Pick<ThemeYear, 'start' | 'ended'>, today: string): ThemeYear {
	const whole = financialYear(start);
	const lastOver = addDays(`${today.slice(0, 7)}-01`, -1);
	const period = ended ? whole : { from: whole.from, to: lastOver };
	return { start, ended, period, months: period.to < period.from ? [] : monthsOf(period) };
}

/** What was sent and raised in the months of a year that are over. */
async function countedIn(queries: Queries, { period, months, ended }: ThemeYear, themeId?: string) {
	const none = months.length === 0;
	const sent = none ? new Map<string, number>() : await sentByMonth(queries, period);
	const raised = none ? [] : await raisedByMonth(queries, period, themeId);
	const byTheme = Map.groupBy(raised, (row) => row.themeId);
	return {
		byTheme,
		sent: [...sent.values()].reduce((all, one) => all + one, 0),
		of: (id: string) => ({ ...partsOf(byTheme.get(id) ?? [], months, sent), ended })
	};
}

function partsOf(
	rows: readonly RaisedIn[],
	months: readonly string[],
	sent: ReadonlyMap<string, number>
) {
	const raisedIn = new Map(rows.map(({ month, raised }) => [month, raised]));
	const raised = rows.reduce((all, row) => all + row.raised, 0);
	const officer = rows.reduce((all, row) => all + row.officer, 0);
	return {
		months: months.map((id): Part => ({
			id,
			sent: sent.get(id) ?? 0,
			raised: raisedIn.get(id) ?? 0
		})),
		sources: { answers: raised - officer, officer }
	};
}

async function toldDecisions(
	core: Core,
	queries: Queries,
	{ period }: ThemeYear,
	theme: Theme
): Promise<ToldFamily> {
	const today = londonDate(core.now());
	const { total, outcomes, promises } = await decidedAbout(queries, period, theme, today);
	return hideFamily({
		total,
		tables: [
			{ id: 'outcomes', cells: OUTCOMES.map((id) => ({ id, count: outcomes[id] })) },
			{ id: 'promises', cells: PROMISES.map((id) => ({ id, count: promises[id] })) }
		]
	});
}

/** Of every theme a month that is over, and the month before it. */
export async function themesOfMonth(
	queries: Queries,
	month: string,
	before: string
): Promise<
	readonly {
		readonly theme: NamedTheme;
		readonly count: number | null;
		readonly before: number | null;
	}[]
> {
	const period = { from: `${before}-01`, to: lastDayOf(month) };
	const sent = await sentByMonth(queries, period);
	const byTheme = Map.groupBy(await raisedByMonth(queries, period), (row) => row.themeId);
	const themes = await readThemes(queries);
	return themes
		.filter(({ id, active }) => active || byTheme.has(id))
		.map((theme) => {
			const { months } = partsOf(byTheme.get(theme.id) ?? [], [before, month], sent);
			const [was, is] = months.map(tellMonth);
			return { theme: named(theme), count: is ?? null, before: was ?? null };
		});
}

/** @param month `YYYY-MM` */
export function lastDayOf(month: string): string {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
