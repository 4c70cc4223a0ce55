import type { RequestKind } from './requests.ts';

/** Where a request stands. The words of a stage are in the locale files, `asked:stage` and `desk:requests.stage`. */
export const STAGES = [
	// Everything begins with one of these.
	'new',
	'stage_1',
	// An advocate
	'given',
	'contacted',
	// An independent visitor
	'waiting_list',
	'matched',
	// A complaint (SI 2006/1738)
	'stage_1_answered',
	'stage_2',
	'stage_2_answered',
	'panel',
	'panel_met',
	'panel_reported',
	// An early review
	'date_named',
	// Another worker
	'agreed',
	// How it ends
	'panel_answered',
	'settled',
	'ended',
	'declined',
	'objected',
	'held',
	'changed',
	'not_agreed',
	'withdrawn'
] as const;
export type Stage = (typeof STAGES)[number];

const ENDS: ReadonlySet<Stage> = new Set<Stage>([
	'panel_answered',
	'settled',
	'ended',
	'declined',
	'objected',
	'held',
	'changed',
	'not_agreed',
	'withdrawn'
]);

/** Whether nothing follows it. */
export const isOver = (stage: Stage): boolean => ENDS.has(stage);

/** The stages in which it is for the young person to say whether it goes on; whoever handles it waits. */
export const THEIR_TURN: readonly Stage[] = ['stage_1_answered', 'stage_2_answered'];

