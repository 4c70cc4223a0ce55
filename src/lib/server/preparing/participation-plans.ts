import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanLine, cleanText } from '../../forms/clean.ts';
import {
	INTERPRETERS,
	NO_PLAN,
	PLAN_WORDS,
	saysAnything,
	type ParticipationPlan
} from '../../meetings/participation-plan.ts';
import { demandOfStaff, demandOwn, demandSignedIn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { readKept } from '../drafts/kept.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { standingsTowards } from '../people/standings.ts';
import type { Keyring, Place } from '../vault/vault.ts';
import type { OwnPlanView, PlanToWrite, Preparing } from './views.ts';

export const MOST_PLAN_CHARACTERS = 1000;

const planPlace = (youngPersonId: string): Place => ({
	table: 'participation_plans',
	row: youngPersonId,
	column: 'plan'
});

const words = v.pipe(v.string(), v.transform(cleanText));
const line = v.pipe(v.string(), v.transform(cleanLine));
const written = v.object({
	...v.entriesFromList(PLAN_WORDS, words),
	interpreter: v.picklist(INTERPRETERS),
	language: line,
	dialect: line
});
const version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How somebody takes part, with how often that was changed; null while nobody has written it. */
export interface KeptPlan {
	readonly plan: ParticipationPlan;
	readonly version: number;
	readonly byStaffId: string | null;
	readonly updatedAt: number;
}

export async function keptPlan(
	queries: Queries,
	youngPersonId: string,
	{ keyId, keys }: { readonly keyId: string; readonly keys: Keyring }
): Promise<KeptPlan | null> {
	const { participationPlans } = queries.tables;
	const [row] = await queries
		.select()
		.from(participationPlans)
		.where(eq(participationPlans.youngPersonId, youngPersonId));
	if (!row) return null;
	const place = planPlace(youngPersonId);
	const plan = keys.openJson<ParticipationPlan>(keyId, place, row.planSealed);
	return { ...row, plan: { ...NO_PLAN, ...plan } };
}

/** With their own *About me* beside it, so that it is opened like anything else they said. */
export async function planToWrite(
	core: Core,
	{ translator }: Preparing,
	actor: Actor,
	youngPersonId: string
): Promise<PlanToWrite> {
	demandSignedIn(actor);
	if (!isId(youngPersonId)) throw notFound();
	return core.database.inTransaction(async (tx) => {
		const standings = await standingsTowards(tx, actor, youngPersonId);
		demandOfStaff('participation_plan.write', actor, standings);
		const { row, profile, keys } = await youngPersonOf(core, tx, youngPersonId);
		const kept = await keptPlan(tx, youngPersonId, { keyId: row.keyId, keys });
		const names = await staffByIds(core, tx, kept?.byStaffId ? [kept.byStaffId] : []);
		await core.audit.record(tx, {
			action: 'participation_plan.opened',
			actor,
			youngPersonId,
			subject: { kind: 'young_person', id: youngPersonId }
		});
		return {
			youngPerson: {
				id: youngPersonId,
				name: `${profile.knownAs} ${profile.lastName}`,
				language: row.language,
				dialect: profile.dialect
			},
			plan: kept?.plan ?? null,
			version: kept?.version ?? 0,
			changed: kept && {
				at: kept.updatedAt,
				by: names.get(kept.byStaffId ?? '')?.name ?? null
			},
			aboutMe: await readKept(core, tx, {
				youngPersonId,
				formId: 'about-me',
				translators: translator
			})
		};
	});
}

/**
 * @param input.version of the plan that was seen: somebody else's change in between is not written over
 * @throws Refusal conflict `participation_plan_changed`; invalid `participation_plan_too_long`
 */
export async function writePlan(
	core: Core,
	actor: Actor,
	input: {
		readonly youngPersonId: string;
		readonly version: number;
		readonly plan: ParticipationPlan;
	}
): Promise<void> {
	demandSignedIn(actor);
	const { youngPersonId } = input;
	if (!isId(youngPersonId)) throw notFound();
	await core.database.inTransaction(async (tx) => {
		const standings = await standingsTowards(tx, actor, youngPersonId);
		demandOfStaff('participation_plan.write', actor, standings);
		const { row, keys } = await youngPersonOf(core, tx, youngPersonId);
		const parsed = v.safeParse(v.object({ plan: written, version }), input);
		if (!parsed.success) throw invalid('form_unreadable');
		const plan = withoutInterpreterUnlessOne(parsed.output.plan);
		for (const text of Object.values(plan))
			if (text.length > MOST_PLAN_CHARACTERS)
				throw invalid('participation_plan_too_long', { most: MOST_PLAN_CHARACTERS });
		const before = await keptPlan(tx, youngPersonId, { keyId: row.keyId, keys });
		// The same page sent twice has done it once.
		if (JSON.stringify(before?.plan) === JSON.stringify(plan)) return;
		if ((before?.version ?? 0) !== parsed.output.version)
			throw conflict('participation_plan_changed');
		const values = {
			planSealed: keys.sealJson(row.keyId, planPlace(youngPersonId), plan),
			version: parsed.output.version + 1,
			byStaffId: actor.id,
			updatedAt: core.now()
		};
		const { participationPlans } = tx.tables;
		await tx
			.insert(participationPlans)
			.values({ youngPersonId, ...values })
			.onConflictDoUpdate({ target: participationPlans.youngPersonId, set: values });
		await core.audit.record(tx, {
			action: 'participation_plan.changed',
			actor,
			youngPersonId,
			subject: { kind: 'young_person', id: youngPersonId },
			detail: { version: values.version }
		});
	});
}

/** The young person's own, to see what is written of them; null while nothing is. */
export async function ownPlan(core: Core, actor: Actor): Promise<OwnPlanView | null> {
	demandOwn('participation_plan.read_own', actor);
	const { read } = core.database;
	const { row, keys } = await youngPersonOf(core, read, actor.id);
	const kept = await keptPlan(read, actor.id, { keyId: row.keyId, keys });
	if (!kept || !saysAnything(kept.plan)) return null;
	const names = await staffByIds(core, read, kept.byStaffId ? [kept.byStaffId] : []);
	const by = names.get(kept.byStaffId ?? '')?.name ?? null;
	return { plan: kept.plan, changed: { at: kept.updatedAt, by } };
}

/** In the order and with the fields of `NO_PLAN`, so that two can be compared. */
function withoutInterpreterUnlessOne(plan: v.InferOutput<typeof written>): ParticipationPlan {
	const same = { ...NO_PLAN, ...plan };
	return plan.interpreter === 'none' ? { ...same, language: '', dialect: '' } : same;
}
