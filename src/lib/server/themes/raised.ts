import { and, count, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { themesOfQuestion } from '../../figures/themes.ts';
import type { Part } from '../../figures/theme-figures.ts';
import { NOT_KNOWN } from '../../figures/meeting-figures.ts';
import { monthsOf, type Period } from '../../figures/periods.ts';
import type { Queries } from '../db/database.ts';
import { sentIn } from '../figures/statements/counted.ts';
import { londonMonth } from '../figures/statements/steps.ts';
import { promised } from '../promises/list.ts';
import type { Theme } from './list.ts';

/** What the young people who raised a theme are told apart by, at the moment of sending or as it is known today. */
export const THEME_GROUPS = [
	'age',
	'sex',
	'ethnicity',
	'disabled',
	'unaccompanied',
	'language',
	'status',
	'team'
] as const;
export type ThemeGroup = (typeof THEME_GROUPS)[number];

/** How many statements of one theme and month: by what was answered alone, and as an officer said. */
export interface RaisedIn {
	readonly themeId: string;
	readonly month: string;
	readonly raised: number;
	readonly officer: number;
}

/** Raised, and not taken away by who read it. */
function stands(queries: Queries): SQL | undefined {
	const { statementThemes } = queries.tables;
	return or(isNull(statementThemes.confirmed), eq(statementThemes.confirmed, 'yes'));
}

/** The London month a statement was sent in. */
function monthIn(queries: Queries, period: Period): SQL<string> {
	const { statements } = queries.tables;
	return londonMonth(statements.sentAt, period);
}

/** Of every month of a period, how many statements were sent. */
export async function sentByMonth(
	queries: Queries,
	period: Period
): Promise<ReadonlyMap<string, number>> {
	const { statements } = queries.tables;
	const month = monthIn(queries, period);
	const rows = await queries
		.select({ month, sent: count() })
		.from(statements)
		.where(sentIn(queries, period))
		.groupBy(month);
	const sent = new Map(rows.map((row) => [row.month, row.sent]));
	return new Map(monthsOf(period).map((one) => [one, sent.get(one) ?? 0]));
}

/**
 * Of every theme and month of a period, how many statements raised it. Themes hang on nothing else than what counts as a
 * statement: a request has none, and what is taken back loses its own.
 */
export function raisedByMonth(
	queries: Queries,
	period: Period,
	themeId?: string
): Promise<RaisedIn[]> {
	const { statementThemes } = queries.tables;
	const { themeId: theme, month, confirmed } = statementThemes;
	return queries
		.select({
			themeId: theme,
			month,
			raised: count(),
			officer: count(sql`case when ${confirmed} = 'yes' then 1 end`)
		})
		.from(statementThemes)
		.where(
			and(
				inArray(month, monthsOf(period)),
				themeId === undefined ? undefined : eq(theme, themeId),
				stands(queries)
			)
		)
		.groupBy(theme, month);
}

/**
 * The statements of a period by group: how many there are, and how many of them raised the theme. Counted here and not in
 * the database, where putting thousands of statements in order by eight columns takes longer than reading them.
 */
export async function raisedByGroup(
	queries: Queries,
	period: Period,
	themeId: string
): Promise<Readonly<Record<ThemeGroup, Part[]>>> {
	const { statements, statementThemes, youngPeople } = queries.tables;
	const { id, sex, ethnicity, disabled, unaccompanied, language, team } = youngPeople;
	const people = await queries
		.select({ id, sex, ethnicity, disabled, unaccompanied, language, team })
		.from(youngPeople);
	const sent = await queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			age: statements.ageBand,
			status: statements.careStatus
		})
		.from(statements)
		.where(sentIn(queries, period));
	const raising = await queries
		.select({ id: statementThemes.statementId })
		.from(statementThemes)
		.where(
			and(
				inArray(statementThemes.month, monthsOf(period)),
				eq(statementThemes.themeId, themeId),
				stands(queries)
			)
		);
	const raised = new Set(raising.map((row) => row.id));
	const byId = new Map(people.map((person) => [person.id, person]));
	const counts = new Map(THEME_GROUPS.map((group) => [group, new Map<string, [number, number]>()]));
	for (const { id: statementId, youngPersonId, age, status } of sent) {
		const facts = { ...byId.get(youngPersonId), age, status };
		for (const [group, parts] of counts) {
			const value = facts[group] || NOT_KNOWN;
			const part = parts.get(value) ?? [0, 0];
			part[0] += 1;
			if (raised.has(statementId)) part[1] += 1;
			parts.set(value, part);
		}
	}
	return Object.fromEntries([...counts].map(([group, parts]) => [group, inOrder(parts)])) as Record<
		ThemeGroup,
		Part[]
	>;
}

