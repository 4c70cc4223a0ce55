import type { Face, Facts } from '../../forms/definition.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import type { ToldDecision } from '../letters/told-decisions.ts';
import type { OwnRequest } from '../requests/views.ts';
import type { MeetingView, NoticeView, SentView } from '../statements/views.ts';

/** What a young person's own page shows. */
export interface HomeView {
	readonly knownAs: string;
	/** How they like pages to speak; null where nobody knows yet. */
	readonly face: Face | null;
	readonly facts: Facts;
	readonly next: MeetingView | null;
	/** Planned, and begun today; soonest first. */
	readonly meetings: readonly MeetingView[];
	readonly lastHeld: LastHeld | null;
	readonly drafts: readonly BegunView[];
	readonly sent: readonly SentView[];
	/** What they asked for that is not closed. */
	readonly requests: readonly OwnRequest[];
	readonly notices: readonly NoticeView[];
	/** What was promised to them, as far as they have been told: what is open first. */
	readonly promises: readonly ToldDecision[];
}

/** The meeting of theirs that was held last. */
export interface LastHeld {
	readonly id: string;
	readonly kind: MeetingKind;
	/** `YYYY-MM-DD` */
	readonly heldOn: string;
}

/** A form they began. */
export interface BegunView {
	readonly formId: string;
	readonly updatedAt: number;
	/** Begun with somebody who helped, and apart from their own. */
	readonly helped: {
		readonly togetherId: string;
		/** Null where nobody knows any more. */
		readonly by: string | null;
	} | null;
}
