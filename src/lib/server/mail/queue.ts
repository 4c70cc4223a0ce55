import { randomUUID } from 'node:crypto';
import { londonDate } from '../../language/dates.ts';
import type { Tx } from '../db/database.ts';

/**
 * What can be sent out of Sayso. None of it says more than that something waits inside: whose mail it is may be read by
 * others.
 */
export const MESSAGES = [
	/** To a young person: you have a message. */
	'you_have_a_message',
	/** To staff: something waits at your desk. */
	'something_waits',
	/** To who is on duty: an alert waits. */
	'an_alert_waits'
] as const;
export type Message = (typeof MESSAGES)[number];

export interface Outgoing {
	readonly to: { readonly staffId: string } | { readonly youngPersonId: string };
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
				message,
				state: 'waiting',
				attempts: 0,
				nextAttemptAt: now,
				createdAt: now
			})
			.onConflictDoNothing({ target: tx.tables.messages.onceKey });
}

const daily = (staffId: string, now: number): string =>
	`something_waits|${londonDate(now)}|${staffId}`;
