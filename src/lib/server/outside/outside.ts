import type { Face } from '../../forms/definition.ts';
import { answersToSend, nextPage, pageOf, resumePage } from '../../forms/flow.ts';
import { saidSomething } from '../../forms/check.ts';
import { wordingOf } from '../../forms/snapshot.ts';
import type { Translator } from '../../language/translator.ts';
import { createThrottle } from '../accounts/throttle.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { stampsOf, type DraftView, type SaveOutcome } from '../drafts/drafts.ts';
import type { PagePost } from '../drafts/page-post.ts';
import { conflict, invalid, notFound, Refusal, throttled } from '../errors.ts';
import {
	authorOf,
	beginDraft,
	contentsOf,
	deleteDraft,
	findDraft,
	writeDraft,
	type OutsideDraft
} from './drafts.ts';
import { endUsed } from './end.ts';
import type { OutsideKind } from './kinds.ts';
import { findLink, type LinkRow, type OutsidePurpose } from './links.ts';
import { answersIn, withPage } from './save.ts';

/** Who comes over a link: nobody is signed in, and nothing else is known of them. */
export interface Visit {
	readonly purpose: OutsidePurpose;
	/** Of the address they opened. */
	readonly token: string;
	/** What was begun in this browser; null: nothing yet. */
	readonly cookie: string | null;
	/** Where it comes from, for throttling. */
	readonly address: string;
}

const FACE: Face = 'standard';

export type Outside = ReturnType<typeof createOutside>;

