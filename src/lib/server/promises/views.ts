import type { DecisionWords } from '../deciding/views.ts';
import type { Said } from './said.ts';

/** Which promises are listed. */
export const SHOW = ['open', 'closed'] as const;
export type Show = (typeof SHOW)[number];

export interface PromiseCounts {
	readonly open: number;
	/** Of those that are open. */
	readonly overdue: number;
	readonly done: number;
	readonly notDone: number;
}

/** A promise in the list of those who see to it that it is kept. */
export interface PromiseRow {
	readonly id: string;
	readonly version: number;
	readonly youngPerson: { readonly id: string; readonly name: string };
	/** `YYYY-MM-DD`; null where the meeting is not held after all. */
	readonly heldOn: string | null;
	/** Null where all there is are words the young person said to the chair alone, and this reader is not. */
	readonly words: DecisionWords | null;
	readonly owner: string;
	readonly dueOn: string;
	readonly overdue: boolean;
	readonly done: 'done' | 'not_done' | null;
	readonly doneOn: string | null;
	readonly doneBy: string | null;
	readonly doneWhy: DecisionWords | null;
	/** What the young person says, where this reader may open what they said it in. */
	readonly said: { readonly said: Said; readonly statementId: string } | null;
}

export interface PromiseList {
	readonly show: Show;
	/** Of all this reader sees, not of the page alone. */
	readonly counts: PromiseCounts;
	readonly promises: readonly PromiseRow[];
	readonly page: number;
	readonly pages: number;
	/** For managers: of the whole council, and by officer. Counts, and nobody's words. */
	readonly council: CouncilPromises | null;
	/** Whether there can be promises of their own here: a manager alone has counts. */
	readonly lists: boolean;
}

export interface CouncilPromises extends PromiseCounts {
	readonly officers: readonly (PromiseCounts & { readonly name: string | null })[];
}
