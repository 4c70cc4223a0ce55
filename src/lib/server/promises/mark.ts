import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import { actsFor, demandOfStaff, demandSignedIn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { decisionPlace } from '../deciding/places.ts';
import type { DecisionWords } from '../deciding/views.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { standingsTowards } from '../people/standings.ts';
import { promised } from './list.ts';

export const MAX_WHY_CHARACTERS = 2000;

const request = v.object({
	id: v.string(),
	version: v.pipe(v.number(), v.integer()),
	/** `open` takes it back; null where nothing was chosen. */
	done: v.nullable(v.picklist(['done', 'not_done', 'open'])),
	/** When it was done, or when it was clear that it would not be. */
	on: v.optional(v.string(), ''),
	why: v.optional(v.pipe(v.string(), v.trim()), ''),
	language: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)), 'en')
});

/**
 * Says whether a promise was kept. Who it was made to sees it, and why where it was not.
 * @throws Refusal invalid `promise_choice_missing`, `promise_date_wrong`, `promise_why_missing`, `promise_why_too_long`;
 *   conflict `promise_changed` when somebody else said something of it since this page was drawn
 */
export async function mark(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof request>
): Promise<void> {
	demandSignedIn(actor);
	if (!isId(input.id)) throw notFound();
	const parsed = v.safeParse(request, input);
	await core.database.inTransaction(async (tx) => {
		const row = await findPromise(tx, actor, input.id);
		if (!parsed.success) throw invalid('form_unreadable');
		const { done, version, why, language } = parsed.output;
		if (done === null) throw invalid('promise_choice_missing');
		if (row.version !== version) throw conflict('promise_changed');
		const on = dayOf(parsed.output.on, core.now());
		if (done === 'not_done' && why === '') throw invalid('promise_why_missing');
		if (why.length > MAX_WHY_CHARACTERS)
			throw invalid('promise_why_too_long', { most: MAX_WHY_CHARACTERS });
		const { decisions } = tx.tables;
		const keys = await core.vault.unlock(tx, [row.keyId]);
		const words: DecisionWords = { words: why, language };
		const open = done === 'open';
		await tx
			.update(decisions)
			.set({
				done: open ? null : done,
				doneOn: open ? null : on,
				doneByStaffId: open ? null : actor.id,
				doneWhySealed:
					open || why === ''
						? null
						: keys.sealJson(row.keyId, decisionPlace(row.id, 'done_why'), words),
				version: version + 1,
				updatedAt: core.now()
			})
			.where(eq(decisions.id, row.id));
		await core.audit.record(tx, {
			action: 'promise.marked',
			actor,
			youngPersonId: row.youngPersonId,
			subject: { kind: 'decision', id: row.id },
			detail: { done, version: version + 1 }
		});
	});
}

/** A promise, for who may say how it went. @throws Refusal `not_found` */
async function findPromise(tx: Tx, actor: Actor, id: string) {
	const { decisions, meetings, youngPeople } = tx.tables;
	const [row] = await tx
		.select({
			id: decisions.id,
			youngPersonId: decisions.youngPersonId,
			ownerStaffId: decisions.ownerStaffId,
			version: decisions.version,
			chairId: meetings.chairId,
			keyId: youngPeople.keyId
		})
		.from(decisions)
		.innerJoin(meetings, eq(meetings.id, decisions.meetingId))
		.innerJoin(youngPeople, eq(youngPeople.id, decisions.youngPersonId))
		.where(and(eq(decisions.id, id), promised(tx)));
	if (!row) throw notFound();
	const standings = await standingsTowards(tx, actor, row.youngPersonId);
	if (actor.kind === 'staff' && row.ownerStaffId === actor.id) standings.push('owner');
	if (actor.kind === 'staff' && row.chairId !== null && actsFor(actor).includes(row.chairId))
		standings.push('chair');
	demandOfStaff('promise.mark', actor, standings);
	return row;
}

/** A day that has been; today where none was given. */
function dayOf(text: string, now: number): string {
	const today = londonDate(now);
	if (text === '') return today;
	const real = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));
	if (!real || new Date(`${text}T00:00Z`).toISOString().slice(0, 10) !== text || text > today)
		throw invalid('promise_date_wrong');
	return text;
}
