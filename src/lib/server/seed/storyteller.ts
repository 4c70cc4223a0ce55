import { randomUUID } from 'node:crypto';
import { FORMS, formOf } from '../../forms/catalogue/forms.ts';
import type { Face } from '../../forms/definition.ts';
import { OPERATOR, type Actor, type YoungPersonActor } from '../access.ts';
import type { App } from '../app.ts';
import { createAudit } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import { createMeetings } from '../meetings/meetings.ts';
import type { ReadyReply } from '../statements/ready-replies.ts';
import { createRequests, type Requests } from '../requests/requests.ts';
import { createStatements } from '../statements/statements.ts';
import type { SeedAnswers } from './statement-words.ts';
import { createTogether } from '../together/together.ts';
import { writeDraft } from './write-draft.ts';

/** Where requests without an account come from in the story: an address that stands for none. */
const DEMO_ADDRESS = '192.0.2.1';

/** One statement and what came of it; instants in epoch milliseconds. */
export interface Told {
	readonly author: YoungPersonActor;
	/** The id of its form. */
	readonly form: string;
	readonly language: string;
	readonly face: Face;
	readonly answers: SeedAnswers;
	readonly chairOnly?: string;
	/** The conference they choose when they are asked. */
	readonly meetingId?: string;
	/** Starts it with them, on their own device. */
	readonly helper?: Actor;
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

type Beginning = Pick<Told, 'author' | 'form' | 'language' | 'face' | 'answers' | 'chairOnly'>;

type AskedOpenly = Omit<Parameters<Requests['ask']>[0], 'sendKey'>;

/**
 * Lets things happen in order, each at its time, through the services that the site uses: links, notices, alerts and
 * audit are what they would have been.
 */
export interface Storyteller {
	tell(told: Told): void;
	/** A meeting is held. */
	hold(meetingId: string, heldOn: string, at: number): void;
	/** Begun, not sent: kept for later, or a form that is never sent. */
	begin(told: Beginning, at: number): void;
	/** Somebody asks for an advocate without an account. */
	ask(asked: AskedOpenly, at: number): void;
	/** Somebody who handles requests goes through what nobody has opened yet. */
	openRequests(by: Actor, at: number): void;
	/** Nothing has happened before this. */
	run(): Promise<void>;
}

export function createStoryteller(app: App): Storyteller {
	let clock = app.now();
	const now = () => clock;
	const core: Core = { ...app, now, audit: createAudit(app.vault, now) };
	const statements = createStatements(core, { translator: app.translator, formOf });
	const meetings = createMeetings(core);
	const requests = createRequests(core);
	const together = createTogether(core, FORMS);
	const steps: { readonly at: number; readonly happen: () => Promise<unknown> }[] = [];

	const draft = (told: Beginning, togetherId = '') =>
		core.database.inTransaction((tx) => {
			const form = formOf(told.form);
			if (!form) throw new Error(`there is no form ${told.form}`);
			return writeDraft(core, tx, form, { ...told, youngPersonId: told.author.id, togetherId });
		});

	async function speakerOf({ author, form, helper }: Told): Promise<YoungPersonActor> {
		if (!helper) return author;
		const { token } = await together.startHere(helper, { youngPersonId: author.id, formId: form });
		const begun = await together.sessionOf(token);
		if (begun?.actor.kind !== 'young_person') throw new Error(`${form} was not begun together`);
		return begun.actor;
	}

	return {
		tell(told) {
			let statementId = '';
			const { author, opened, replied, readAt, meetingId } = told;
			steps.push({
				at: told.sentAt,
				async happen() {
					const speaker = await speakerOf(told);
					const sendKey = await draft(told, speaker.only?.togetherId);
					const chosen = meetingId === undefined ? {} : { meetingId };
					const sent = await statements.send(speaker, { formId: told.form, sendKey, ...chosen });
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
		ask(asked, at) {
			steps.push({
				at,
				happen: () => requests.ask({ ...asked, sendKey: randomUUID() }, DEMO_ADDRESS)
			});
		},
		openRequests(by, at) {
			steps.push({
				at,
				async happen() {
					const waiting = await requests.waiting(by);
					for (const { id } of waiting) await requests.open(by, id);
				}
			});
		},
		async run() {
			for (const step of steps.sort((a, b) => a.at - b.at)) {
				clock = step.at;
				await step.happen();
			}
		}
	};
}
