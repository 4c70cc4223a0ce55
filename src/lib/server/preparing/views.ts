import type { Form } from '../../forms/definition.ts';
import type { Translator } from '../../language/translator.ts';
import type { ParticipationPlan } from '../../meetings/participation-plan.ts';
import type { SeenAlone } from '../../meetings/seen-alone.ts';
import type { CarersCount } from '../carers/asked.ts';
import type { GettingOn } from '../people/getting-on.ts';
import type { InboxRow, Kept, MeetingView } from '../statements/views.ts';

/** What preparing a meeting needs beside the core. */
export interface Preparing {
	readonly translator: (tag: string) => Translator;
	readonly forms: readonly Form[];
}

/** A change that somebody of the staff made; a name is null where nobody knows it any more. */
export interface Changed {
	readonly at: number;
	readonly by: string | null;
}

/** What may be done about somebody who has said nothing. */
export interface Asking {
	readonly gettingOn: GettingOn['state'];
	readonly invitedAt: number | null;
	readonly invitedAgainAt: number | null;
	/** London date on which they are asked by themselves; null once they were, and where that will not be. */
	readonly askedOn: string | null;
	/** They were asked today: once more is for another day. */
	readonly askedToday: boolean;
	/** They can sign in, have said nothing, and the meeting is still to come. */
	readonly mayAskAgain: boolean;
	/** They cannot sign in yet, and this reader may print them a card. */
	readonly mayMakeCard: boolean;
}

/** One young person of a meeting, on the way to it. */
export interface BeforeRow extends Asking {
	readonly youngPerson: {
		readonly id: string;
		readonly name: string;
		readonly age: number;
		readonly language: string;
	};
	readonly statements: InboxRow['statements'];
	readonly draftBegun: boolean;
	readonly seenAlone: SeenAlone | null;
	readonly seenAloneOn: string | null;
	readonly hasPlan: boolean;
	/** Who was asked that cares for them; null where it is no review. */
	readonly carers: CarersCount | null;
}

export interface BeforeView {
	readonly meeting: MeetingView;
	/** Still to come, and not cancelled. */
	readonly planned: boolean;
	readonly cancelled: boolean;
	readonly rows: readonly BeforeRow[];
}

/** Somebody with a meeting that is near, of whom nothing was heard. */
export interface NotHeardRow extends Asking {
	readonly meeting: MeetingView;
	readonly youngPerson: InboxRow['youngPerson'];
	readonly draftBegun: boolean;
}

export interface NotHeardList {
	/** How near a meeting is when silence before it is worth a question. */
	readonly workingDays: number;
	readonly rows: readonly NotHeardRow[];
	readonly total: number;
	readonly page: number;
	readonly pages: number;
}

/** A participation plan for whoever writes it, beside the young person's own words. */
export interface PlanToWrite {
	readonly youngPerson: {
		readonly id: string;
		readonly name: string;
		readonly language: string;
		readonly dialect: string | null;
	};
	readonly plan: ParticipationPlan | null;
	/** Counts its changes; 0 where it was never written. */
	readonly version: number;
	readonly changed: Changed | null;
	readonly aboutMe: Kept | null;
}

export interface OwnPlanView {
	readonly plan: ParticipationPlan;
	readonly changed: Changed;
}
