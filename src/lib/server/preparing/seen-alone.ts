import * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import { SEEN_ALONE, seenAloneFault } from '../../meetings/seen-alone.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { conflict, invalid } from '../errors.ts';
import { youngPersonOf } from '../people/facts.ts';
import { at } from './asking.ts';
import { findPlace } from './place.ts';

const entry = v.object({
	seenAlone: v.nullable(v.picklist(SEEN_ALONE)),
	on: v.nullable(v.pipe(v.string(), v.isoDate()))
});

/**
 * Notes down whether whoever chairs spoke with the young person alone.
 * @param input.on London date; none is needed where they were not seen
 * @throws Refusal invalid `seen_alone_missing`, `seen_alone_no_date`, `seen_alone_future`, `seen_alone_early`; conflict
 *   `seen_alone_cancelled`
 */
export async function recordSeenAlone(
	core: Core,
	actor: Actor,
	input: {
		readonly meetingId: string;
		readonly youngPersonId: string;
		readonly seenAlone: string | null;
		readonly on: string | null;
	}
): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const { found, place } = await findPlace(core, tx, actor, input);
		demandOfStaff('seen_alone.record', actor, found.standings);
		const parsed = v.safeParse(entry, input);
		if (!parsed.success) throw invalid('form_unreadable');
		const { seenAlone, on } = parsed.output;
		if (seenAlone === null) throw invalid('seen_alone_missing');
		if (found.row.cancelledAt !== null) throw conflict('seen_alone_cancelled');
		const { profile } = await youngPersonOf(core, tx, place.youngPersonId);
		const fault = seenAloneFault(
			{ seenAlone, on },
			{ today: londonDate(core.now()), dateOfBirth: profile.dateOfBirth }
		);
		if (fault) throw invalid(fault);
		const { meetingYoungPeople } = tx.tables;
		await tx
			.update(meetingYoungPeople)
			.set({ seenAlone, seenAloneOn: on, seenAloneByStaffId: actor.id })
			.where(at(tx, place));
		await core.audit.record(tx, {
			action: 'young_person.seen_alone',
			actor,
			youngPersonId: place.youngPersonId,
			subject: { kind: 'meeting', id: place.meetingId },
			detail: { seenAlone, on: on ?? '' }
		});
	});
}