/** People without an account answer what a link asks them: parents after a conference, carers before a review. */
export function createOutside(
	core: Core,
	given: {
		readonly translator: (tag: string) => Translator;
		readonly kinds: readonly OutsideKind[];
	}
) {
	const { database } = core;
	const throttle = createThrottle(core);

	function kindOf(purpose: OutsidePurpose): OutsideKind {
		const kind = given.kinds.find((one) => one.purpose === purpose);
		if (!kind) throw notFound();
		return kind;
	}

	/**
	 * The link of a visit, if it works. Used, taken back, expired and guessed ones cost and tell the same.
	 * @throws Refusal `not_found`, `throttled`
	 */
	async function linkOf(queries: Queries, visit: Visit): Promise<LinkRow> {
		const wait = await throttle.linkWait(queries, visit.address);
		if (wait > 0) throw throttled(wait);
		const link = await findLink(core, queries, visit);
		if (!link) throw notFound();
		return link;
	}

	/** Counted apart: what is refused rolls its transaction back, and the count must stay. */
	async function counting<T>(visit: Visit, work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (problem) {
			if (problem instanceof Refusal && problem.kind === 'not_found')
				await database.inTransaction((tx) => throttle.countUnknownLink(tx, visit.address));
			throw problem;
		}
	}

	const reading = <T>(visit: Visit, work: (link: LinkRow) => Promise<T>): Promise<T> =>
		counting(visit, async () => work(await linkOf(database.read, visit)));

	const writing = <T>(visit: Visit, work: (tx: Tx, link: LinkRow) => Promise<T>): Promise<T> =>
		counting(visit, () => database.inTransaction(async (tx) => work(tx, await linkOf(tx, visit))));

	const viewOf = async (
		queries: Queries,
		kind: OutsideKind,
		link: LinkRow,
		draft: OutsideDraft
	): Promise<DraftView> => ({
		form: kind.form,
		facts: await kind.facts(queries, link, core.now()),
		draft: contentsOf(draft, kind.form),
		reader: null,
		author: authorOf(core, draft),
		staff: [],
		named: [],
		people: [],
		lastTime: {}
	});

	return {
		/** The form of a purpose, for the page that thanks: it has no link any more. */
		formOf: (purpose: OutsidePurpose) => kindOf(purpose).form,

		/** The first page: what is asked, and whether something was begun here. Opening it uses nothing up. */
		async start(visit: Visit) {
			const kind = kindOf(visit.purpose);
			return reading(visit, async (link) => ({
				form: kind.form,
				about: await kind.about(database.read, link),
				language: link.language,
				room: link.reach === 'room',
				begun: (await findDraft(core, database.read, link, visit.cookie)) !== null
			}));
		},

		/**
		 * Begins, or goes on with what was begun in this browser.
		 * @param input.afresh what was begun here is deleted first: somebody else has the tablet now
		 * @returns the page to go on with, null for the check; and a cookie where one is to be kept
		 */
		async begin(
			visit: Visit,
			input: { readonly language: string; readonly afresh: boolean }
		): Promise<{ readonly next: string | null; readonly cookie: string | null }> {
			const kind = kindOf(visit.purpose);
			return writing(visit, async (tx, link) => {
				const there = await findDraft(core, tx, link, visit.cookie);
				const facts = await kind.facts(tx, link, core.now());
				if (there && !input.afresh) {
					const next = resumePage(kind.form, FACE, answersIn(there), facts, there.lastPage);
					return { next: next?.id ?? null, cookie: null };
				}
				if (there) await deleteDraft(tx, there);
				const { cookie } = await beginDraft(core, tx, link, input.language);
				const first = resumePage(kind.form, FACE, {}, facts, null);
				return { next: first?.id ?? null, cookie };
			});
		},

		/** Everything a question page or the check is drawn from; `view` is null where nothing was begun here. */
		async open(visit: Visit) {
			const kind = kindOf(visit.purpose);
			return reading(visit, async (link) => {
				const draft = await findDraft(core, database.read, link, visit.cookie);
				return {
					view: draft && (await viewOf(database.read, kind, link, draft)),
					sendKey: draft?.sendKey ?? null,
					about: await kind.about(database.read, link),
					room: link.reach === 'room'
				};
			});
		},

		/**
		 * Keeps one page's answers. Nothing of it is kept when anything on it is refused. After a long pause, where what
		 * was begun is gone, it begins anew with this page.
		 */
		async save(
			visit: Visit,
			post: PagePost & { readonly pageId: string }
		): Promise<SaveOutcome & { readonly cookie: string | null }> {
			const kind = kindOf(visit.purpose);
			const { form } = kind;
			return writing(visit, async (tx, link) => {
				const there = await findDraft(core, tx, link, visit.cookie);
				// The page of the person before, or of what was sent: its words go into nobody else's answers.
				if (there ? post.author !== authorOf(core, there) : post.intent === 'keep')
					throw conflict('draft_gone');
				const facts = await kind.facts(tx, link, core.now());
				const { draft, cookie } = there
					? { draft: there, cookie: null }
					: await beginDraft(core, tx, link, post.language);
				const page =
					pageOf(form, FACE, answersIn(draft), facts, post.pageId) ??
					form.pages.find(({ id }) => id === post.pageId);
				if (!page) throw invalid('form_unreadable');
				const { answers, faults } = withPage({ form, facts, draft, page, now: core.now() }, post);
				if (faults.length > 0) return { kept: false, faults, cookie } as const;
				const written = { ...draft, answers, language: post.language, lastPage: page.id };
				await writeDraft(core, tx, link, written);
				const next = nextPage(form, FACE, answersIn(written), facts, page.id);
				return {
					kept: true,
					next: next?.id ?? null,
					stamps: stampsOf({ answers: contentsOf(written, form).answers }),
					cookie
				} as const;
			});
		},

		/**
		 * Sends what was begun in this browser, once for its key.
		 * @returns whether the link still works for the next person
		 * @throws Refusal `not_found`; conflict `draft_gone`; invalid `nothing_to_send`; `throttled`
		 */
		async send(
			visit: Visit,
			input: { readonly sendKey: string; readonly language: string }
		): Promise<{ readonly room: boolean }> {
			const kind = kindOf(visit.purpose);
			const { form } = kind;
			return counting(visit, () =>
				database.inTransaction(async (tx) => {
					// A second tap comes when the link is used up: it is thanked like the first.
					if (await kind.delivered(tx, input.sendKey))
						return { room: (await findLink(core, tx, visit))?.reach === 'room' };
					const link = await linkOf(tx, visit);
					const draft = await findDraft(core, tx, link, visit.cookie);
					if (draft?.sendKey !== input.sendKey) throw conflict('draft_gone');
					const wait = await throttle.answersWait(tx, visit.address);
					if (wait > 0) throw throttled(wait);
					const facts = await kind.facts(tx, link, core.now());
					const answers = answersToSend(form, FACE, answersIn(draft), facts);
					if (!saidSomething(answers)) throw invalid('nothing_to_send');
					await throttle.countAnswers(tx, visit.address);
					const translators = {
						shown: given.translator(input.language),
						english: given.translator('en')
					};
					await kind.deliver(tx, {
						link,
						answers,
						wording: wordingOf(form, translators, FACE, answers, facts),
						language: input.language,
						sendKey: input.sendKey
					});
					await deleteDraft(tx, draft);
					if (link.reach !== 'room') await endUsed(core, tx, link, kind.deletesLink);
					return { room: link.reach === 'room' };
				})
			);
		},

		/** Deletes what was begun in this browser: they stop, or somebody else has the tablet now. Twice is once. */
		async forget(visit: Visit): Promise<void> {
			await writing(visit, async (tx, link) => {
				const draft = await findDraft(core, tx, link, visit.cookie);
				if (draft) await deleteDraft(tx, draft);
			});
		}
	};
}
