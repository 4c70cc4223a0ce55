import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import type { DraftContents, DraftValue } from '../drafts/draft-contents.ts';
import type { Place } from '../vault/vault.ts';
import type { LinkRow } from './links.ts';

const HOUR_MS = 3_600_000;
/**
 * How long after they last wrote answers wait to be sent. A tablet goes from hand to hand, so there it is not long: half
 * an hour's pause does no harm, and what somebody left lying is gone the same day.
 */
export const KEPT_FOR_MS = { one: 7 * 24 * HOUR_MS, room: 2 * HOUR_MS } as const;

/** What is sealed in `outside_drafts.answers_sealed`, by question id. */
export type OutsideAnswers = Readonly<Record<string, OutsideAnswer>>;

export interface OutsideAnswer extends DraftValue {
	readonly language: string;
	readonly updatedAt: number;
}

export interface OutsideDraft {
	readonly tokenHash: string;
	readonly linkId: string;
	readonly sendKey: string;
	readonly language: string;
	readonly lastPage: string | null;
	readonly updatedAt: number;
	readonly answers: OutsideAnswers;
}

const answersPlace = (tokenHash: string): Place => ({
	table: 'outside_drafts',
	row: tokenHash,
	column: 'answers'
});

const hashOf = ({ vault }: Core, cookie: string): string =>
	vault.blindIndex('outside_drafts.token', cookie);

/** Stands on every page that is drawn from a draft, so that a page of the person before gets into no other. */
export const authorOf = ({ vault }: Core, { tokenHash }: Pick<OutsideDraft, 'tokenHash'>): string =>
	vault.blindIndex('outside_drafts.author', tokenHash);

/** What was begun in this browser over this link, and not sent. */
export async function findDraft(
	core: Core,
	queries: Queries,
	link: Pick<LinkRow, 'id'>,
	cookie: string | null
): Promise<OutsideDraft | null> {
	if (!cookie) return null;
	const { outsideDrafts } = queries.tables;
	const [row] = await queries
		.select()
		.from(outsideDrafts)
		.where(
			and(
				eq(outsideDrafts.tokenHash, hashOf(core, cookie)),
				eq(outsideDrafts.linkId, link.id),
				gt(outsideDrafts.expiresAt, core.now())
			)
		);
	if (!row) return null;
	const { answersSealed, ...draft } = row;
	const { council, councilKeyId } = core.vault;
	return {
		...draft,
		answers: council.openJson<OutsideAnswers>(
			councilKeyId,
			answersPlace(row.tokenHash),
			answersSealed
		)
	};
}

/** @returns what goes into the cookie, and is nowhere else */
export async function beginDraft(
	core: Core,
	tx: Tx,
	link: LinkRow,
	language: string
): Promise<{ readonly cookie: string; readonly draft: OutsideDraft }> {
	const cookie = randomBytes(32).toString('base64url');
	const now = core.now();
	const draft: OutsideDraft = {
		tokenHash: hashOf(core, cookie),
		linkId: link.id,
		sendKey: randomUUID(),
		language,
		lastPage: null,
		updatedAt: now,
		answers: {}
	};
	await tx.insert(tx.tables.outsideDrafts).values({
		tokenHash: draft.tokenHash,
		linkId: link.id,
		sendKey: draft.sendKey,
		language,
		lastPage: null,
		createdAt: now,
		...changing(core, link, draft)
	});
	return { cookie, draft };
}

export async function writeDraft(
	core: Core,
	tx: Tx,
	link: LinkRow,
	draft: OutsideDraft
): Promise<void> {
	const { outsideDrafts } = tx.tables;
	await tx
		.update(outsideDrafts)
		.set({
			language: draft.language,
			lastPage: draft.lastPage,
			...changing(core, link, draft)
		})
		.where(eq(outsideDrafts.tokenHash, draft.tokenHash));
}

const changing = (core: Core, link: Pick<LinkRow, 'reach'>, draft: OutsideDraft) => ({
	answersSealed: core.vault.council.sealJson(
		core.vault.councilKeyId,
		answersPlace(draft.tokenHash),
		draft.answers
	),
	updatedAt: core.now(),
	expiresAt: core.now() + KEPT_FOR_MS[link.reach === 'room' ? 'room' : 'one']
});

/** Deletes one, and nothing is left of it. */
export async function deleteDraft(tx: Tx, { tokenHash }: Pick<OutsideDraft, 'tokenHash'>) {
	const { outsideDrafts } = tx.tables;
	await tx.delete(outsideDrafts).where(eq(outsideDrafts.tokenHash, tokenHash));
}

/** Deletes whatever was begun over a link, in any browser. */
export async function deleteDraftsOf(tx: Tx, linkId: string): Promise<void> {
	const { outsideDrafts } = tx.tables;
	await tx.delete(outsideDrafts).where(eq(outsideDrafts.linkId, linkId));
}

export async function deleteExpiredDrafts(core: Core, tx: Tx): Promise<void> {
	const { outsideDrafts } = tx.tables;
	await tx.delete(outsideDrafts).where(lte(outsideDrafts.expiresAt, core.now()));
}

/** The same as the draft of a young person's form, which the pages are drawn from. */
export function contentsOf(
	draft: OutsideDraft,
	form: { readonly id: string; readonly version: number }
): DraftContents {
	return {
		draftId: draft.tokenHash,
		formId: form.id,
		formVersion: form.version,
		begunTogetherId: null,
		sendKey: draft.sendKey,
		language: draft.language,
		face: 'standard',
		lastPage: draft.lastPage,
		updatedAt: draft.updatedAt,
		answers: Object.fromEntries(
			Object.entries(draft.answers).map(([id, answer]) => [id, { ...answer, chairOnly: false }])
		),
		pictureIds: [],
		soundIds: []
	};
}
