import { addDays } from '../meetings/working-days.ts';

/** Whose use of Sayso is watched, each by itself. */
export const USE_DIMENSIONS = ['care_status', 'team', 'unaccompanied', 'language'] as const;
export type UseDimension = (typeof USE_DIMENSIONS)[number];

/** How many whole weeks a page shows: a year, and the same week of the year before. */
export const WEEKS_SHOWN = 53;
const A_YEAR = 52;
/** The last weeks, and those before that tell what was to be expected of them. */
const RECENT = 4;
const BEFORE = 12;
/** All that judging looks at: the same weeks a year before are among them. */
export const WEEKS_JUDGED = A_YEAR + RECENT + BEFORE;
/** Of fewer expected in four weeks, none at all may be chance. */
const FEWEST_EXPECTED = 5;
/** School holidays may halve what is said; more than that they are not taken for. */
const QUIETEST_SEASON = 0.5;
/** How many times the usual scatter it must be below what was expected. */
const BEYOND_CHANCE = 2;
const SILENT_WEEKS = 6;

/**
 * - `used`: about as before, or more
 * - `fallen`: much less than before
 * - `silent`: nothing any more
 * - `few`: too few to tell either way
 */
export type UseState = 'used' | 'fallen' | 'silent' | 'few';

export interface Use {
	readonly state: UseState;
	/** In the last four weeks. */
	readonly seen: number;
	/** In four weeks, by the twelve before them. */
	readonly expected: number;
}

/**
 * Whether a group’s use of Sayso has fallen off.
 *
 * _Fallen_: in the last four whole weeks there was less than half of what the twelve weeks before made one expect, at
 * least five were expected, and it is too little to be chance: below by more than twice the scatter that such counts
 * have by themselves (the root of what was expected, and a third more because that is a count too). A small group has
 * to lose nearly all, a large one a little more than half. Where the same weeks a year ago were quieter than the twelve
 * before them, as in school holidays, so much less is expected, but never less than half.
 *
 * _Silent_: nothing for six weeks, where of the twelve before most had something. That tells of small groups, too.
 * @param weeks how many statements each whole week had, the last week last
 */
export function useOf(weeks: readonly number[]): Use {
	const seen = sum(weeks.slice(-RECENT));
	const expected = expectedOf(weeks);
	const state = isSilent(weeks) ? 'silent' : stateOf(seen, expected);
	return { state, seen, expected };
}

function stateOf(seen: number, expected: number): UseState {
	if (expected < FEWEST_EXPECTED) return 'few';
	const scatter = Math.sqrt(expected * (1 + RECENT / BEFORE));
	const less = seen < expected / 2 && expected - seen > BEYOND_CHANCE * scatter;
	return less ? 'fallen' : 'used';
}

function expectedOf(weeks: readonly number[]): number {
	const before = sum(weeks.slice(0, -RECENT).slice(-BEFORE));
	return (before / BEFORE) * RECENT * seasonOf(weeks.slice(0, -A_YEAR));
}

/** How these four weeks were a year ago against the twelve before them; 1 where they were no quieter, or nobody knows. */
function seasonOf(yearAgo: readonly number[]): number {
	const before = sum(yearAgo.slice(0, -RECENT).slice(-BEFORE));
	const expected = (before / BEFORE) * RECENT;
	if (yearAgo.length < RECENT + BEFORE || expected < FEWEST_EXPECTED) return 1;
	return Math.min(1, Math.max(QUIETEST_SEASON, sum(yearAgo.slice(-RECENT)) / expected));
}

function isSilent(weeks: readonly number[]): boolean {
	const before = weeks.slice(0, -SILENT_WEEKS).slice(-BEFORE);
	return sum(weeks.slice(-SILENT_WEEKS)) === 0 && before.filter(Boolean).length > BEFORE / 2;
}

/** What its managers were told of, and nothing more until it has recovered. */
export interface Fall {
	readonly state: 'fallen' | 'silent';
	readonly expected: number;
}

/**
 * Whether it is used again: three quarters of what was expected before it fell, so that what goes up and down about a
 * half is not told of again and again; after a silence, something in two of the last four weeks.
 */
export function isUsedAgain({ state, expected }: Fall, weeks: readonly number[]): boolean {
	const recent = weeks.slice(-RECENT);
	return state === 'silent'
		? recent.filter(Boolean).length >= 2
		: sum(recent) >= (expected * 3) / 4;
}

/** The Mondays of the last whole weeks, in order. @param today a London date, whose own week is not over */
export function wholeWeeks(today: string, count: number): string[] {
	const monday = mondayOf(today);
	return Array.from({ length: count }, (_, at) => addDays(monday, 7 * (at - count)));
}

export function mondayOf(date: string): string {
	const weekday = new Date(`${date}T00:00Z`).getUTCDay();
	return addDays(date, -((weekday + 6) % 7));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export interface UseGroup {
	/** `NOT_KNOWN` where it is not known. */
	readonly value: string;
	/** Statements of each week shown. */
	readonly weeks: readonly number[];
	readonly use: Use;
}

/** A fall managers were told of, that is not over. */
export interface UseFall {
	readonly dimension: UseDimension;
	readonly value: string;
	readonly state: 'fallen' | 'silent';
	/** The first day it was seen, a Monday. */
	readonly since: string;
	readonly expected: number;
	readonly seen: number;
}

export interface UseView {
	/** Mondays. */
	readonly weeks: readonly string[];
	readonly dimension: UseDimension;
	/** Of that dimension, who sent most first; they add up to `all`. */
	readonly groups: readonly UseGroup[];
	readonly all: UseGroup;
	/** Of every dimension, those whose use has fallen off. */
	readonly falls: readonly UseFall[];
	/** Young people with an account that is open now, and those of them who sent something in thirteen weeks. */
	readonly accounts: { readonly open: number; readonly used: number };
}
