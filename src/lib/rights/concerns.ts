import { addDays, addMonths, addWorkingDays, type ExtraDays } from '../meetings/working-days.ts';

/** How grave it is: red must change at once, amber soon, green is watched. */
export const CONCERN_COLOURS = ['red', 'amber', 'green'] as const;
export type ConcernColour = (typeof CONCERN_COLOURS)[number];

/** What became of it. */
export const CONCERN_OUTCOMES = ['solved', 'partly', 'not_solved', 'not_needed'] as const;
export type ConcernOutcome = (typeof CONCERN_OUTCOMES)[number];

export const CONCERN_STEP_KINDS = [
	'raised',
	/** To the stage after. */
	'moved',
	/** Past one stage or more: an officer may, and says why. */
	'skipped',
	/** What they answered. */
	'responded',
	'recoloured',
	/** The young person was told, later than it was raised. */
	'told',
	'closed'
] as const;
export type ConcernStepKind = (typeof CONCERN_STEP_KINDS)[number];

export const STAGE_KINDS = ['informal', 'formal', 'outside'] as const;

/** Somebody who has to answer a concern, and how soon. The first is informal, the last is outside the council. */
export interface ConcernStage {
	readonly id: string;
	readonly kind: (typeof STAGE_KINDS)[number];
	/** In working days. */
	readonly days: number;
	/** Whether the managers of the reviewing service are told when a concern gets there. */
	readonly tellsManagers: boolean;
	/** As the council calls it, by language; a stage Sayso knows has a name of its own too. */
	readonly names?: Readonly<Record<string, string>> | undefined;
	/** Taken out: concerns that are at it stay there, and none comes to it. */
	readonly gone?: boolean | undefined;
}

/** Within this many working days the formal stages inside the council should end: IRO Handbook 6. */
export const FORMAL_WORKING_DAYS = 20;

/** What holds where the council has set nothing: City of London's six, within the Handbook's twenty days. */
export const CONCERN_STAGES: readonly ConcernStage[] = [
	{ id: 'informal', kind: 'informal', days: 5, tellsManagers: false },
	{ id: 'team_manager', kind: 'formal', days: 10, tellsManagers: true },
	{ id: 'service_manager', kind: 'formal', days: 5, tellsManagers: true },
	{ id: 'assistant_director', kind: 'formal', days: 3, tellsManagers: true },
	{ id: 'director', kind: 'formal', days: 2, tellsManagers: true },
	{ id: 'outside', kind: 'outside', days: 20, tellsManagers: true }
];

/** Those a concern can be at from now on, in their order. */
export const stagesInUse = (stages: readonly ConcernStage[]): ConcernStage[] =>
	stages.filter(({ gone }) => gone !== true);

/** Where every concern begins. @throws Error where there are no stages: the settings let that not happen */
export function firstStage(stages: readonly ConcernStage[]): ConcernStage {
	const [first] = stagesInUse(stages);
	if (!first) throw new Error('there are no stages');
	return first;
}

/** The stages a concern can go to: upward, past as many as it takes, never back. The first is the one after. */
export function stagesAfter(stages: readonly ConcernStage[], stageId: string): ConcernStage[] {
	const at = stages.findIndex(({ id }) => id === stageId);
	return stages.filter((stage, index) => index > at && stage.gone !== true);
}

/** What going there is, or null where it is not upward. */
export function movingTo(
	stages: readonly ConcernStage[],
	from: string,
	to: string
): Extract<ConcernStepKind, 'moved' | 'skipped'> | null {
	const place = stagesAfter(stages, from).findIndex(({ id }) => id === to);
	if (place < 0) return null;
	return place === 0 ? 'moved' : 'skipped';
}

/** The last day for an answer. @param on the London date it came to the stage */
export const stageDueOn = ({ days }: ConcernStage, on: string, extraDays?: ExtraDays): string =>
	addWorkingDays(on, days, extraDays);

/** How long the formal stages inside the council last together. */
export const formalDays = (stages: readonly ConcernStage[]): number =>
	stagesInUse(stages)
		.filter(({ kind }) => kind === 'formal')
		.reduce((total, { days }) => total + days, 0);

/** A day is over with its last minute: the day something is due it is not late. */
export const isLate = (dueOn: string | null, today: string): boolean =>
	dueOn !== null && dueOn < today;

/**
 * When to look how the plan goes between two meetings: so many months after the one that was held, or half-way to the
 * next where that comes sooner.
 * @param nextOn when the next one is planned or due; null while nobody knows
 */
export function midwayDueOn(heldOn: string, nextOn: string | null, months: number): string {
	const after = addMonths(heldOn, months);
	if (nextOn === null || nextOn <= heldOn) return after;
	const days = (Date.parse(nextOn) - Date.parse(heldOn)) / 86_400_000;
	const halfway = addDays(heldOn, Math.floor(days / 2));
	return halfway < after ? halfway : after;
}
