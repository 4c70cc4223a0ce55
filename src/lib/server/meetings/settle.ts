import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { relink } from '../../meetings/linking.ts';
import type { Actor } from '../access.ts';
import type { AuditEvent } from '../audit/audit.ts';
import type { Core } from '../core.ts';
import { eachChunk } from '../db/in-chunks.ts';
import type { Tx } from '../db/database.ts';
import { tell } from '../notices/notices.ts';
import { plannedMeetings } from './meeting-rows.ts';
import { noticesFor } from './settle-notices.ts';
import {
	linkedOf,
	peopleIn,
	statementsAtStake,
	type CurrentLink,
	type Scope,
	type Settled
} from './statements-at-stake.ts';

/**
 * The one place that links statements to meetings and carries them on, in the transaction of whatever made, moved,
 * cancelled or closed the meetings. Done again, it changes nothing.
 */
export async function settle(
	core: Core,
	tx: Tx,
	scope: Scope & { readonly actor: Actor; readonly sentId?: string }
): Promise<void> {
	const statements = await statementsAtStake(tx, await peopleIn(tx, scope));
	if (statements.length === 0) return;
	const now = core.now();
	const planned = await plannedMeetings(
		tx,
		statements.map(({ youngPersonId }) => youngPersonId),
		now
	);
	const settled = statements.map((statement) => ({
		statement,
		change: relink(linkedOf(statement), planned.get(statement.youngPersonId) ?? [], now),
		justSent: statement.id === scope.sentId
	}));

	await endLinks(tx, settled, now);
	await makeLinks(tx, settled, now);
	await setStates(tx, settled);
	await tell(tx, await noticesFor(tx, settled), now);
	await rememberWhatWasTold(tx, settled);
	for (const event of settled.flatMap((one) => eventsOf(one, scope.actor)))
		await core.audit.record(tx, event);
}

/** Its author takes it back: it leaves the meeting it goes to, with no word to anybody. */
export async function leaveMeeting(
	core: Core,
	tx: Tx,
	actor: Actor,
	statementId: string
): Promise<void> {
	const { statements, statementLinks } = tx.tables;
	const current = and(eq(statementLinks.statementId, statementId), isNull(statementLinks.endedAt));
	const [link] = await tx
		.select({ meetingId: statementLinks.meetingId, youngPersonId: statements.youngPersonId })
		.from(statementLinks)
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.where(current);
	if (!link) return;
	await tx
		.update(statementLinks)
		.set({ endedAt: core.now(), endReason: 'taken_back' })
		.where(current);
	await core.audit.record(tx, {
		action: 'statement.unlinked',
		actor,
		youngPersonId: link.youngPersonId,
		subject: { kind: 'statement', id: statementId },
		detail: { meetingId: link.meetingId, reason: 'taken_back' }
	});
}

async function endLinks(tx: Tx, settled: readonly Settled[], now: number): Promise<void> {
	const { statementLinks } = tx.tables;
	for (const [endReason, some] of grouped(settled, ({ change }) =>
		change.outcome === 'moves' ? change.ended : null
	))
		await eachChunk(
			some.flatMap(({ statement }) => statement.link?.id ?? []),
			(ids) =>
				tx
					.update(statementLinks)
					.set({ endedAt: now, endReason })
					.where(inArray(statementLinks.id, ids))
		);
}

async function makeLinks(tx: Tx, settled: readonly Settled[], now: number): Promise<void> {
	const rows = settled.flatMap(({ statement, change, justSent }) =>
		change.outcome === 'moves' && change.next
			? {
					id: randomUUID(),
					statementId: statement.id,
					meetingId: change.next.id,
					reason: change.ended ?? (justSent ? 'sent' : 'date_made'),
					linkedAt: now,
					toldScheduledAt: change.next.scheduledAt,
					toldChairId: change.next.chairId
				}
			: []
	);
	await eachChunk(rows, (chunk) => tx.insert(tx.tables.statementLinks).values(chunk));
}

async function setStates(tx: Tx, settled: readonly Settled[]): Promise<void> {
	const { statements } = tx.tables;
	for (const [state, some] of grouped(settled, newState))
		await eachChunk(
			some.map(({ statement }) => statement.id),
			(ids) => tx.update(statements).set({ state }).where(inArray(statements.id, ids))
		);
}

function newState({ statement, change }: Settled): string | null {
	const state = {
		stays: statement.state,
		closes: 'closed',
		reopens: 'linked',
		moves: change.outcome === 'moves' && change.next ? 'linked' : 'waiting'
	}[change.outcome];
	return state === statement.state ? null : state;
}

/** The date and chair a young person now knows: settling again must not tell them twice. */
async function rememberWhatWasTold(tx: Tx, settled: readonly Settled[]): Promise<void> {
	const { statementLinks } = tx.tables;
	const news = settled.flatMap(({ statement: { link }, change }) =>
		link && change.outcome !== 'moves' && isNews(link) ? link : []
	);
	for (const links of grouped(news, ({ meeting }) => `${meeting.id} ${meeting.chairId}`).values())
		await eachChunk(links, (chunk) =>
			tx
				.update(statementLinks)
				.set({
					toldScheduledAt: chunk[0]?.meeting.scheduledAt ?? null,
					toldChairId: chunk[0]?.meeting.chairId ?? null
				})
				.where(
					inArray(
						statementLinks.id,
						chunk.map(({ id }) => id)
					)
				)
		);
}

const isNews = ({ meeting, toldScheduledAt, toldChairId }: CurrentLink): boolean =>
	meeting.scheduledAt !== toldScheduledAt || meeting.chairId !== toldChairId;

function eventsOf({ statement, change }: Settled, actor: Actor): AuditEvent[] {
	const event = (action: AuditEvent['action'], meetingId: string, reason?: string): AuditEvent => ({
		action,
		actor,
		youngPersonId: statement.youngPersonId,
		subject: { kind: 'statement', id: statement.id },
		detail: { meetingId, ...(reason === undefined ? {} : { reason }) }
	});
	const left = statement.link?.meeting.id;
	if (change.outcome !== 'moves') {
		if (change.outcome === 'stays' || !left) return [];
		return [event(change.outcome === 'closes' ? 'statement.closed' : 'statement.reopened', left)];
	}
	const { ended, next } = change;
	return [
		...(ended && left
			? [event(ended === 'missed' ? 'statement.missed' : 'statement.unlinked', left, ended)]
			: []),
		...(next ? [event('statement.linked', next.id)] : [])
	];
}

/** Groups what has a key; what has none is left out. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		if (key === null) continue;
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
