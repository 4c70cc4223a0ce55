import { randomUUID } from 'node:crypto';
import { formOf } from '../../forms/catalogue/forms.ts';
import type { Face } from '../../forms/definition.ts';
import { OPERATOR, type Actor } from '../access.ts';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import { createMeetings } from '../meetings/meetings.ts';
import type { ReadyReply } from '../statements/ready-replies.ts';
import { createStatements } from '../statements/statements.ts';
import type { SeedAnswers } from './statement-words.ts';
import { writeDraft } from './write-draft.ts';

const FORM = 'before-my-review';

/** One statement and what came of it; instants in epoch milliseconds. */
export interface Told {
	readonly author: Actor & { readonly kind: 'young_person' };
	readonly language: string;
	readonly face: Face;
	readonly answers: SeedAnswers;
	readonly chairOnly?: string;
	/** The conference they choose when they are asked. */
	readonly meetingId?: string;
	readonly sentAt: number;
	readonly opened?: { readonly at: number; readonly by: Actor };
	readonly replied?: {
		readonly at: number;
		readonly readyReply?: ReadyReply;
		readonly words?: string;
	};
	/** When its author came back and read the answer. */
	readonly readAt?: number;
}

/**
 * Lets things happen in order, each at its time, through the services that the site uses: links, notices, alerts and
 * audit are what they would have been.
 */
export interface Storyteller {
	tell(told: Told): void;
	/** A meeting is held. */
	hold(meetingId: string, heldOn: string, at: number): void;
	/** Begun, not sent. */
	begin(told: Pick<Told, 'author' | 'language' | 'face' | 'answers'>, at: number): void;
	/** Nothing has happened before this. */
	run(): Promise<void>;
}

export function createStoryteller(app: App): Storyteller {
	let clock = app.now();
	const now = () => clock;
	const core: Core = { ...app, now, audit: createAudit(app.vault, now) };
	const statements = createStatements(core, { translator: app.translator, formOf });
	const meetings = createMeetings(core);
	const form = formOf(FORM);
	if (!form) throw new Error(`there is no form ${FORM}`);
	const steps: { readonly at: number; readonly happen: () => Promise<unknown> }[] = [];

	const draft = (told: Pick<Told, 'author' | 'language' | 'face' | 'answers' | 'chairOnly'>) =>
		core.database.inTransaction((tx) =>
			writeDraft(core, tx, form, { ...told, youngPersonId: told.author.id })
		);

	return {
		tell(told) {
			let statementId = '';
			const { author, opened, replied, readAt, meetingId } = told;
			steps.push({
				at: told.sentAt,
				async happen() {
					const sendKey = await draft(told);
					const chosen = meetingId === undefined ? {} : { meetingId };
					const sent = await statements.send(author, { formId: FORM, sendKey, ...chosen });
					statementId = sent.statementId;
				}
			});
			if (opened) {
				steps.push({ at: opened.at, happen: () => statements.open(opened.by, statementId) });
				if (replied) {
					const { at, ...reply } = replied;
					steps.push({
						at,
						happen: () =>
							statements.reply(opened.by, { statementId, sendKey: randomUUID(), ...reply })
					});
				}
			}
			if (readAt !== undefined)
				steps.push({ at: readAt, happen: () => statements.readOwn(author, statementId) });
		},
		hold(meetingId, heldOn, at) {
			steps.push({
				at,
				happen: () => meetings.change(OPERATOR, meetingId, { kind: 'hold', heldOn })
			});
		},
		begin(told, at) {
			steps.push({ at, happen: () => draft(told) });
		},
		async run() {
			for (const step of steps.sort((a, b) => a.at - b.at)) {
				clock = step.at;
				await step.happen();
			}
		}
	};
}
