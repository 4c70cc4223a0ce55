import { randomUUID } from 'node:crypto';
import { and, eq, max } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import { pointsIn } from '../../meetings/points.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { sendKey } from '../ids.ts';
import { open } from '../statements/open.ts';
import { readableStatements } from '../statements/standings.ts';
import { chairedFor, demandOpen, keysOf, statementsFor } from './chaired.ts';
import { decisionPlace } from './places.ts';
import type { DecisionWords, Kept, PointSuggestion } from './views.ts';

export const MOST_WORDS = 2000;

const adding = v.object({
	meetingId: v.string(),
	youngPersonId: v.string(),
	sendKey,
	words: v.pipe(v.string(), v.transform(cleanText)),
	language: v.optional(v.string(), 'en')
});

export interface Taking {
	readonly meetingId: string;
	readonly youngPersonId: string;
	readonly statementId: string;
	readonly questionId: string;
	readonly line: number;
	/** They were warned that these words are not for everybody. */
	readonly confirmed: boolean;
}

/**
 * What a young person sent for the meeting that asks to be talked about and is no point yet, the starred first. Their
 * statements are opened for it, as on the page of each: the young person sees by whom and when.
 */
export async function suggestions(
	core: Core,
	actor: Actor,
	of: { readonly meetingId: string; readonly youngPersonId: string }
): Promise<PointSuggestion[]> {
	const { read } = core.database;
	const taken = await sendKeysOf(read, of);
	const all: PointSuggestion[] = [];
	const readable = await readableStatements(read, actor, await statementsFor(read, of));
	for (const statementId of readable)
		for (const one of await raisedIn(core, actor, statementId))
			if (!taken.has(takenKey({ ...of, ...one }))) all.push(one);
	return [...all.filter(({ starred }) => starred), ...all.filter(({ starred }) => !starred)];
}

async function raisedIn(core: Core, actor: Actor, statementId: string): Promise<PointSuggestion[]> {
	const { wording, answers } = await open(core, actor, statementId);
	return pointsIn(wording, answers).map((point) => ({ ...point, statementId }));
}

/** Writes a point down. Sent once more with the same key, it is there once. */
export async function addPoint(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof adding>
): Promise<void> {
	const parsed = v.safeParse(adding, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { words, language, ...of } = parsed.output;
	if (words === '') throw invalid('after_point_missing');
	if (words.length > MOST_WORDS) throw invalid('answer_too_long', { most: MOST_WORDS });
	await core.database.inTransaction((tx) =>
		insertPoint(core, tx, actor, {
			...of,
			point: { words, language },
			from: null,
			starred: false
		})
	);
}

/**
 * Makes a point of what they said, with one tap. What they kept for the chair, or what nobody may be told came from
 * them, becomes a point only when the officer was warned: managers and the letter will have it.
 * @throws Refusal conflict `after_kept_chair`, `after_kept_protected`; `not_found`
 */
export async function takePoint(core: Core, actor: Actor, input: Taking): Promise<void> {
	const { read } = core.database;
	const { meetingId, youngPersonId, statementId, questionId, line, confirmed } = input;
	const of = { meetingId, youngPersonId };
	await chairedFor(core, read, actor, 'meeting.decide', of);
	if (!(await statementsFor(read, of)).includes(statementId)) throw notFound();
	const found = (await raisedIn(core, actor, statementId)).find(
		(one) => one.questionId === questionId && one.line === line
	);
	if (!found) throw notFound();
	const { kept, words, language, starred } = found;
	if (kept !== null && !confirmed) throw conflict(`after_kept_${kept}`);
	await core.database.inTransaction((tx) =>
		insertPoint(core, tx, actor, {
			...of,
			sendKey: takenKey(input),
			point: { words, language },
			from: { statementId, questionId, kept },
			starred
		})
	);
}

/** One line of an answer is one point of a meeting, however often it is tapped. */
const takenKey = (of: Omit<Taking, 'confirmed'>): string =>
	`${of.meetingId}/${of.statementId}/${of.questionId}/${of.line}`;

async function sendKeysOf(
	queries: Queries,
	of: { readonly meetingId: string; readonly youngPersonId: string }
): Promise<Set<string>> {
	const { decisions } = queries.tables;
	const rows = await queries
		.select({ sendKey: decisions.sendKey })
		.from(decisions)
		.where(
			and(eq(decisions.meetingId, of.meetingId), eq(decisions.youngPersonId, of.youngPersonId))
		);
	return new Set(rows.map((row) => row.sendKey));
}

interface NewPoint {
	readonly meetingId: string;
	readonly youngPersonId: string;
	readonly sendKey: string;
	readonly point: DecisionWords;
	readonly from: {
		readonly statementId: string;
		readonly questionId: string;
		readonly kept: Kept | null;
	} | null;
	readonly starred: boolean;
}

async function insertPoint(core: Core, tx: Tx, actor: Actor, point: NewPoint): Promise<void> {
	const { meetingId, youngPersonId, from } = point;
	const { row } = await chairedFor(core, tx, actor, 'meeting.decide', point);
	const { decisions } = tx.tables;
	const [before] = await tx
		.select({ meetingId: decisions.meetingId, youngPersonId: decisions.youngPersonId })
		.from(decisions)
		.where(eq(decisions.sendKey, point.sendKey));
	if (before) {
		if (before.meetingId !== meetingId || before.youngPersonId !== youngPersonId) throw notFound();
		return;
	}
	await demandOpen(core, tx, row);
	const theirs = and(
		eq(decisions.meetingId, meetingId),
		eq(decisions.youngPersonId, youngPersonId)
	);
	const [last] = await tx
		.select({ position: max(decisions.position) })
		.from(decisions)
		.where(theirs);
	const [star] = await tx
		.select({ id: decisions.id })
		.from(decisions)
		.where(and(theirs, eq(decisions.starred, 1)))
		.limit(1);
	const { keyId, keys } = await keysOf(core, tx, youngPersonId);
	const id = randomUUID();
	const now = core.now();
	// Their own star, where the officer has not set another.
	const starred = point.starred && !star;
	await tx.insert(decisions).values({
		id,
		meetingId,
		youngPersonId,
		sendKey: point.sendKey,
		statementId: from?.statementId ?? null,
		questionId: from?.questionId ?? null,
		kept: from?.kept ?? null,
		position: starred ? 0 : Number(last?.position ?? 0) + 1,
		starred: starred ? 1 : 0,
		pointSealed: keys.sealJson(keyId, decisionPlace(id, 'point'), point.point),
		version: 1,
		createdAt: now,
		updatedAt: now
	});
	await core.audit.record(tx, {
		action: 'decision.added',
		actor,
		youngPersonId,
		subject: { kind: 'decision', id },
		detail: { meetingId, ...(from?.kept ? { kept: from.kept } : {}) }
	});
}