/** What takes a request from one stage to the next. */
export const MOVE_KINDS = [
	'given',
	'contacted',
	'ended',
	'declined',
	'listed',
	'matched',
	'objected',
	'answered',
	'next_asked',
	'panel_met',
	'panel_reported',
	'settled',
	'closed',
	'date_named',
	'held',
	'agreed',
	'not_agreed',
	'changed',
	'withdrawn'
] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Everything that can stand in the history of a request. */
export const STEP_KINDS = [
	...MOVE_KINDS,
	'received',
	'assigned',
	'extended',
	'replied',
	'still_waiting',
	'safeguarding',
	'advocate_offered',
	'advocate_accepted',
	'advocate_declined'
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface Move {
	readonly from: readonly Stage[];
	readonly to: Stage | Readonly<Partial<Record<Stage, Stage>>>;
	readonly by: 'handler' | 'young_person' | 'giver';
	/** What is written to the young person with it. */
	readonly words: 'needed' | 'may' | 'none';
	/** The date that goes with it: one that was, or one to come. */
	readonly date?: 'past' | 'coming';
	/** A place on a waiting list goes with it. */
	readonly place?: true;
	/** The clock goes on as it ran: it is no new time. */
	readonly keepsClock?: true;
	/** Only once the young person's own time to ask for more has passed. */
	readonly afterTheirTime?: true;
}

type Moves = Readonly<Partial<Record<MoveKind, Move>>>;

const ALL_OPEN = STAGES.filter((stage) => !isOver(stage));

/** Whatever it is, who asked for it can stop asking. What happened stays in its history. */
const WITHDRAWN: Move = { from: ALL_OPEN, to: 'withdrawn', by: 'young_person', words: 'none' };

const MOVES: Readonly<Record<RequestKind, Moves>> = {
	advocate: {
		// The time runs from the asking, whoever has it.
		given: {
			from: ['new', 'given'],
			to: 'given',
			by: 'giver',
			words: 'none',
			keepsClock: true
		},
		contacted: { from: ['new', 'given'], to: 'contacted', by: 'handler', words: 'may' },
		ended: {
			from: ['new', 'given', 'contacted'],
			to: 'ended',
			by: 'handler',
			words: 'needed'
		},
		declined: {
			from: ['new', 'given', 'contacted'],
			to: 'declined',
			by: 'young_person',
			words: 'none'
		},
		withdrawn: WITHDRAWN
	},
	independent_visitor: {
		listed: {
			from: ['new', 'waiting_list'],
			to: 'waiting_list',
			by: 'handler',
			words: 'may',
			place: true
		},
		matched: { from: ['new', 'waiting_list'], to: 'matched', by: 'handler', words: 'needed' },
		ended: {
			from: ['new', 'waiting_list', 'matched'],
			to: 'ended',
			by: 'handler',
			words: 'needed'
		},
		// s23ZB(6): who does not want one has none, or no longer.
		objected: {
			from: ['new', 'waiting_list', 'matched'],
			to: 'objected',
			by: 'young_person',
			words: 'none'
		},
		withdrawn: WITHDRAWN
	},
	complaint: {
		answered: {
			from: ['stage_1', 'stage_2', 'panel_reported'],
			to: {
				stage_1: 'stage_1_answered',
				stage_2: 'stage_2_answered',
				panel_reported: 'panel_answered'
			},
			by: 'handler',
			words: 'needed'
		},
		next_asked: {
			from: ['stage_1_answered', 'stage_2_answered'],
			to: { stage_1_answered: 'stage_2', stage_2_answered: 'panel' },
			by: 'young_person',
			words: 'none'
		},
		panel_met: { from: ['panel'], to: 'panel_met', by: 'handler', words: 'may', date: 'past' },
		panel_reported: {
			from: ['panel_met'],
			to: 'panel_reported',
			by: 'handler',
			words: 'may',
			date: 'past'
		},
		settled: {
			from: ['stage_1_answered', 'stage_2_answered'],
			to: 'settled',
			by: 'young_person',
			words: 'none'
		},
		closed: {
			from: ['stage_1_answered', 'stage_2_answered'],
			to: 'settled',
			by: 'handler',
			words: 'may',
			afterTheirTime: true
		},
		withdrawn: WITHDRAWN
	},
	// Nobody can refuse it: a pathway plan is reviewed whenever the young person asks (reg 7 of SI 2010/2571).
	early_review: {
		date_named: {
			from: ['new', 'date_named'],
			to: 'date_named',
			by: 'handler',
			words: 'may',
			date: 'coming'
		},
		held: { from: ['date_named'], to: 'held', by: 'handler', words: 'may', date: 'past' },
		withdrawn: WITHDRAWN
	},
	change_of_worker: {
		agreed: { from: ['new'], to: 'agreed', by: 'handler', words: 'needed' },
		not_agreed: { from: ['new'], to: 'not_agreed', by: 'handler', words: 'needed' },
		changed: { from: ['agreed'], to: 'changed', by: 'handler', words: 'may' },
		withdrawn: WITHDRAWN
	}
};

/** The stage a request of this kind begins in, on the day it comes. */
export const firstStage = (kind: RequestKind): Stage => (kind === 'complaint' ? 'stage_1' : 'new');

/** What this move is for a request of this kind; undefined where there is no such move. */
export const moveOf = (kind: RequestKind, step: MoveKind): Move | undefined => MOVES[kind][step];

/** Where a move leads from a stage; null where it cannot be made. */
export function stageAfter(kind: RequestKind, stage: Stage, step: MoveKind): Stage | null {
	const move = MOVES[kind][step];
	if (!move?.from.includes(stage) || isOver(stage)) return null;
	return typeof move.to === 'string' ? move.to : (move.to[stage] ?? null);
}

/**
 * The moves somebody can make from a stage.
 * @param theirTimeIsOver whether the young person's own time, where it is their turn, has passed
 */
export function movesFrom(
	kind: RequestKind,
	stage: Stage,
	by: Move['by'],
	theirTimeIsOver: boolean
): MoveKind[] {
	return MOVE_KINDS.filter((step) => {
		const move = MOVES[kind][step];
		if (move?.by !== by || stageAfter(kind, stage, step) === null) return false;
		if (move.afterTheirTime && !theirTimeIsOver) return false;
		return !(step === 'next_asked' && theirTimeIsOver);
	});
}

/** @throws Error on what is no stage: the database holds none */
export function stageOf(text: string): Stage {
	const stage = STAGES.find((known) => known === text);
	if (!stage) throw new Error(`not a stage of a request: ${text}`);
	return stage;
}

/** @throws Error on what is no step: the database holds none */
export function stepKindOf(text: string): StepKind {
	const step = STEP_KINDS.find((known) => known === text);
	if (!step) throw new Error(`not a step of a request: ${text}`);
	return step;
}
