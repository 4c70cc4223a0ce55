import { and, asc, eq, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanLine, cleanText } from '../../forms/clean.ts';
import { isDate } from '../../meetings/meeting-times.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { isId } from '../ids.ts';
import { chairedDecision, chairedFor, demandOpen, keysOf } from './chaired.ts';
import { decisionsByIds, type DecisionRow } from './decisions.ts';
import { decisionPlace } from './places.ts';
import { MOST_WORDS } from './points.ts';
import { OUTCOMES, type DecisionWords } from './views.ts';

export const MOST_IN_A_NAME = 200;

const text = v.pipe(v.string(), v.transform(cleanText));
const changing = v.object({
	id: v.string(),
	version: v.pipe(v.number(), v.integer()),
	point: text,
	outcome: v.nullable(v.picklist(OUTCOMES)),
	decided: text,
	why: text,
	/** Of the staff; empty for none, or for somebody else. */
	ownerStaffId: v.string(),
	/** Somebody else's name. */
	ownerName: v.pipe(v.string(), v.transform(cleanLine)),
	/** London date, or empty. */
	dueOn: v.union([v.literal(''), v.pipe(v.string(), v.check(isDate))]),
	starred: v.boolean(),
	/** What the officer writes in: English, as a rule. */
	language: v.optional(v.string(), 'en')
});
export type DecisionChange = v.InferOutput<typeof changing>;

/**
 * Writes down what was decided about a point: what, why, and who sees to it by when, which makes it a promise.
 * @throws Refusal conflict `after_changed` when somebody changed it meanwhile, `after_sent`, `after_final`; invalid
 *   `after_point_missing`, `after_why_missing`, `after_decided_missing`, `after_owner_missing`, `after_date_missing`,
 *   `after_date_wrong`, `after_owner_unknown`, `answer_too_long`
 */
export async function changeDecision(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof changing>
): Promise<void> {
	const parsed = v.safeParse(changing, input);
	if (!parsed.success)
		throw invalid(
			parsed.issues.some(({ path }) => path?.[0]?.key === 'dueOn')
				? 'after_date_wrong'
				: 'form_unreadable'
		);
	const change = parsed.output;
	demandWhole(change);
	await core.database.inTransaction(async (tx) => {
		const { decision, row } = await chairedDecision(core, tx, actor, change.id);
		await demandOpen(core, tx, row);
		if (decision.version !== change.version) {
			// The same page sent twice has done it once.
			if (await isAlready(core, tx, change)) return;
			throw conflict('after_changed');
		}
		await demandOwner(tx, change.ownerStaffId);
		const { decisions } = tx.tables;
		await tx
			.update(decisions)
			.set({
				...(await sealed(core, tx, decision, change)),
				outcome: change.outcome,
				ownerStaffId: change.ownerStaffId || null,
				dueOn: change.dueOn || null,
				starred: change.starred ? 1 : 0,
				version: decision.version + 1,
				updatedAt: core.now()
			})
			.where(eq(decisions.id, decision.id));
		if (change.starred) await onlyStar(tx, decision);
		await core.audit.record(tx, {
			action: 'decision.changed',
			actor,
			youngPersonId: decision.youngPersonId,
			subject: { kind: 'decision', id: decision.id },
			detail: { version: decision.version + 1, outcome: change.outcome ?? '' }
		});
	});
}

function demandWhole(change: DecisionChange): void {
	const { point, outcome, decided, why, ownerStaffId, ownerName, dueOn } = change;
	if (point === '') throw invalid('after_point_missing');
	for (const words of [point, decided, why])
		if (words.length > MOST_WORDS) throw invalid('answer_too_long', { most: MOST_WORDS });
	if (ownerName.length > MOST_IN_A_NAME) throw invalid('answer_too_long', { most: MOST_IN_A_NAME });
	if (outcome === 'partly' && decided === '') throw invalid('after_decided_missing');
	if (outcome !== null && outcome !== 'agreed' && why === '') throw invalid('after_why_missing');
	const owned = ownerStaffId !== '' || ownerName !== '';
	if (dueOn !== '' && !owned) throw invalid('after_owner_missing');
	if (dueOn === '' && owned) throw invalid('after_date_missing');
}

async function demandOwner(tx: Tx, staffId: string): Promise<void> {
	if (staffId === '') return;
	if (!isId(staffId)) throw invalid('after_owner_unknown');
	const { staff } = tx.tables;
	const [found] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, staffId));
	if (!found) throw invalid('after_owner_unknown');
}

