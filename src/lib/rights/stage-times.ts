import { requestKindOf } from './requests.ts';
import { MOVE_KINDS, moveOf, THEIR_TURN, type Stage, type StepKind } from './stages.ts';

/** One line of what became of a request, as it is kept: the stage it led to or belongs to, with that stage's clock. */
export interface StepLine {
	readonly kind: StepKind;
	readonly stage: Stage;
	/** The day that stage began; null where nothing was counted yet. */
	readonly startedOn: string | null;
	readonly dueOn: string | null;
	/** The London date somebody wrote it down. */
	readonly on: string;
}

/** A time that somebody of the council had, and how it ended. */
export interface StageTime {
	readonly stage: Stage;
	/** The day that decided it: it was done on that day, or it ran out with it. */
	readonly decidedOn: string;
	readonly inTime: boolean;
}

/**
 * The times that a request's handlers had, one after the other, as far as it is decided whether each was kept: a stage
 * ended on its last day or before, or that day is over. The last one may still be running, and is then left out, as is
 * what the young person ended in good time themselves, and the time that is theirs to think. An extension moves the last
 * day; giving a request on does not begin its time anew.
 * @param steps in order
 * @param today London date
 */
export function stageTimes(kind: string, steps: readonly StepLine[], today: string): StageTime[] {
	const times: StageTime[] = [];
	let open: { readonly stage: Stage; readonly dueOn: string } | null = null;
	const close = (endedOn: string, byThem: boolean): void => {
		if (!open) return;
		const { stage, dueOn } = open;
		if (endedOn > dueOn) times.push({ stage, decidedOn: dueOn, inTime: false });
		else if (!byThem) times.push({ stage, decidedOn: endedOn, inTime: true });
		open = null;
	};
	for (const step of steps) {
		const name = MOVE_KINDS.find((one) => one === step.kind);
		const move = name && moveOf(requestKindOf(kind), name);
		if (move && !move.keepsClock) close(step.startedOn ?? step.on, move.by === 'young_person');
		const counts = step.dueOn !== null && !THEIR_TURN.includes(step.stage);
		open = counts ? { stage: step.stage, dueOn: step.dueOn } : null;
	}
	close(today, true);
	return times;
}
