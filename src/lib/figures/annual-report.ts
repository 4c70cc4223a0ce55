import type { ParticipationCode } from '../meetings/participation.ts';
import type { Period } from './periods.ts';

/** How many were held, and how many of them by the day they were due. */
export interface HeldInTime {
	readonly held: number;
	readonly inTime: number;
	readonly inTimePercent: number | null;
}

/** How many were due, done or not, and how many of them in time. */
export interface DueInTime {
	readonly due: number;
	readonly inTime: number;
	readonly inTimePercent: number | null;
}

/**
 * The annual report of the reviewing service, as `sayso report annual --format json` gives it: relied on from outside.
 * Percentages have one decimal, rounded half up, and are null where there is nothing to divide by.
 */
export interface AnnualReport {
	readonly period: Period;
	/** Looked-after reviews, by the month they were held. */
	readonly reviews: {
		readonly months: readonly (HeldInTime & { readonly month: string })[];
		readonly total: HeldInTime;
		/** Sent within 5 working days of the review, or what the council set. */
		readonly decisions: DueInTime;
		/** Sent within 20 working days. */
		readonly records: DueInTime;
	};
	/** By conference, however many young people it was about. */
	readonly conferences: { readonly initial: HeldInTime; readonly review: HeldInTime };
	readonly participation: ParticipationFigures;
	readonly parentSurvey: ParentSurveyFigures;
	readonly statements: {
		readonly sent: number;
		readonly byForm: Readonly<Record<string, number>>;
		readonly byLanguage: Readonly<Record<string, number>>;
		readonly byStatus: Readonly<Record<string, number>>;
		readonly openedBeforeMeetingPercent: number | null;
	};
	readonly accounts: { readonly active: number };
	readonly requests: {
		readonly byKind: Readonly<Record<string, number>>;
		readonly inTimePercent: number | null;
	};
}

/** One entry a child a review. Shares are of the reviews of children of four and older. */
export interface ParticipationFigures {
	readonly reviewsOfChildrenAged4AndOver: number;
	/** Of every review, whatever the age. */
	readonly codes: Readonly<Record<ParticipationCode, number>>;
	readonly participated: number;
	readonly participatedPercent: number | null;
	readonly attended: number;
	readonly attendedPercent: number | null;
	/** Apart from PN7, never folded into it. */
	readonly notRecorded: number;
	readonly notRecordedPercent: number | null;
}

export interface ParentSurveyFigures {
	readonly responses: number;
	/** Held in the period. */
	readonly conferences: number;
	readonly returnPercent: number | null;
	readonly months: readonly {
		readonly month: string;
		readonly initial: number;
		readonly review: number;
	}[];
	readonly questions: Readonly<Record<string, AnsweredFigures>>;
}

export interface AnsweredFigures {
	readonly answered: number;
	/** Only answers that somebody gave. */
	readonly counts: Readonly<Record<string, number>>;
	readonly percents: Readonly<Record<string, number | null>>;
}

/** The same with numbers that may be hidden: then they are null. A share is null too where there is nothing to divide by. */
export type Told<T> = T extends number
	? number | null
	: T extends readonly (infer Item)[]
		? readonly Told<Item>[]
		: T extends object
			? { readonly [Key in keyof T]: Told<T[Key]> }
			: T;
export type ToldReport = Told<AnnualReport>;
