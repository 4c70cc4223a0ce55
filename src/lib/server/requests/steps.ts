import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import { londonDate } from '../../language/dates.ts';
import { dueOn, receivedOn, type Counting } from '../../rights/clocks.ts';
import { requestKindOf } from '../../rights/requests.ts';
import { firstStage, isOver, stageOf, type Stage, type StepKind } from '../../rights/stages.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import type { Keyring, Place } from '../vault/vault.ts';
import type { RequestRow } from './standings.ts';

export const MOST_STEP_WORDS = 4000;

export type StepRow = Queries['tables']['requestSteps']['$inferSelect'];

/** What goes with a step, sealed with it. */
export interface Said {
	/** To the young person; the reason, where it is an extension. */
	readonly words?: string;
	/** A London date: of a meeting, or of what is to come. */
	readonly on?: string;
	/** On a waiting list. */
	readonly place?: number;
	/** Who it was assigned to. */
	readonly staffId?: string;
	readonly providerId?: string;
	/** Whether a manager was there to be told. */
	readonly managerTold?: boolean;
}

/** What a page sends with every step: once, and of what its sender had before them. */
export const stepFields = {
	id: v.string(),
	sendKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,100}$/)),
	version: v.pipe(v.number(), v.integer(), v.minValue(0))
};

/** What may be written with a step. */
export const wordsField = v.optional(v.pipe(v.string(), v.transform(cleanText)), '');
export const languageField = v.optional(
	v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)),
	'en'
);

export const stepPlace = (stepId: string): Place => ({
	table: 'request_steps',
	row: stepId,
	column: 'words'
});

export async function readCounting(queries: Queries): Promise<Counting> {
	return { limits: await readLimits(queries), extraDays: await readExtraDays(queries) };
}

/** Where it stands. */
export const stageNow = ({ kind, stage }: Pick<RequestRow, 'kind' | 'stage'>): Stage =>
	stage === null ? firstStage(requestKindOf(kind)) : stageOf(stage);

/** Where it stands, and since when. */
export function stageIn(row: RequestRow): { readonly stage: Stage; readonly startedOn: string } {
	return {
		stage: stageNow(row),
		startedOn: row.stageStartedOn ?? receivedOn(row.createdAt)
	};
}

/** The first stage of a request, or where it stands from the first, from the day it came. */
export function beginning(
	kind: string,
	createdAt: number,
	counting: Counting,
	standsAt: Stage | null = null
) {
	const of = requestKindOf(kind);
	const stage = standsAt ?? firstStage(of);
	const stageStartedOn = receivedOn(createdAt);
	return { stage, stageStartedOn, stageDueOn: dueOn(of, stage, stageStartedOn, counting) };
}

/** The key a request's words are sealed under: the young person's; the council's while nobody has said who asks. */
export async function keyOf(
	core: Core,
	queries: Queries,
	row: Pick<RequestRow, 'youngPersonId'>
): Promise<{ readonly keyId: string; readonly keys: Keyring }> {
	const { council, councilKeyId } = core.vault;
	if (row.youngPersonId === null) return { keyId: councilKeyId, keys: council };
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ keyId: youngPeople.keyId })
		.from(youngPeople)
		.where(eq(youngPeople.id, row.youngPersonId));
	if (!person) throw notFound();
	return { keyId: person.keyId, keys: await core.vault.unlock(queries, [person.keyId]) };
}

/**
 * Whether this step was made before, by a first tap.
 * @throws Refusal conflict `request_changed` when somebody made another step since the page was drawn
 */
export async function madeBefore(
	tx: Tx,
	actor: Actor,
	row: RequestRow,
	input: { readonly sendKey: string; readonly version: number }
): Promise<boolean> {
	const { requestSteps } = tx.tables;
	const [before] = await tx
		.select()
		.from(requestSteps)
		.where(eq(requestSteps.sendKey, input.sendKey));
	if (before) {
		const byThem = before.byStaffId === (actor.kind === 'staff' ? actor.id : null);
		if (before.requestId !== row.id || !byThem) throw notFound();
		return true;
	}
	if (row.version !== input.version) throw conflict('request_changed');
	return false;
}

export interface NewStep {
	readonly kind: StepKind;
	readonly sendKey: string;
	readonly language: string;
	readonly said?: Said;
	/** Null: the young person did it, or Sayso. */
	readonly byStaffId: string | null;
	/** The stage it leads to, with its clock; as it stands, where it is left out. */
	readonly to?: {
		readonly stage: Stage;
		readonly stageStartedOn: string;
		readonly stageDueOn: string | null;
	};
	readonly assignedStaffId?: string;
	readonly providerId?: string;
}

/** Writes a step down and takes the request where it leads. @returns the id of the step */
export async function makeStep(
	core: Core,
	tx: Tx,
	actor: Actor,
	row: RequestRow,
	step: NewStep
): Promise<string> {
	const { requests, requestSteps } = tx.tables;
	const id = randomUUID();
	const now = core.now();
	const at = step.to ?? {
		stage: stageIn(row).stage,
		stageStartedOn: stageIn(row).startedOn,
		stageDueOn: row.stageDueOn
	};
	const over = step.to !== undefined && isOver(step.to.stage);
	const sealed = step.said && (await sealSaid(core, tx, row, id, step.said));
	await tx.insert(requestSteps).values({
		id,
		requestId: row.id,
		number: row.version + 1,
		sendKey: step.sendKey,
		kind: step.kind,
		stage: at.stage,
		startedOn: at.stageStartedOn,
		dueOn: at.stageDueOn,
		wordsSealed: sealed ?? null,
		language: step.language,
		byStaffId: step.byStaffId,
		createdAt: now
	});
	await tx
		.update(requests)
		.set({
			...at,
			version: row.version + 1,
			...(over ? { state: 'closed', closedAt: now } : {}),
			...(step.assignedStaffId === undefined ? {} : { assignedStaffId: step.assignedStaffId }),
			...(step.providerId === undefined ? {} : { providerId: step.providerId })
		})
		.where(and(eq(requests.id, row.id), eq(requests.version, row.version)));
	await core.audit.record(tx, {
		action: 'request.step',
		actor,
		...(row.youngPersonId === null ? {} : { youngPersonId: row.youngPersonId }),
		subject: { kind: 'request', id: row.id },
		detail: { step: step.kind, stage: at.stage }
	});
	return id;
}

async function sealSaid(core: Core, tx: Tx, row: RequestRow, stepId: string, said: Said) {
	const { keyId, keys } = await keyOf(core, tx, row);
	return keys.sealJson(keyId, stepPlace(stepId), said);
}

/** The stage a move leads to, from a day on, with its clock. */
export function stageFrom(
	row: RequestRow,
	stage: Stage,
	startedOn: string,
	counting: Counting
): NonNullable<NewStep['to']> {
	const kind = requestKindOf(row.kind);
	return {
		stage,
		stageStartedOn: startedOn,
		stageDueOn: dueOn(kind, stage, startedOn, counting)
	};
}

/** @throws Refusal invalid `answer_too_long` */
export function demandShort(words: string): void {
	if (words.length > MOST_STEP_WORDS) throw invalid('answer_too_long', { most: MOST_STEP_WORDS });
}

export const today = (core: Core): string => londonDate(core.now());
