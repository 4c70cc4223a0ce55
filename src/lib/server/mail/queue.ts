import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Tx } from '../db/database.ts';

/**
 * What can be sent out of Sayso. None of it says more than that something waits inside, or that somebody is asked for
 * their view and where: whose mail it is may be read by others.
 */
export const MESSAGES = [
	/** To a young person: you have a message. */
	'you_have_a_message',
	/** To staff: something waits at your desk. */
	'something_waits',
	/** To who is on duty: an alert waits. */
	'an_alert_waits',
	/** To a parent, over a link: how a conference was. */
	'survey_link',
	/** To a carer, over a link: what they are asked before a review. */
	'carer_link',
	/** To a carer who has not answered: the same, once. */
	'carer_reminder'
] as const;
export type Message = (typeof MESSAGES)[number];

export interface Outgoing {
	readonly to:
		| { readonly staffId: string }
		| { readonly youngPersonId: string }
		/** Whoever the link was made for. Once it is used, taken back or run out, nothing goes. */
		| { readonly outsideLinkId: string };
	readonly message: Message;
	/**
	 * Whatever is queued under the same key is sent once, however often it is asked for. That something waits at their
	 * desk, staff are written once a day, under whatever keys.
	 */
	readonly onceKey: string;
}

/**
 * Puts messages into the outbox, in the transaction of what they tell of: they go out if and only if it happened. Where
 * to is looked up when they go; a young person who gave no address gets none.
 */
export async function queueMessages(
	tx: Tx,
	outgoing: readonly Outgoing[],
	now: number
): Promise<void> {
	for (const { to, message, onceKey } of outgoing)
		await tx
			.insert(tx.tables.messages)
			.values({
				id: randomUUID(),
				onceKey:
					message === 'something_waits' && 'staffId' in to ? daily(to.staffId, now) : onceKey,
				staffId: 'staffId' in to ? to.staffId : null,
				youngPersonId: 'youngPersonId' in to ? to.youngPersonId : null,
				outsideLinkId: 'outsideLinkId' in to ? to.outsideLinkId : null,
				message,
				state: 'waiting',
				attempts: 0,
				nextAttemptAt: now,
				createdAt: now
			})
			.onConflictDoNothing({ target: tx.tables.messages.onceKey });
}

/** Before a link is deleted: of what was written to it, nothing stays. */
export async function forgetMessagesOf(tx: Tx, outsideLinkId: string): Promise<void> {
	const { messages } = tx.tables;
	await tx.delete(messages).where(eq(messages.outsideLinkId, outsideLinkId));
}

const daily = (staffId: string, now: number): string =>
	`something_waits|${londonDate(now)}|${staffId}`;
