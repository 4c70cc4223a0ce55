import type { Facts } from '../../forms/definition.ts';
import type { Wording } from '../../forms/wording.ts';
import { planOf, type Plan, type PlannedAnswer } from '../../meetings/agenda.ts';
import type { MeetingView } from '../statements/views.ts';

/** What a young person planned for one of their meetings. */
export interface PlanView {
	readonly meeting: MeetingView;
	/** What they are called: the room knows them by that. */
	readonly youngPerson: string;
	/** Sent; or still a draft, which nobody but its author is shown. */
	readonly from:
		| { readonly kind: 'statement'; readonly id: string; readonly sentAt: number }
		| { readonly kind: 'draft' };
	/** The language it was made in: all that comes out speaks it, and English. */
	readonly language: string;
	/** For pages that everybody in the room may see. */
	readonly room: Plan;
	/** All of it that this reader may see. */
	readonly whole: Plan;
}

/** A plan as the meeting's chair has it. */
export interface ChairsPlanView extends PlanView {
	readonly statementId: string;
	/** As staff know them. */
	readonly fullName: string;
}

/** A young person's own meeting. */
export interface OwnMeetingView {
	readonly meeting: MeetingView;
	readonly state: 'planned' | 'running' | 'held' | 'cancelled' | 'no_date';
	readonly knownAs: string;
	readonly facts: Facts;
	/** The plan they sent for it, if there is one. */
	readonly plan: { readonly statementId: string; readonly sentAt: number } | null;
	/** Whether a plan is begun, and whether one that is sent now goes to this meeting. */
	readonly begun: boolean;
	readonly mayPlan: boolean;
}

/** What was answered, as a plan for the room and as all of it that its reader may see. */
export function shaped(
	wording: Wording,
	answers: readonly PlannedAnswer[],
	from: PlanView['from']
) {
	return {
		from,
		language: wording.language,
		room: planOf(wording, answers, 'room'),
		whole: planOf(wording, answers, 'chair')
	};
}
