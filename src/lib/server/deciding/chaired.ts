import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { actsFor, demandOfStaff, type Action, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { findMeeting, type MeetingsRow } from '../meetings/standings.ts';
import type { Keyring } from '../vault/vault.ts';
import { stateOf } from './state.ts';
import type { DecisionsState } from './views.ts';

export interface Chaired {
	readonly row: MeetingsRow;
	/** Those of its young people for whom the actor chairs it. */
	readonly youngPersonIds: readonly string[];
	readonly actor: StaffActor;
}

/**
 * A meeting for who chairs it. While nobody is named, each allocated officer chairs it for their own young people alone:
 * a sibling's points are not theirs to see.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function chairedMeeting(
	core: Core,
	queries: Queries,
	actor: Actor,
	action: Extract<Action, 'meeting.decide' | 'record.write'>,
	meetingId: string
): Promise<Chaired> {
	const { row, youngPersonIds, standings } = await findMeeting(core, queries, actor, meetingId);
	demandOfStaff(action, actor, standings);
	if (row.chairId !== null) return { row, youngPersonIds, actor };
	const { youngPeople } = queries.tables;
	const theirs = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(
			and(
				inArray(youngPeople.id, [...youngPersonIds]),
				inArray(youngPeople.officerId, [...actsFor(actor)])
			)
		)
		.orderBy(youngPeople.id);
	return { row, youngPersonIds: theirs.map(({ id }) => id), actor };
}

/** The same, for one of its young people. */
export async function chairedFor(
	core: Core,
	queries: Queries,
	actor: Actor,
	action: Parameters<typeof chairedMeeting>[3],
	of: { readonly meetingId: string; readonly youngPersonId: string }
): Promise<Chaired> {
	const chaired = await chairedMeeting(core, queries, actor, action, of.meetingId);
	if (!chaired.youngPersonIds.includes(of.youngPersonId)) throw notFound();
	return chaired;
}

export type OutcomeRow = Queries['tables']['meetingOutcomes']['$inferSelect'];
export type ObjectionRow = Queries['tables']['objections']['$inferSelect'];

/** How far a meeting's decisions are, as the rows have it. */
export interface Progress {
	readonly outcome: OutcomeRow | null;
	/** Oldest first. */
	readonly objections: readonly ObjectionRow[];
	readonly state: DecisionsState;
}

export async function progressOf(
	queries: Queries,
	meetingId: string,
	now: number
): Promise<Progress> {
	const { meetingOutcomes, objections } = queries.tables;
	const [outcome = null] = await queries
		.select()
		.from(meetingOutcomes)
		.where(eq(meetingOutcomes.meetingId, meetingId));
	const rows = await queries
		.select()
		.from(objections)
		.where(eq(objections.meetingId, meetingId))
		.orderBy(objections.createdAt, objections.id);
	return { outcome, objections: rows, state: stateOf(outcome, rows, now) };
}

/**
 * While managers read the decisions they stay as they are; once final they change no more.
 * @throws Refusal conflict `after_cancelled`, `after_final`, `after_sent`
 */
export async function demandOpen(
	core: Core,
	queries: Queries,
	row: MeetingsRow
): Promise<Progress> {
	if (row.cancelledAt !== null) throw conflict('after_cancelled');
	const progress = await progressOf(queries, row.id, core.now());
	if (progress.state === 'final') throw conflict('after_final');
	if (progress.state === 'sent') throw conflict('after_sent');
	return progress;
}

/** A point or decision of a meeting, for who chairs it. @throws Refusal `not_found` */
export async function chairedDecision(core: Core, tx: Tx, actor: Actor, decisionId: string) {
	if (!isId(decisionId)) throw notFound();
	const { decisions } = tx.tables;
	const [decision] = await tx.select().from(decisions).where(eq(decisions.id, decisionId));
	if (!decision) throw notFound();
	const chaired = await chairedFor(core, tx, actor, 'meeting.decide', decision);
	return { decision, ...chaired };
}

/** The key a young person's words are sealed under. */
export async function keysOf(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<{ readonly keyId: string; readonly keys: Keyring }> {
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ keyId: youngPeople.keyId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	if (!person) throw notFound();
	return { keyId: person.keyId, keys: await core.vault.unlock(queries, [person.keyId]) };
}

/** What a young person sent for this meeting, newest first. */
export async function statementsFor(
	queries: Queries,
	of: { readonly meetingId: string; readonly youngPersonId: string }
): Promise<string[]> {
	const { statements, statementLinks } = queries.tables;
	const rows = await queries
		.select({ id: statements.id })
		.from(statementLinks)
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.where(
			and(
				eq(statementLinks.meetingId, of.meetingId),
				isNull(statementLinks.endedAt),
				eq(statements.youngPersonId, of.youngPersonId),
				isNull(statements.takenBackAt)
			)
		)
		.orderBy(desc(statements.sentAt), desc(statements.id));
	return rows.map(({ id }) => id);
}
