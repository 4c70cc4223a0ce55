import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { tell } from '../notices/notices.ts';
import { staffOfRole } from '../people/staff-of-role.ts';
import { MESSAGES, type Message } from './queue.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** After each failed attempt; then daily. */
const WAITS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE);
const GIVES_UP_AFTER = 7 * DAY;
/** Each may have arrived: more of them would rather be a nuisance than news. */
const MOST_UNSURE = 3;
/** How long a process is taken to be at a batch. */
const CLAIM_MS = 5 * MINUTE;
const BATCH = 10;

/** A message this process alone may hand over, until its claim ends. */
export interface Claimed {
	readonly id: string;
	readonly attemptId: string;
	readonly message: Message;
	readonly staffId: string | null;
	readonly youngPersonId: string | null;
	readonly outsideLinkId: string | null;
	readonly claimedUntil: number;
}

/** Takes what is due: alerts first, then the oldest. */
export async function claimBatch(core: Core): Promise<Claimed[]> {
	return core.database.inTransaction(async (tx) => {
		const { messages } = tx.tables;
		const now = core.now();
		await settleLeftOver(tx, now);
		const free = or(isNull(messages.claimedUntil), lte(messages.claimedUntil, now));
		const due = and(eq(messages.state, 'waiting'), lte(messages.nextAttemptAt, now), free);
		const rows = await tx
			.select()
			.from(messages)
			.where(due)
			.orderBy(asc(messages.message), asc(messages.createdAt), asc(messages.id))
			.limit(BATCH);
		const attemptId = randomUUID();
		const claimedUntil = now + CLAIM_MS;
		const ids = rows.map(({ id }) => id);
		await tx.update(messages).set({ attemptId, claimedUntil }).where(inArray(messages.id, ids));
		return rows.map(({ id, message, staffId, youngPersonId, outsideLinkId }) => ({
			id,
			attemptId,
			message: messageOf(message),
			staffId,
			youngPersonId,
			outsideLinkId,
			claimedUntil
		}));
	});
}

/**
 * What a process that died left in the middle: nobody knows whether it arrived. And what has waited so long, while there
 * was no mail server, that it is news no more.
 */
async function settleLeftOver(tx: Tx, now: number): Promise<void> {
	const { messages } = tx.tables;
	const left = await tx
		.select()
		.from(messages)
		.where(and(eq(messages.state, 'sending'), lte(messages.claimedUntil, now)));
	for (const row of left) await notSent(tx, row, { kind: 'unsure', problem: 'cut_off' }, now);
	await tx
		.update(messages)
		.set({ state: 'given_up', problem: 'too_old' })
		.where(
			and(
				eq(messages.state, 'waiting'),
				eq(messages.attempts, 0),
				lte(messages.createdAt, now - GIVES_UP_AFTER)
			)
		);
}

/**
 * Written down before anything is handed over: should we die amid it, it is known that it may have left.
 * @returns false where the message is not ours any more
 */
export async function beginSending(core: Core, { id, attemptId }: Claimed): Promise<boolean> {
	return core.database.inTransaction(async (tx) => {
		const { messages } = tx.tables;
		const now = core.now();
		const begun = await tx
			.update(messages)
			.set({ state: 'sending', claimedUntil: now + CLAIM_MS })
			.where(
				and(
					eq(messages.id, id),
					eq(messages.attemptId, attemptId),
					eq(messages.state, 'waiting'),
					gt(messages.claimedUntil, now)
				)
			)
			.returning({ id: messages.id });
		return begun.length === 1;
	});
}

/** The server has taken it. That holds whatever else happened to the row meanwhile. */
export async function markSent(core: Core, { id }: Claimed): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const { messages } = tx.tables;
		await tx
			.update(messages)
			.set({
				state: 'sent',
				sentAt: core.now(),
				claimedUntil: null,
				problem: null
			})
			.where(eq(messages.id, id));
	});
}

/** There is nowhere to send it. */
export async function markNowhere(core: Core, claimed: Claimed): Promise<void> {
	await onMine(core, claimed, (tx) => {
		const { messages } = tx.tables;
		return tx
			.update(messages)
			.set({ state: 'nowhere', claimedUntil: null })
			.where(eq(messages.id, claimed.id));
	});
}

/** Given back untried: what is wrong is not about this one. */
export async function release(core: Core, claimed: readonly Claimed[]): Promise<void> {
	const [first] = claimed;
	if (!first) return;
	await core.database.inTransaction(async (tx) => {
		const { messages } = tx.tables;
		await tx
			.update(messages)
			.set({ claimedUntil: null })
			.where(
				and(
					inArray(
						messages.id,
						claimed.map(({ id }) => id)
					),
					eq(messages.attemptId, first.attemptId),
					eq(messages.state, 'waiting')
				)
			);
	});
}

export interface Failure {
	readonly kind: 'refused' | 'waits' | 'unreachable' | 'unsure';
	readonly problem: string | null;
}

export async function markFailed(core: Core, claimed: Claimed, failure: Failure): Promise<void> {
	await onMine(core, claimed, async (tx) => {
		const { messages } = tx.tables;
		const [row] = await tx.select().from(messages).where(eq(messages.id, claimed.id));
		if (row) await notSent(tx, row, failure, core.now());
	});
}

/** Does it if the row is still as this attempt left it. */
async function onMine(
	core: Core,
	{ id, attemptId }: Claimed,
	work: (tx: Tx) => Promise<unknown>
): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const { messages } = tx.tables;
		const [mine] = await tx
			.select({ id: messages.id })
			.from(messages)
			.where(
				and(
					eq(messages.id, id),
					eq(messages.attemptId, attemptId),
					inArray(messages.state, ['waiting', 'sending'])
				)
			);
		if (mine) await work(tx);
	});
}

type Row = Tx['tables']['messages']['$inferSelect'];

/** Waits longer each time; gives up in the end, and says so to those who can mend it. */
async function notSent(tx: Tx, row: Row, { kind, problem }: Failure, now: number): Promise<void> {
	const { messages } = tx.tables;
	const attempts = row.attempts + 1;
	const unsure = row.unsure + (kind === 'unsure' ? 1 : 0);
	const nextAttemptAt = now + (WAITS[row.attempts] ?? DAY);
	const over =
		kind === 'refused' || unsure >= MOST_UNSURE || nextAttemptAt > row.createdAt + GIVES_UP_AFTER;
	await tx
		.update(messages)
		.set({
			state: over ? 'given_up' : 'waiting',
			attempts,
			unsure,
			nextAttemptAt,
			problem,
			claimedUntil: null
		})
		.where(eq(messages.id, row.id));
	if (over) await tellAdministrators(tx, now);
}

/** Once a day and person, however much is given up. */
async function tellAdministrators(tx: Tx, now: number): Promise<void> {
	const notices = (await staffOfRole(tx, 'admin')).map((staffId) => ({
		to: { staffId, kind: 'mail_given_up' as const },
		once: `mail_given_up|${londonDate(now)}|${staffId}`
	}));
	await tell(tx, notices, now);
}

function messageOf(text: string): Message {
	const message = MESSAGES.find((known) => known === text);
	if (!message) throw new Error(`not a message: ${text}`);
	return message;
}
