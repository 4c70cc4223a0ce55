import { and, count, eq } from 'drizzle-orm';
import { FEWEST } from '../../figures/hiding.ts';
import { monthsOf } from '../../figures/periods.ts';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { addDays, addMonths } from '../../meetings/working-days.ts';
import { REQUEST_KINDS, type RequestKind } from '../../rights/requests.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import { overdueConcerns } from '../concerns/overdue.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { sentIn } from '../figures/statements/counted.ts';
import { lateAfterMeetings } from '../jobs/overdue/late-meetings.ts';
import { unansweredStatements } from '../jobs/overdue/late-statements.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { countsOf } from '../promises/counts.ts';
import { promised } from '../promises/list.ts';
import { overdueRequests } from '../requests/overdue.ts';
import { lastDayOf, themesOfMonth, type NamedTheme } from './figures.ts';
import { firstSent, sentByMonth } from './raised.ts';

/** So many notes are there to be had: two years of them. */
const MOST_MONTHS = 24;

/** What can be late, in the order a note tells it. */
export const LATE = [
	'replies',
	'outcomes',
	'decisions',
	'records',
	'letters',
	'promises',
	'concerns'
] as const;
export type LateWhat = (typeof LATE)[number];

const OF_MEETINGS = {
	outcomes: 'outcome_late',
	decisions: 'decisions_late',
	records: 'record_late',
	letters: 'letter_late'
} as const;

/**
 * The note of a month that is over, for senior managers: on screen and on paper the same. What is late is what fell due
 * by the end of that month and was not done when the note was made.
 */
export interface Note {
	/** `YYYY-MM` */
	readonly month: string;
	readonly before: string;
	readonly madeAt: number;
	readonly sent: number;
	/** Numbers of one to four are hidden (null). What nobody raised in either month is left out. */
	readonly themes: readonly {
		readonly theme: NamedTheme;
		readonly count: number | null;
		readonly before: number | null;
	}[];
	readonly late: readonly { readonly what: LateWhat; readonly count: number }[];
	/** Nobody may list requests over all who handle them: small numbers are hidden. */
	readonly requests: readonly { readonly kind: RequestKind; readonly count: number | null }[];
	readonly praised: {
		readonly goodNews: number;
		readonly goodNewsBefore: number;
	};
}

/** The months there is a note of, the latest first. */
export async function monthsWithNote(
	core: Core,
	queries: Queries,
	actor: Actor
): Promise<string[]> {
	demandOfStaff('note.read', actor);
	const first = await firstSent(queries);
	if (first === null) return [];
	const months = monthsOf({ from: londonDate(first), to: londonDate(core.now()) }).slice(0, -1);
	return months.toReversed().slice(0, MOST_MONTHS);
}

/** @throws Refusal `not_found` for a month that is not over, or long over */
export async function noteOf(core: Core, actor: Actor, month: string): Promise<Note> {
	demandOfStaff('note.read', actor);
	const note = await core.database.snapshot(async (queries): Promise<Note> => {
		if (!(await monthsWithNote(core, queries, actor)).includes(month)) throw notFound();
		const before = addMonths(`${month}-01`, -1).slice(0, 7);
		const sent = await sentByMonth(queries, { from: `${month}-01`, to: lastDayOf(month) });
		const themes = await themesOfMonth(queries, month, before);
		return {
			...{ month, before, madeAt: core.now() },
			sent: sent.get(month) ?? 0,
			themes: inOrder(themes.filter((one) => one.count !== 0 || one.before !== 0)),
			late: await lateIn(core, queries, month),
			requests: await lateRequestsIn(core, queries, month),
			praised: {
				goodNews: await goodNewsIn(queries, month),
				goodNewsBefore: await goodNewsIn(queries, before)
			}
		};
	});
	await core.database.inTransaction((tx) =>
		core.audit.record(tx, { action: 'note.read', actor, detail: { month } })
	);
	return note;
}

/** The most raised first; what is hidden stays in the order of the list, which tells nothing of it. */
const inOrder = (themes: Note['themes']): Note['themes'] =>
	themes.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0));

async function lateIn(core: Core, queries: Queries, month: string): Promise<Note['late']> {
	const now = core.now();
	const extraDays = await readExtraDays(queries);
	const at = { now, limits: await readLimits(queries), extraDays };
	const next = addDays(lastDayOf(month), 1);
	const by = (lateSince: number) => lateSince <= londonMidnight(next);
	const replies = await unansweredStatements(queries, at);
	const meetings = await lateAfterMeetings(queries, at);
	const concerns = await overdueConcerns(core, queries, now);
	const promises = await countsOf(queries, promised(queries), next);
	const ofMeetings = (what: keyof typeof OF_MEETINGS) =>
		meetings.filter(({ kind, lateSince }) => kind === OF_MEETINGS[what] && by(lateSince)).length;
	const counts: Readonly<Record<LateWhat, number>> = {
		replies: replies.filter(({ lateSince }) => by(lateSince)).length,
		outcomes: ofMeetings('outcomes'),
		decisions: ofMeetings('decisions'),
		records: ofMeetings('records'),
		letters: ofMeetings('letters'),
		promises: promises.overdue,
		concerns: concerns.filter(({ stageDueOn }) => stageDueOn < next).length
	};
	return LATE.map((what) => ({ what, count: counts[what] }));
}

async function lateRequestsIn(
	core: Core,
	queries: Queries,
	month: string
): Promise<Note['requests']> {
	const overdue = await overdueRequests(core, queries, core.now());
	const late = overdue.filter(({ dueOn }) => dueOn <= lastDayOf(month));
	return REQUEST_KINDS.map((kind) => {
		const some = late.filter((one) => one.kind === kind).length;
		return { kind, count: some > 0 && some < FEWEST ? null : some };
	});
}

async function goodNewsIn(queries: Queries, month: string): Promise<number> {
	const { statements } = queries.tables;
	const [row] = await queries
		.select({ sent: count() })
		.from(statements)
		.where(
			and(
				sentIn(queries, { from: `${month}-01`, to: lastDayOf(month) }),
				eq(statements.formId, 'good-news')
			)
		);
	return row?.sent ?? 0;
}
