import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Face, Facts, Form } from '../../forms/definition.ts';
import { landingPage, nextPage, pageOf, resumePage } from '../../forms/flow.ts';
import { lastTimeOf, type LastTime } from '../../forms/progress-over-time.ts';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { audienceChoices, factsOf, type AudienceChoice } from '../people/facts.ts';
import { namedStaff, type NamedStaff } from '../people/named-staff.ts';
import {
	answersOf,
	authorOf,
	deleteDraft,
	draftOf,
	readDraft,
	type DraftContents,
	type DraftOf
} from './draft-contents.ts';
import { setChairOnly } from './draft-writes.ts';
import { MY_PEOPLE, myPeople } from './kept.ts';
import { readerOf, type Reader } from './reader.ts';
import { sentBefore } from './sent-before.ts';
import type { Fault, PagePost } from './page-post.ts';
import { writePage } from './save-page.ts';

export interface DraftView {
	readonly form: Form;
	readonly facts: Facts;
	/** Null until something was chosen or answered. */
	readonly draft: DraftContents | null;
	readonly reader: Reader | null;
	/** Stands on every page of theirs: on a shared phone, another person's sign-in must not take over its words. */
	readonly author: string;
	/** Who may be ticked beside the reader. */
	readonly staff: readonly AudienceChoice[];
	/** Staff of theirs whom a question may offer by name. */
	readonly named: readonly NamedStaff[];
	/** Their own people, who can be named with one tap. */
	readonly people: readonly string[];
	/** What they said to each question when they last sent this form; empty where the form does not carry over. */
	readonly lastTime: Readonly<Record<string, LastTime>>;
}

export type SaveOutcome =
	/** `next` is the page to go on to; null when the answers are to be checked. */
	| {
			readonly kept: true;
			readonly next: string | null;
			readonly stamps: Readonly<Record<string, number>>;
	  }
	| { readonly kept: false; readonly faults: readonly Fault[] };

/** Going through a form within this time is one visit, and one line in the audit chain. */
const VISIT_MS = 30 * 60_000;
const VISITS_IN_MEMORY = 10_000;

