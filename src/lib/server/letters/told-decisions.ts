import { and, eq, inArray, type SQL } from 'drizzle-orm';
import type { Written } from '../../meetings/letter.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { decisionsWhere } from '../deciding/decisions.ts';
import { decisionPlace } from '../deciding/places.ts';
import type { DecisionOutcome, DecisionView, DecisionWords } from '../deciding/views.ts';
import type { Keyring } from '../vault/vault.ts';
import { contentsIn } from './rows.ts';
import { toldMeetings } from './told.ts';

/** Somebody's words as a young person is shown them: in their language where an interpreter gave them. */
export interface Shown extends Written {
	/** As it was written, beside what an interpreter gave. */
	readonly original: Written | null;
}

/** A decision as the young person it is about sees it. */
export interface ToldDecision {
	readonly id: string;
	readonly meetingId: string;
	/** `YYYY-MM-DD` */
	readonly heldOn: string;
	readonly toldAt: number;
	readonly letterId: string | null;
	readonly statementId: string | null;
	readonly starred: boolean;
	readonly outcome: DecisionOutcome;
	readonly point: Shown;
	readonly decided: Shown | null;
	readonly why: Shown | null;
	readonly owner: string | null;
	readonly dueOn: string | null;
	readonly done: 'done' | 'not_done' | null;
	readonly doneOn: string | null;
	readonly doneWhy: Shown | null;
}

/**
 * What was decided about a young person, as far as they have been told (`toldMeetings`); as their chair ordered it, the
 * last meeting first.
 */
export async function toldDecisions(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	which?: SQL
): Promise<ToldDecision[]> {
	const { decisions } = queries.tables;
	const of = and(eq(decisions.youngPersonId, youngPersonId), which);
	const found = await decisionsWhere(core, queries, of);
	if (found.length === 0) return [];
	const meetings = await toldMeetings(core, queries, youngPersonId);
	const told = found.filter(({ meetingId }) => meetings.has(meetingId));
	if (told.length === 0) return [];
	const owner = await keyOf(core, queries, youngPersonId);
	const theirs = await inTheirLanguage(queries, youngPersonId, owner);
	const whys = await doneWhys(
		queries,
		told.map(({ id }) => id),
		() => owner
	);

	return told
		.flatMap((decision) => {
			const meeting = meetings.get(decision.meetingId);
			if (!meeting || decision.outcome === null) return [];
			const given = theirs.get(decision.id);
			const shown = (words: DecisionWords | null, other = ''): Shown | null =>
				shownOf(words, other, given?.language);
			const { id, meetingId, statementId, starred, outcome, dueOn, done, doneOn } = decision;
			return [
				{
					...{ id, meetingId, statementId, starred, outcome, dueOn, done, doneOn },
					heldOn: meeting.heldOn,
					toldAt: meeting.at,
					letterId: meeting.letterId,
					point: shown(decision.point, given?.point) ?? {
						text: '',
						language: 'en',
						original: null
					},
					decided: shown(decision.decided, given?.decided),
					why: shown(decision.why, given?.why),
					owner: decision.owner?.name ?? null,
					doneWhy: shown(whys.get(id) ?? null)
				}
			];
		})
		.sort((a, b) => b.heldOn.localeCompare(a.heldOn) || Number(b.starred) - Number(a.starred));
}

function shownOf(words: DecisionWords | null, theirs: string, language = 'en'): Shown | null {
	if (words === null || words.words === '') return null;
	const original: Written = { text: words.words, language: words.language };
	return theirs === '' ? { ...original, original: null } : { text: theirs, language, original };
}

/** With somebody to see to it and a day, what was agreed is a promise. */
export function isPromise(
	decision: Pick<DecisionView, 'outcome' | 'dueOn'> & { readonly owner: unknown }
): boolean {
	const { outcome, owner, dueOn } = decision;
	return (outcome === 'agreed' || outcome === 'partly') && owner !== null && dueOn !== null;
}

interface KeyOf {
	readonly keyId: string;
	readonly keys: Keyring;
}

async function keyOf(core: Core, queries: Queries, youngPersonId: string): Promise<KeyOf> {
	const { youngPeople } = queries.tables;
	const [row] = await queries
		.select({ keyId: youngPeople.keyId })
		.from(youngPeople)
		.where(eq(youngPeople.id, youngPersonId));
	const keyId = row?.keyId ?? '';
	return { keyId, keys: await core.vault.unlock(queries, [keyId]) };
}

/** What interpreters gave with letters that were sent, by decision. */
async function inTheirLanguage(queries: Queries, youngPersonId: string, owner: KeyOf) {
	const { letters } = queries.tables;
	const rows = await queries
		.select({ id: letters.id, letterSealed: letters.letterSealed, language: letters.language })
		.from(letters)
		.where(and(eq(letters.youngPersonId, youngPersonId), eq(letters.state, 'sent')));
	return new Map(
		rows.flatMap((row) =>
			Object.entries(contentsIn(row, owner).words.decisions).map(
				([id, { theirs }]) => [id, { ...theirs, language: row.language }] as const
			)
		)
	);
}

/** Why promises were not kept, by id. @param keyFor of the young person a promise is about */
export async function doneWhys(
	queries: Queries,
	decisionIds: readonly string[],
	keyFor: (youngPersonId: string) => KeyOf
): Promise<Map<string, DecisionWords>> {
	const { decisions } = queries.tables;
	const rows = await inChunks(decisionIds, (chunk) =>
		queries
			.select({
				id: decisions.id,
				youngPersonId: decisions.youngPersonId,
				sealed: decisions.doneWhySealed
			})
			.from(decisions)
			.where(inArray(decisions.id, chunk))
	);
	return new Map(
		rows.flatMap(({ id, youngPersonId, sealed }) => {
			if (sealed === null) return [];
			const { keyId, keys } = keyFor(youngPersonId);
			return [
				[id, keys.openJson<DecisionWords>(keyId, decisionPlace(id, 'done_why'), sealed)] as const
			];
		})
	);
}