/** Whether a decision stands as somebody wants to change it. */
async function isAlready(core: Core, tx: Tx, change: DecisionChange): Promise<boolean> {
	const [there] = await decisionsByIds(core, tx, [change.id]);
	return (
		there !== undefined &&
		there.point.words === change.point &&
		there.outcome === change.outcome &&
		(there.decided?.words ?? '') === change.decided &&
		(there.why?.words ?? '') === change.why &&
		(there.owner?.staffId ?? '') === change.ownerStaffId &&
		(change.ownerStaffId !== '' || (there.owner?.name ?? '') === change.ownerName) &&
		(there.dueOn ?? '') === change.dueOn &&
		there.starred === change.starred
	);
}

/** A point whose words stay as they were stays in the language it was said in. */
async function sealed(core: Core, tx: Tx, decision: DecisionRow, change: DecisionChange) {
	const { keyId, keys } = await keysOf(core, tx, decision.youngPersonId);
	const place = (column: 'point' | 'decided' | 'why' | 'owner') =>
		decisionPlace(decision.id, column);
	const before = keys.openJson<DecisionWords>(keyId, place('point'), decision.pointSealed);
	const seal = (column: 'decided' | 'why', words: string) =>
		words === '' ? null : keys.sealJson(keyId, place(column), { words, language: change.language });
	const named = change.ownerStaffId === '' && change.ownerName !== '';
	return {
		...(before.words === change.point
			? {}
			: {
					pointSealed: keys.sealJson(keyId, place('point'), {
						words: change.point,
						language: change.language
					})
				}),
		decidedSealed: seal('decided', change.decided),
		whySealed: seal('why', change.why),
		ownerSealed: named ? keys.sealText(keyId, place('owner'), change.ownerName) : null
	};
}

/** One thing matters most: the others of this young person lose their star. */
async function onlyStar(tx: Tx, decision: DecisionRow): Promise<void> {
	const { decisions } = tx.tables;
	await tx
		.update(decisions)
		.set({ starred: 0 })
		.where(
			and(
				eq(decisions.meetingId, decision.meetingId),
				eq(decisions.youngPersonId, decision.youngPersonId),
				ne(decisions.id, decision.id)
			)
		);
}

/** Takes a point away. Once it is gone, it stays gone. @throws Refusal conflict `after_changed` */
export async function removeDecision(
	core: Core,
	actor: Actor,
	input: {
		readonly meetingId: string;
		readonly youngPersonId: string;
		readonly id: string;
		readonly version: number;
	}
): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const { row } = await chairedFor(core, tx, actor, 'meeting.decide', input);
		const { decisions } = tx.tables;
		const [decision] = await tx
			.select()
			.from(decisions)
			.where(
				and(
					eq(decisions.id, input.id),
					eq(decisions.meetingId, input.meetingId),
					eq(decisions.youngPersonId, input.youngPersonId)
				)
			);
		if (!decision) return;
		await demandOpen(core, tx, row);
		if (decision.version !== input.version) throw conflict('after_changed');
		await tx.delete(decisions).where(eq(decisions.id, decision.id));
		await core.audit.record(tx, {
			action: 'decision.removed',
			actor,
			youngPersonId: decision.youngPersonId,
			subject: { kind: 'decision', id: decision.id },
			detail: { meetingId: decision.meetingId }
		});
	});
}

/** Moves a point one place up. At the top it stays. */
export async function raiseDecision(core: Core, actor: Actor, id: string): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const { decision, row } = await chairedDecision(core, tx, actor, id);
		await demandOpen(core, tx, row);
		const { decisions } = tx.tables;
		const all = await tx
			.select({ id: decisions.id })
			.from(decisions)
			.where(
				and(
					eq(decisions.meetingId, decision.meetingId),
					eq(decisions.youngPersonId, decision.youngPersonId)
				)
			)
			.orderBy(asc(decisions.position), asc(decisions.createdAt), asc(decisions.id));
		const ids = all.map((one) => one.id);
		const at = ids.indexOf(id);
		if (at <= 0) return;
		ids.splice(at - 1, 0, ...ids.splice(at, 1));
		for (const [position, one] of ids.entries())
			await tx.update(decisions).set({ position }).where(eq(decisions.id, one));
		await core.audit.record(tx, {
			action: 'decision.changed',
			actor,
			youngPersonId: decision.youngPersonId,
			subject: { kind: 'decision', id },
			detail: { position: at - 1 }
		});
	});
}
