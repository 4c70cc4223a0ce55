import { and, desc, eq, isNull, or } from 'drizzle-orm';
import type { Paper } from '../../meetings/letter.ts';
import { demandOwn, type Actor, type YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { meetingNoticesSeen } from '../notices/notices.ts';
import type { Keyring } from '../vault/vault.ts';
import { askedAbout } from './asked-about.ts';
import { contentsIn, type LetterContents, type LetterRow } from './rows.ts';
import { toldDecisions, type ToldDecision } from './told-decisions.ts';
import type { OwnLetterRow, OwnLetterView } from './views.ts';

/** Their letters, newest first. */
export async function listOwn(core: Core, queries: Queries, actor: Actor): Promise<OwnLetterRow[]> {
	return (await everySent(core, queries, actor)).map(({ row, paper }) => ({
		id: row.id,
		title: paper.title,
		language: paper.language,
		sentAt: row.sentAt,
		readAt: row.readAt
	}));
}

/** What stands in their letters, oldest first. */
export async function everyOwn(core: Core, queries: Queries, actor: Actor): Promise<Paper[]> {
	return (await everySent(core, queries, actor)).map(({ paper }) => paper).reverse();
}

async function everySent(core: Core, queries: Queries, actor: Actor) {
	demandOwn('letter.read_own', actor);
	const { letters } = queries.tables;
	const rows = await queries
		.select()
		.from(letters)
		.where(and(eq(letters.youngPersonId, actor.id), eq(letters.state, 'sent')))
		.orderBy(desc(letters.sentAt), letters.id);
	if (rows.length === 0) return [];
	const owner = await ownKey(core, queries, actor);
	return rows.flatMap((row) => {
		const { paper } = contentsIn(row, owner);
		const { sentAt } = row;
		return paper && sentAt !== null ? [{ row: { ...row, sentAt }, paper }] : [];
	});
}

/** A letter of theirs, as it was sent. From the first time on, the officer sees that it was read, and when. */
export function readOwn(core: Core, actor: Actor, id: string): Promise<OwnLetterView> {
	return core.database.inTransaction(async (tx) => {
		demandOwn('letter.read_own', actor);
		const { row, contents } = await ownLetter(core, tx, actor, id);
		const { letters } = tx.tables;
		if (row.readAt === null)
			await tx.update(letters).set({ readAt: core.now() }).where(eq(letters.id, row.id));
		await meetingNoticesSeen(tx, row, 'letter', core.now());
		await core.audit.record(tx, {
			action: 'letter.read',
			actor,
			youngPersonId: actor.id,
			subject: { kind: 'letter', id: row.id }
		});
		const asked = await askedAbout(tx, row.meetingId);
		const { paper } = contents;
		if (!paper || row.sentAt === null) throw notFound();
		return {
			id: row.id,
			meetingId: row.meetingId,
			paper,
			sentAt: row.sentAt,
			askedAt: asked.get(actor.id) ?? null,
			saidHow: await saidHow(tx, row)
		};
	});
}

/**
 * What was decided about what they said in one statement, as far as they have been told.
 * Nothing, of a statement or a meeting that is not theirs.
 */
export async function decidedAbout(
	core: Core,
	actor: Actor,
	of: { readonly statementId: string } | { readonly meetingId: string }
): Promise<ToldDecision[]> {
	demandOwn('letter.read_own', actor);
	if (!isId('statementId' in of ? of.statementId : of.meetingId)) throw notFound();
	return core.database.inTransaction(async (tx) => {
		const { decisions } = tx.tables;
		const which =
			'statementId' in of
				? eq(decisions.statementId, of.statementId)
				: eq(decisions.meetingId, of.meetingId);
		const told = await toldDecisions(core, tx, actor.id, which);
		if (told.length > 0)
			await core.audit.record(tx, {
				action: 'decisions.read_own',
				actor,
				youngPersonId: actor.id,
				subject:
					'statementId' in of
						? { kind: 'statement', id: of.statementId }
						: { kind: 'meeting', id: of.meetingId }
			});
		return told;
	});
}

/** The letter about one of their meetings; null where none was sent. */
export async function letterAbout(
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<{ readonly id: string; readonly sentAt: number | null } | null> {
	demandOwn('letter.read_own', actor);
	const { letters } = queries.tables;
	const [row] = await queries
		.select({ id: letters.id, sentAt: letters.sentAt })
		.from(letters)
		.where(
			and(
				eq(letters.youngPersonId, actor.id),
				eq(letters.meetingId, meetingId),
				eq(letters.state, 'sent')
			)
		);
	return row ?? null;
}

/** A letter that was sent to them. @param id its own, or that of its meeting, which is what a notice knows */
export async function ownLetter(
	core: Core,
	queries: Queries,
	actor: YoungPersonActor,
	id: string
): Promise<{ row: LetterRow; contents: LetterContents }> {
	if (!isId(id)) throw notFound();
	const { letters } = queries.tables;
	const [row] = await queries
		.select()
		.from(letters)
		.where(
			and(
				eq(letters.youngPersonId, actor.id),
				eq(letters.state, 'sent'),
				or(eq(letters.id, id), eq(letters.meetingId, id))
			)
		);
	if (!row) throw notFound();
	return { row, contents: contentsIn(row, await ownKey(core, queries, actor)) };
}

async function ownKey(
	core: Core,
	queries: Queries,
	actor: YoungPersonActor
): Promise<{ readonly keyId: string; readonly keys: Keyring }> {
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ keyId: youngPeople.keyId })
		.from(youngPeople)
		.where(eq(youngPeople.id, actor.id));
	const keyId = person?.keyId ?? '';
	return { keyId, keys: await core.vault.unlock(queries, [keyId]) };
}

async function saidHow(tx: Tx, { meetingId, youngPersonId }: LetterRow): Promise<boolean> {
	const { statements } = tx.tables;
	const [said] = await tx
		.select({ id: statements.id })
		.from(statements)
		.where(
			and(
				eq(statements.youngPersonId, youngPersonId),
				eq(statements.aboutMeetingId, meetingId),
				isNull(statements.takenBackAt)
			)
		)
		.limit(1);
	return said !== undefined;
}