/** By name, what is not known last: their order tells nothing of how many they are. */
const inOrder = (parts: ReadonlyMap<string, readonly [number, number]>): Part[] =>
	[...parts]
		.map(([id, [sent, raised]]) => ({ id, sent, raised }))
		.toSorted(
			(a, b) => Number(a.id === NOT_KNOWN) - Number(b.id === NOT_KNOWN) || (a.id < b.id ? -1 : 1)
		);

export const OUTCOMES = ['agreed', 'partly', 'not_agreed', 'open'] as const;
export const PROMISES = ['done', 'overdue', 'open', 'not_done', 'none'] as const;

/** What was decided about a theme. */
export interface Decided {
	readonly total: number;
	readonly outcomes: Readonly<Record<(typeof OUTCOMES)[number], number>>;
	readonly promises: Readonly<Record<(typeof PROMISES)[number], number>>;
}

/**
 * What was decided about the answers of these statements to questions on the theme. Of the council's own themes no
 * question tells, so nothing can be said of them.
 * @param today London date: a promise due before it and open is overdue
 */
export async function decidedAbout(
	queries: Queries,
	period: Period,
	theme: Pick<Theme, 'id' | 'code'>,
	today: string
): Promise<Decided> {
	const { statements, statementThemes, decisions } = queries.tables;
	const isPromise = promised(queries);
	const rows = await queries
		.select({
			formId: statements.formId,
			questionId: decisions.questionId,
			outcome: decisions.outcome,
			isPromise: sql<number>`case when ${isPromise} then 1 else 0 end`.mapWith(Number),
			done: decisions.done,
			dueOn: decisions.dueOn
		})
		.from(statementThemes)
		.innerJoin(decisions, eq(decisions.statementId, statementThemes.statementId))
		.innerJoin(statements, eq(statements.id, statementThemes.statementId))
		.where(
			and(
				inArray(statementThemes.month, monthsOf(period)),
				eq(statementThemes.themeId, theme.id),
				stands(queries)
			)
		);
	const about = rows.filter(({ formId, questionId }) =>
		themesOfQuestion(formId, questionId ?? '').some((code) => code === theme.code)
	);
	const counted = <K extends string>(keys: readonly K[], of: (row: (typeof rows)[number]) => K) =>
		Object.fromEntries(
			keys.map((key) => [key, about.filter((row) => of(row) === key).length])
		) as Record<K, number>;
	return {
		total: about.length,
		outcomes: counted(OUTCOMES, ({ outcome }) => OUTCOMES.find((one) => one === outcome) ?? 'open'),
		promises: counted(PROMISES, (row) => {
			if (row.isPromise === 0) return 'none';
			if (row.done !== null) return row.done === 'done' ? 'done' : 'not_done';
			return (row.dueOn ?? today) < today ? 'overdue' : 'open';
		})
	};
}

/** When the first statement was sent; null: none was. */
export async function firstSent(queries: Queries): Promise<number | null> {
	const { statements } = queries.tables;
	const [first] = await queries
		.select({ at: statements.sentAt })
		.from(statements)
		.where(inArray(statements.goesTo, ['chair', 'worker']))
		.orderBy(statements.sentAt)
		.limit(1);
	return first?.at ?? null;
}
