import type { MeetingKind } from './kinds.ts';

/** The sorts of meeting a young person has one of at a time. */
export const FAMILIES = {
	review: ['looked_after_review'],
	conference: ['initial_conference', 'review_conference'],
	pathway: ['pathway_review']
} as const satisfies Readonly<Record<string, readonly MeetingKind[]>>;
export type Family = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly Family[];

export function familyOf(kind: string): Family {
	if (kind === 'pathway_review') return 'pathway';
	return kind === 'looked_after_review' ? 'review' : 'conference';
}

/** The kind that follows a meeting of this one. */
export function kindAfter(kind: MeetingKind): MeetingKind {
	return kind === 'initial_conference' ? 'review_conference' : kind;
}

/** What is not as it should be, the worst first. */
export const MISSING = [
	/** The day it was due by is over, and it was not held. */
	'overdue',
	/** Its day is over, and nobody said whether it was held. */
	'to_close',
	/** It has no date. */
	'not_planned',
	/** Its date is after the day it is due by. */
	'planned_late',
	'not_invited',
	'nothing_said',
	'not_seen_alone'
] as const;
export type Missing = (typeof MISSING)[number];

/** What is to be done before a meeting that is near. */
export const PREPARATION: readonly Missing[] = ['not_invited', 'nothing_said', 'not_seen_alone'];

/** How the next meeting of a young person stands; dates as `YYYY-MM-DD` in London. */
export interface Standing {
	/** The day it is planned for; null without a date. */
	readonly plannedOn: string | null;
	readonly dueBy: string | null;
	readonly invited: boolean;
	readonly said: boolean;
	readonly seenAlone: boolean;
}

/** @param near the last day that is so near that the young person should have been asked */
export function whatIsMissing(standing: Standing, today: string, near: string): Missing[] {
	const { plannedOn, dueBy } = standing;
	const isNear = plannedOn !== null && plannedOn >= today && plannedOn <= near;
	const holds: Readonly<Record<Missing, boolean>> = {
		overdue: dueBy !== null && dueBy < today,
		to_close: plannedOn !== null && plannedOn < today,
		not_planned: plannedOn === null,
		planned_late: plannedOn !== null && plannedOn >= today && dueBy !== null && plannedOn > dueBy,
		not_invited: isNear && !standing.invited,
		nothing_said: isNear && !standing.said,
		not_seen_alone: isNear && !standing.seenAlone
	};
	return MISSING.filter((one) => holds[one]);
}

/**
 * The day by which somebody has to do something about it: what is overdue since when, a date to be set by when, what is
 * near and not prepared today. Sorted by it, a list says what to do next.
 */
export function actBy(standing: Standing, missing: readonly Missing[], today: string): string {
	const { plannedOn, dueBy } = standing;
	const never = '9999-12-31';
	if (plannedOn === null) return dueBy ?? never;
	if (missing.includes('overdue') && dueBy !== null) return dueBy < plannedOn ? dueBy : plannedOn;
	if (missing.some((one) => PREPARATION.includes(one))) return today;
	return plannedOn;
}
