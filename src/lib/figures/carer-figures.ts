import { percent } from './percent.ts';

/** How carers answered who were asked in some time: whatever their review, they count where they were asked. */
export interface CarerReturn {
	readonly asked: number;
	readonly answered: number;
	/** Answered of asked; null where nobody was asked. */
	readonly answeredPercent: number | null;
	readonly chased: number;
	/** Of those who were chased. */
	readonly answeredAfterwards: number;
}

export interface CarerCount {
	readonly asked: number;
	readonly answered: number;
	readonly chased: number;
	readonly answeredAfterwards: number;
}

export function carerReturn(counts: readonly CarerCount[]): CarerReturn {
	const sum = (of: (one: CarerCount) => number) => counts.reduce((all, one) => all + of(one), 0);
	const asked = sum((one) => one.asked);
	const answered = sum((one) => one.answered);
	return {
		asked,
		answered,
		answeredPercent: percent(answered, asked),
		chased: sum((one) => one.chased),
		answeredAfterwards: sum((one) => one.answeredAfterwards)
	};
}

/** How long an answer took, in days; each up to and with the last of them. */
export const ANSWER_DAYS = [
	{ id: 'day', upTo: 0 },
	{ id: 'days_3', upTo: 3 },
	{ id: 'week', upTo: 7 },
	{ id: 'weeks_2', upTo: 14 },
	{ id: 'longer', upTo: Infinity }
] as const;
export type AnswerDays = (typeof ANSWER_DAYS)[number]['id'];

/** @param counted how many answers took so many days */
export function answerDays(
	counted: readonly { readonly days: number; readonly count: number }[]
): Readonly<Record<AnswerDays, number>> {
	const told = { day: 0, days_3: 0, week: 0, weeks_2: 0, longer: 0 };
	for (const { days, count } of counted) {
		const span = ANSWER_DAYS.find(({ upTo }) => days <= upTo);
		if (span) told[span.id] += count;
	}
	return told;
}

/** The days within which half of the answers came; null where none did. */
export function halfWithin(
	counted: readonly { readonly days: number; readonly count: number }[]
): number | null {
	const all = counted.reduce((sum, { count }) => sum + count, 0);
	let come = 0;
	for (const { days, count } of counted.toSorted((a, b) => a.days - b.days)) {
		come += count;
		if (come * 2 >= all) return days;
	}
	return null;
}
