import { asc, count, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import { londonDate, londonMidnight } from '../../language/dates.ts';
import { addMonths } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { staffByIds } from '../people/staff-names.ts';
import { callbackPlace, type CallbackContact } from './answers.ts';

/** More wait until some of these are rung. */
const MOST = 50;
const RUNG_SHOWN = 10;
const MONTHS_COUNTED = 12;

export interface Callback extends CallbackContact {
	readonly id: string;
	readonly language: string;
	readonly askedOn: string;
}

export interface Callbacks {
	/** The longest waiting first. */
	readonly waiting: readonly Callback[];
	/** How many wait, those that are not shown included. */
	readonly waitingInAll: number;
	/** Rung last, with nothing left of whom. */
	readonly rung: readonly {
		readonly id: string;
		readonly askedOn: string;
		readonly rungAt: number;
		readonly by: string | null;
	}[];
	/** In the last twelve months. */
	readonly rungInAll: number;
}

/** Who wants to be rung. Nothing here leads to what they answered. */
export async function listCallbacks(core: Core, actor: Actor): Promise<Callbacks> {
	demandOfStaff('survey.ring', actor);
	return core.database.inTransaction(async (tx) => {
		const { surveyCallbacks } = tx.tables;
		const since = londonMidnight(addMonths(londonDate(core.now()), -MONTHS_COUNTED));
		const waits = isNull(surveyCallbacks.handledAt);
		const rows = await tx
			.select()
			.from(surveyCallbacks)
			.where(waits)
			.orderBy(asc(surveyCallbacks.askedOn), surveyCallbacks.id)
			.limit(MOST);
		const [inAll] = await tx.select({ waiting: count() }).from(surveyCallbacks).where(waits);
		const rung = await tx
			.select()
			.from(surveyCallbacks)
			.where(isNotNull(surveyCallbacks.handledAt))
			.orderBy(desc(surveyCallbacks.handledAt), surveyCallbacks.id)
			.limit(RUNG_SHOWN);
		const [lately] = await tx
			.select({ rung: count() })
			.from(surveyCallbacks)
			.where(gte(surveyCallbacks.handledAt, since));
		const staff = await staffByIds(
			core,
			tx,
			rung.flatMap(({ handledByStaffId }) => handledByStaffId ?? [])
		);
		await core.audit.record(tx, { action: 'survey.callbacks_seen', actor });
		const { vault } = core;
		return {
			waiting: rows.flatMap(({ id, contactSealed, language, askedOn }) => {
				if (contactSealed === null) return [];
				const contact = vault.council.openJson<CallbackContact>(
					vault.councilKeyId,
					callbackPlace(id),
					contactSealed
				);
				return [{ ...contact, id, language, askedOn }];
			}),
			waitingInAll: inAll?.waiting ?? 0,
			rung: rung.map(({ id, askedOn, handledAt, handledByStaffId }) => ({
				...{ id, askedOn, rungAt: handledAt ?? 0 },
				by: staff.get(handledByStaffId ?? '')?.name ?? null
			})),
			rungInAll: lately?.rung ?? 0
		};
	});
}

/** They were rung, or could not be reached: their name and number are gone with it. Said twice it is done once. */
export async function markRung(core: Core, actor: Actor, callbackId: string): Promise<void> {
	demandOfStaff('survey.ring', actor);
	if (!isId(callbackId)) throw notFound();
	await core.database.inTransaction(async (tx) => {
		const { surveyCallbacks } = tx.tables;
		const [row] = await tx
			.select({ handledAt: surveyCallbacks.handledAt })
			.from(surveyCallbacks)
			.where(eq(surveyCallbacks.id, callbackId));
		if (!row) throw notFound();
		if (row.handledAt !== null) return;
		await tx
			.update(surveyCallbacks)
			.set({ handledAt: core.now(), handledByStaffId: actor.id, contactSealed: null })
			.where(eq(surveyCallbacks.id, callbackId));
		await core.audit.record(tx, {
			action: 'survey.rung',
			actor,
			subject: { kind: 'callback', id: callbackId }
		});
	});
}
