import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import { londonDate } from '../../language/dates.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { conflict, invalid } from '../errors.ts';
import { youngPersonOf } from '../people/facts.ts';
import { demandHeld, midwayPlace } from './open.ts';
import { GOING } from './views.ts';

export const MAX_MIDWAY_CHARACTERS = 4000;

const input = v.object({
	youngPersonId: v.string(),
	meetingId: v.string(),
	version: v.number(),
	going: v.optional(v.picklist(GOING)),
	doneOn: v.string(),
	words: v.pipe(v.string(), v.transform(cleanText))
});
export type MidwayInput = v.InferInput<typeof input>;

export async function save(core: Core, actor: Actor, given: MidwayInput): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const held = await demandHeld(core, tx, actor, given);
		const parsed = v.safeParse(input, given);
		if (!parsed.success) throw invalid('form_unreadable');
		const { version, going, doneOn, words } = parsed.output;
		const { check, meetingId, youngPersonId, dueOn } = held;
		const { row, keys } = await youngPersonOf(core, tx, youngPersonId);
		const { keyId } = row;
		const before = check?.wordsSealed
			? keys.openText(keyId, midwayPlace(check.id), check.wordsSealed)
			: '';
		// The same page sent twice has done it once.
		if (check?.doneOn === doneOn && check.going === going && before === words) return;
		if ((check?.version ?? 0) !== version) throw conflict('midway_changed');
		if (going === undefined) throw invalid('midway_going');
		if (!v.is(v.pipe(v.string(), v.isoDate()), doneOn)) throw invalid('midway_date');
		if (doneOn > londonDate(core.now()) || doneOn < held.heldOn) throw invalid('midway_date');
		if (words.length > MAX_MIDWAY_CHARACTERS)
			throw invalid('answer_too_long', { most: MAX_MIDWAY_CHARACTERS });

		const { midwayChecks } = tx.tables;
		const id = check?.id ?? randomUUID();
		const kept = {
			doneOn,
			going,
			wordsSealed: words === '' ? null : keys.sealText(keyId, midwayPlace(id), words),
			byStaffId: actor.id,
			version: version + 1,
			updatedAt: core.now()
		};
		if (check) await tx.update(midwayChecks).set(kept).where(eq(midwayChecks.id, id));
		else await tx.insert(midwayChecks).values({ id, youngPersonId, meetingId, dueOn, ...kept });
		await core.audit.record(tx, {
			action: 'midway.done',
			actor,
			youngPersonId,
			subject: { kind: 'meeting', id: meetingId },
			detail: { going }
		});
	});
}
