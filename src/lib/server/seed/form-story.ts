import type { Face } from '../../forms/definition.ts';
import type { ReadyReply } from '../statements/ready-replies.ts';
import type { StaffRef } from './demo-people.ts';
import type { SeedAnswers } from './statement-words.ts';

/** Some days ago, at a time of day in London. */
export type When = readonly [days: number, time: string];

/** One form that somebody filled in, and what came of it. */
export interface FormStory {
	/** Reference of the young person. */
	readonly ref: string;
	readonly form: string;
	/** Who went through it with them, on their own device. */
	readonly helper?: StaffRef;
	readonly face: Face;
	readonly answers: SeedAnswers;
	/** A question that is kept for the chair alone. */
	readonly chairOnly?: string;
	/** Null for what was begun, or is kept and never sent. */
	readonly sent: When | null;
	/** When it was begun or last kept, where it was not sent. */
	readonly kept?: When;
	readonly opened?: {
		readonly by: StaffRef;
		readonly at: When;
		readonly reply?: ReadyReply;
		readonly words?: string;
	};
	/** When they came back and read the answer. */
	readonly read?: When;
}
