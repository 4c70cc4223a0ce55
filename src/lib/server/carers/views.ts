import type { CarerFlag } from '../../forms/catalogue/carer-consultation.ts';
import type { QuestionWording, Sentence } from '../../forms/wording.ts';
import type { CarerRole } from '../../meetings/carers.ts';
import type { AnswerView, MeetingView } from '../statements/views.ts';

/** One carer who was asked, as whoever asks sees it. */
export interface AskedCarer {
	readonly id: string;
	readonly name: string;
	readonly role: CarerRole;
	readonly language: string;
	readonly askedAt: number;
	readonly state: 'asked' | 'answered' | 'taken_back';
	/** How they were given the link; null once nothing is left of it. */
	readonly by: 'email' | 'slip' | null;
	/** What became of the last mail to them: `failed` means that the address is not right. */
	readonly mail: 'waiting' | 'sent' | 'failed' | null;
	/** They were written to today: once more is for another day. */
	readonly writtenToday: boolean;
	readonly chasedAt: number | null;
	readonly answeredAt: number | null;
	/** Null too for who may not read the answers. */
	readonly flag: CarerFlag | null;
	readonly mayRead: boolean;
}

/** Somebody who answered before an earlier review: asked again by one tap. */
export interface CarerBefore {
	readonly consultationId: string;
	readonly name: string;
	readonly role: CarerRole;
}

export interface CarersOfPerson {
	readonly youngPerson: { readonly id: string; readonly name: string; readonly language: string };
	readonly asked: readonly AskedCarer[];
	readonly before: readonly CarerBefore[];
	/** The review is still to come, and not everybody possible was asked. */
	readonly mayAsk: boolean;
}

export interface CarersView {
	readonly meeting: MeetingView;
	/** It can still be answered. */
	readonly open: boolean;
	readonly people: readonly CarersOfPerson[];
}

/** A question with what was said, and the language it was asked in. */
export interface CarerAnswer {
	readonly question: QuestionWording;
	readonly given: AnswerView;
	readonly shownIn: string;
}

/** What one carer said, opened. */
export interface CarerWords {
	readonly id: string;
	readonly name: string;
	readonly role: CarerRole;
	readonly answeredAt: number;
	readonly flag: CarerFlag | null;
	readonly sections: readonly {
		readonly title: Sentence;
		readonly items: readonly CarerAnswer[];
	}[];
	/** For whoever chairs alone; never read to the room. */
	readonly apart: readonly CarerAnswer[];
}

export interface ConsultationView extends CarerWords {
	readonly meeting: MeetingView;
	readonly youngPerson: { readonly id: string; readonly name: string };
}