export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts(core: Core, formOf: (id: string) => Form | undefined) {
	const { database, audit } = core;
	/** When each draft was last seen by its author. Lost with a restart, which costs one more line in the chain. */
	const visits = new Map<string, number>();

	function beginsVisit(draftId: string): boolean {
		const last = visits.get(draftId);
		if (visits.size >= VISITS_IN_MEMORY) visits.clear();
		visits.set(draftId, core.now());
		return last === undefined || core.now() - last > VISIT_MS;
	}

	const authorMark = (youngPersonId: string): string =>
		core.vault.blindIndex('drafts.author', youngPersonId);

	function formFor(
		actor: Actor,
		formId: string
	): { form: Form; youngPersonId: string; of: DraftOf } {
		demandOwn('draft.write', actor);
		const form = formOf(formId);
		if (!form || (actor.only && actor.only.formId !== formId)) throw notFound();
		return { form, youngPersonId: actor.id, of: draftOf(actor, form.id) };
	}

	async function record(
		tx: Tx,
		actor: Actor,
		action: 'draft.begun' | 'draft.answered' | 'draft.read' | 'draft.deleted',
		draftId: string,
		detail: Readonly<Record<string, string | boolean>> = {}
	): Promise<void> {
		await audit.record(tx, {
			action,
			actor,
			...(actor.kind === 'young_person' ? { youngPersonId: actor.id } : {}),
			subject: { kind: 'draft', id: draftId },
			detail
		});
	}

	/** The open draft; begun when there is none. */
	async function draftIn(
		tx: Tx,
		actor: Actor,
		form: Form,
		of: DraftOf,
		begin: { readonly language: string; readonly face: Face }
	): Promise<DraftContents> {
		const found = await readDraft(core, tx, of);
		if (found) return found;
		const id = randomUUID();
		const now = core.now();
		await tx.insert(tx.tables.drafts).values({
			id,
			...of,
			formVersion: form.version,
			sendKey: randomUUID(),
			language: begin.language,
			face: begin.face,
			lastPage: null,
			createdAt: now,
			updatedAt: now
		});
		await record(tx, actor, 'draft.begun', id, { form: form.id });
		const begun = await readDraft(core, tx, of);
		if (!begun) throw notFound();
		return begun;
	}

	async function touch(
		tx: Tx,
		draftId: string,
		change: { face?: Face; language?: string; lastPage?: string; formVersion?: number }
	): Promise<void> {
		const { drafts } = tx.tables;
		await tx
			.update(drafts)
			.set({ ...change, updatedAt: core.now() })
			.where(eq(drafts.id, draftId));
	}

	return {
		/** Whose page it is, without a name. */
		authorMark,

		/** The form as this young person has it: what they said so far, what is known, who reads it. */
		async open(actor: Actor, formId: string): Promise<DraftView> {
			demandOwn('draft.write', actor);
			const { form, youngPersonId, of } = formFor(actor, formId);
			let draft = await readDraft(core, database.read, of);
			if (draft && beginsVisit(draft.draftId))
				draft = await database.inTransaction(async (tx) => {
					const read = await readDraft(core, tx, of);
					if (read) await record(tx, actor, 'draft.read', read.draftId);
					return read;
				});
			const { read } = database;
			// A helper's device shows the one form, and nothing they said or keep elsewhere.
			const own = !actor.only && draft !== null;
			const [facts, reader, staff, named, people, sent] = await Promise.all([
				factsOf(core, read, youngPersonId),
				readerOf(core, read, youngPersonId, form),
				audienceChoices(core, read, youngPersonId, form.goesTo),
				namedStaff(core, read, youngPersonId),
				own && form.id !== MY_PEOPLE ? myPeople(core, read, youngPersonId) : [],
				own && form.carriesOver ? sentBefore(core, read, { youngPersonId, formId }) : []
			]);
			return {
				form,
				facts,
				draft,
				reader,
				author: authorMark(youngPersonId),
				staff,
				named,
				people: people.map(({ name }) => name),
				lastTime: lastTimeOf(sent)
			};
		},

		/**
		 * Begins it, or changes how it looks and the language it goes on in. What was answered stays.
		 * @returns the page to go on with; null for the check
		 */
		async begin(
			actor: Actor,
			input: { readonly formId: string; readonly face: Face; readonly language: string }
		): Promise<{ readonly next: string | null }> {
			const { form, youngPersonId, of } = formFor(actor, input.formId);
			return database.inTransaction(async (tx) => {
				const facts = await factsOf(core, tx, youngPersonId);
				const fits = form.faces.includes(input.face);
				if (!fits || (input.face === 'grown_up' && facts.age < 16)) throw invalid('face_unknown');
				const draft = await draftIn(tx, actor, form, of, input);
				await touch(tx, draft.draftId, { face: input.face, language: input.language });
				const answers = answersOf(draft);
				const next = resumePage(form, input.face, answers, facts, draft.lastPage);
				return { next: next?.id ?? null };
			});
		},

		/** Keeps one page's answers. Nothing of it is kept when anything on it is refused. */
		async save(
			actor: Actor,
			input: PagePost & { readonly formId: string; readonly pageId: string }
		): Promise<SaveOutcome> {
			const { form, youngPersonId, of } = formFor(actor, input.formId);
			if (input.author !== authorMark(youngPersonId)) throw conflict('not_the_author');
			const choices = await audienceChoices(core, database.read, youngPersonId, form.goesTo);
			const staff = choices.map(({ id }) => id);
			return database.inTransaction(async (tx) => {
				const there = await readDraft(core, tx, of);
				// A page left open in another window must not bring back what was sent or deleted meanwhile.
				if (!there && input.intent === 'keep') throw conflict('draft_gone');
				if (input.draftKey && input.draftKey !== there?.sendKey) throw conflict('draft_gone');
				const draft =
					there ??
					(await draftIn(tx, actor, form, of, {
						language: input.language,
						face: 'standard'
					}));
				const facts = await factsOf(core, tx, youngPersonId);
				// A page that another window made superfluous meanwhile still keeps what was typed on it.
				const page =
					pageOf(form, draft.face, answersOf(draft), facts, input.pageId) ??
					form.pages.find(({ id }) => id === input.pageId);
				const author = await authorOf(core, tx, youngPersonId);
				if (!page || !author) throw notFound();

				const named = await namedStaff(core, tx, youngPersonId);
				const context = { form, facts, staff, named, author, draft, now: core.now() };
				const { faults, written } = await writePage(tx, context, page, input);
				if (faults.length > 0) return { kept: false, faults } as const;
				await touch(tx, draft.draftId, {
					language: input.language,
					lastPage: page.id,
					formVersion: form.version
				});
				if (written.length > 0)
					await record(tx, actor, 'draft.answered', draft.draftId, {
						questions: written.join(' '),
						skipped: input.intent === 'skip'
					});
				const now = await readDraft(core, tx, of);
				const answers = answersOf(now ?? draft);
				const landing = input.enough
					? landingPage(form, draft.face, answers, facts, page.id)
					: null;
				const next = landing ?? nextPage(form, draft.face, answers, facts, page.id);
				return { kept: true, next: next?.id ?? null, stamps: stampsOf(now ?? draft) } as const;
			});
		},

		/** Keeps one answer for the chair alone, or not any more. */
		async keepForChair(
			actor: Actor,
			input: {
				readonly formId: string;
				readonly questionId: string;
				readonly chairOnly: boolean;
			}
		): Promise<void> {
			const { of } = formFor(actor, input.formId);
			await database.inTransaction(async (tx) => {
				const draft = await readDraft(core, tx, of);
				if (!draft?.answers[input.questionId]) throw notFound();
				await setChairOnly(tx, draft, [input.questionId], input.chairOnly);
				await touch(tx, draft.draftId, {});
				await record(tx, actor, 'draft.answered', draft.draftId, {
					questions: input.questionId,
					kept_for_chair: input.chairOnly
				});
			});
		},

		/** Deletes the draft and everything in it, for good. Asked before. Done twice is done once. */
		async remove(actor: Actor, formId: string): Promise<void> {
			const { form, of } = formFor(actor, formId);
			await database.inTransaction(async (tx) => {
				const draft = await readDraft(core, tx, of);
				if (!draft) return;
				await deleteDraft(tx, draft.draftId);
				await record(tx, actor, 'draft.deleted', draft.draftId, { form: form.id });
			});
		}
	};
}

export function stampsOf(draft: Pick<DraftContents, 'answers'>): Record<string, number> {
	return Object.fromEntries(
		Object.entries(draft.answers).map(([id, { updatedAt }]) => [id, updatedAt])
	);
}
