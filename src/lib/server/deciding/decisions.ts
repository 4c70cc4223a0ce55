import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';
import type { Keyring } from '../vault/vault.ts';
import { decisionPlace } from './places.ts';
import { stateOf } from './state.ts';
import { OUTCOMES, type DecisionView, type DecisionWords, type Kept } from './views.ts';

export type DecisionRow = Queries['tables']['decisions']['$inferSelect'];
type OutcomeRow = Queries['tables']['meetingOutcomes']['$inferSelect'];

/**
 * What was raised by or for one young person at one meeting, and what was decided, in the chair's order. Nothing is
 * decided here about who may see it: whoever asks has, and leaves the trace.
 */
export async function decisionsOf(
	core: Core,
	queries: Queries,
	of: { readonly meetingId: string; readonly youngPersonId: string }
): Promise<DecisionView[]> {
	const { decisions } = queries.tables;
	return decisionsWhere(
		core,
		queries,
		and(eq(decisions.meetingId, of.meetingId), eq(decisions.youngPersonId, of.youngPersonId))
	);
}

/** Those with these ids, as `decisionsOf` has them, in a number of queries that does not grow with them. */
export async function decisionsByIds(
	core: Core,
	queries: Queries,
	ids: readonly string[]
): Promise<DecisionView[]> {
	return inChunks(ids, (chunk) =>
		decisionsWhere(core, queries, inArray(queries.tables.decisions.id, chunk))
	);
}

/** Decisions and points, opened, ordered by meeting, young person and place. All keys are unlocked at once. */
export async function decisionsWhere(
	core: Core,
	queries: Queries,
	which: SQL | undefined
): Promise<DecisionView[]> {
	const { decisions, meetingOutcomes, youngPeople } = queries.tables;
	const rows = await queries
		.select({ row: decisions, keyId: youngPeople.keyId, outcome: meetingOutcomes })
		.from(decisions)
		.innerJoin(youngPeople, eq(youngPeople.id, decisions.youngPersonId))
		.leftJoin(meetingOutcomes, eq(meetingOutcomes.meetingId, decisions.meetingId))
		.where(which)
		.orderBy(
			asc(decisions.meetingId),
			asc(decisions.youngPersonId),
			asc(decisions.position),
			asc(decisions.createdAt),
			asc(decisions.id)
		);
	if (rows.length === 0) return [];
	const keys = await core.vault.unlock(
		queries,
		rows.map(({ keyId }) => keyId)
	);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ row }) => row.ownerStaffId ?? [])
	);
	const final = await finalOnes(queries, rows, core.now());
	return rows.map(({ row, keyId }) => ({
		id: row.id,
		meetingId: row.meetingId,
		youngPersonId: row.youngPersonId,
		point: openWords(keys, keyId, row, 'point') ?? { words: '', language: 'en' },
		outcome: OUTCOMES.find((known) => known === row.outcome) ?? null,
		decided: openWords(keys, keyId, row, 'decided'),
		why: openWords(keys, keyId, row, 'why'),
		owner: ownerOf(row, keyId, keys, staff),
		dueOn: row.dueOn,
		starred: row.starred === 1,
		statementId: row.statementId,
		questionId: row.questionId,
		kept: keptOf(row.kept),
		done: row.done === 'done' || row.done === 'not_done' ? row.done : null,
		doneOn: row.doneOn,
		final: final.has(row.meetingId),
		version: row.version
	}));
}

/** The meetings whose decisions change no more; objections are looked up where they can matter. */
async function finalOnes(
	queries: Queries,
	rows: readonly { readonly outcome: OutcomeRow | null }[],
	now: number
): Promise<Set<string>> {
	const { objections } = queries.tables;
	const outcomes = new Map(
		rows.flatMap(({ outcome }) => (outcome ? [[outcome.meetingId, outcome] as const] : []))
	);
	const silent = [...outcomes.values()].filter(
		(outcome) => outcome.finalAt === null && stateOf(outcome, [], now) === 'final'
	);
	const objected = await inChunks(
		silent.map(({ meetingId }) => meetingId),
		(chunk) =>
			queries
				.select({ meetingId: objections.meetingId, answeredAt: objections.answeredAt })
				.from(objections)
				.where(and(inArray(objections.meetingId, chunk), isNull(objections.answeredAt)))
	);
	return new Set(
		[...outcomes.values()]
			.filter((outcome) => {
				const open = objected.filter(({ meetingId }) => meetingId === outcome.meetingId);
				return stateOf(outcome, open, now) === 'final';
			})
			.map(({ meetingId }) => meetingId)
	);
}

export const keptOf = (column: string | null): Kept | null =>
	column === 'chair' || column === 'protected' ? column : null;

function openWords(
	keys: Keyring,
	keyId: string,
	row: DecisionRow,
	column: 'point' | 'decided' | 'why'
): DecisionWords | null {
	const sealed = { point: row.pointSealed, decided: row.decidedSealed, why: row.whySealed }[column];
	return sealed && keys.openJson<DecisionWords>(keyId, decisionPlace(row.id, column), sealed);
}

function ownerOf(
	row: DecisionRow,
	keyId: string,
	keys: Keyring,
	staff: ReadonlyMap<string, { readonly name: string }>
): DecisionView['owner'] {
	if (row.ownerStaffId !== null)
		return { staffId: row.ownerStaffId, name: staff.get(row.ownerStaffId)?.name ?? '' };
	if (row.ownerSealed === null) return null;
	return {
		staffId: null,
		name: keys.openText(keyId, decisionPlace(row.id, 'owner'), row.ownerSealed)
	};
}
