import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import {
	CONCERN_COLOURS,
	CONCERN_OUTCOMES,
	movingTo,
	stageDueOn,
	type ConcernStage,
	type ConcernStepKind
} from '../../rights/concerns.ts';
import { demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { readStages } from '../council/stages.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { sendKey } from '../ids.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { subjectNoticesSeen } from '../notices/notices.ts';
import { stageOf, stepPlace, tellingPlace, type ConcernRow } from './rows.ts';
import { findConcern, type FoundConcern } from './standings.ts';
import {
	demandShort,
	telling,
	tellingFrom,
	tellManagers,
	tellYoungPerson,
	words
} from './telling.ts';

const every = { concernId: v.string(), sendKey, version: v.number(), words };
const input = v.variant('do', [
	/** To the stage after, or past some with a reason. */
	v.object({ ...every, do: v.literal('move'), to: v.string() }),
	v.object({ ...every, do: v.literal('respond') }),
	v.object({
		...every,
		do: v.literal('recolour'),
		colour: v.optional(v.picklist(CONCERN_COLOURS))
	}),
	v.object({ ...every, do: v.literal('tell'), telling }),
	v.object({
		...every,
		do: v.literal('close'),
		outcome: v.optional(v.picklist(CONCERN_OUTCOMES))
	})
]);
export type ConcernStep = v.InferInput<typeof input>;
type Wanted = v.InferOutput<typeof input>;

/** What a step changes, and what is told of it. */
interface Taken {
	readonly kind: ConcernStepKind;
	readonly set: Partial<ConcernRow>;
	readonly step?: { readonly dueOn?: string; readonly colour?: string; readonly outcome?: string };
	/** It came to this stage. */
	readonly to?: ConcernStage;
	readonly tells?: Parameters<typeof tellYoungPerson>[4];
}

/**
 * One more step of a concern, once, however often it is asked with the same key.
 * @throws Refusal conflict `concern_changed`, `concern_closed`; invalid `concern_stage`, `concern_why_skip`,
 * `concern_words`, `concern_same_colour`, `concern_outcome` and those of telling
 */
export function takeStep(core: Core, actor: Actor, given: ConcernStep): Promise<void> {
	return core.database.inTransaction(async (tx) => {
		const found = await findConcern(tx, actor, given.concernId);
		demandOfStaff('concern.step', actor, found.standings);
		const parsed = v.safeParse(input, given);
		if (!parsed.success) throw invalid('form_unreadable');
		const wanted = parsed.output;
		const { concern } = found;
		const { concerns, concernSteps } = tx.tables;
		const [before] = await tx
			.select()
			.from(concernSteps)
			.where(eq(concernSteps.sendKey, wanted.sendKey));
		if (before) {
			if (before.concernId !== concern.id || before.byStaffId !== actor.id) throw notFound();
			return;
		}
		if (concern.closedAt !== null) throw conflict('concern_closed');
		if (concern.version !== wanted.version) throw conflict('concern_changed');
		demandShort(wanted.words);

		const taken = await taking(core, tx, found, wanted);
		const keys = await core.vault.unlock(tx, [found.keyId]);
		const id = randomUUID();
		await tx
			.update(concerns)
			.set({ ...taken.set, version: concern.version + 1 })
			.where(eq(concerns.id, concern.id));
		await tx.insert(concernSteps).values({
			id,
			concernId: concern.id,
			sendKey: wanted.sendKey,
			kind: taken.kind,
			stage: taken.to?.id ?? concern.stage,
			...taken.step,
			wordsSealed:
				wanted.words === '' ? null : keys.sealText(found.keyId, stepPlace(id), wanted.words),
			byStaffId: actor.id,
			createdAt: core.now()
		});
		await tellOf(core, tx, actor, concern, taken, id);
		await core.audit.record(tx, {
			action: 'concern.step',
			actor,
			youngPersonId: concern.youngPersonId,
			subject: { kind: 'concern', id: concern.id },
			detail: { step: taken.kind, stage: taken.to?.id ?? concern.stage }
		});
	});
}

async function taking(
	core: Core,
	tx: Tx,
	{ concern, keyId }: FoundConcern,
	wanted: Wanted
): Promise<Taken> {
	switch (wanted.do) {
		case 'move':
			return move(core, tx, concern, wanted);
		case 'respond':
			if (wanted.words === '') throw invalid('concern_words');
			return { kind: 'responded', set: {} };
		case 'recolour':
			if (wanted.colour === undefined) throw invalid('concern_colour');
			if (wanted.colour === concern.colour) throw invalid('concern_same_colour');
			return {
				kind: 'recoloured',
				set: { colour: wanted.colour },
				step: { colour: wanted.colour }
			};
		case 'tell': {
			if (concern.toldAt !== null) throw conflict('concern_changed');
			const told = tellingFrom(wanted.telling);
			if (told.how === 'not') throw invalid('concern_telling');
			const keys = await core.vault.unlock(tx, [keyId]);
			return {
				kind: 'told',
				set: {
					tellingSealed: keys.sealJson(keyId, tellingPlace(concern.id), told),
					toldAt: core.now(),
					advocateOfferedAt: wanted.telling.offerAdvocate ? core.now() : null
				},
				tells: 'concern_raised'
			};
		}
		case 'close':
			if (wanted.outcome === undefined) throw invalid('concern_outcome');
			if (wanted.words === '') throw invalid('concern_words');
			return {
				kind: 'closed',
				set: { closedAt: core.now(), outcome: wanted.outcome },
				step: { outcome: wanted.outcome },
				tells: 'concern_closed'
			};
	}
}

async function move(
	core: Core,
	tx: Tx,
	concern: ConcernRow,
	wanted: Extract<Wanted, { do: 'move' }>
): Promise<Taken> {
	const stages = await readStages(tx);
	const kind = movingTo(stages, concern.stage, wanted.to);
	if (kind === null) throw invalid('concern_stage');
	if (kind === 'skipped' && wanted.words === '') throw invalid('concern_why_skip');
	const to = stageOf(stages, wanted.to);
	const dueOn = stageDueOn(to, londonDate(core.now()), await readExtraDays(tx));
	return {
		kind,
		set: { stage: to.id, stageDueOn: dueOn },
		step: { dueOn },
		to,
		tells: 'concern_moved'
	};
}

async function tellOf(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	concern: ConcernRow,
	{ to, tells, kind }: Taken,
	stepId: string
): Promise<void> {
	// Who does not know of it is not told what becomes of it.
	if (tells && (concern.toldAt !== null || kind === 'told'))
		await tellYoungPerson(core, tx, actor, concern, tells, stepId);
	if (to) await tellManagers(core, tx, actor, concern, to);
	// That the stage before was late is over.
	if (to || kind === 'closed')
		await subjectNoticesSeen(tx, { subjectId: concern.id, kinds: ['concern_overdue'] }, core.now());
}
