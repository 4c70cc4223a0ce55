import { eq } from 'drizzle-orm';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { notFound } from '../errors.ts';
import { queueMessages } from '../mail/queue.ts';
import { tell } from '../notices/notices.ts';
import { managerIds } from '../people/managers.ts';
import { askedAbout, ASKED_KIND } from './asked-about.ts';
import { ownLetter } from './own.ts';

/**
 * “Ask about this”: one tap, and no words. Whoever chairs the meeting now is told that they want to talk about the letter;
 * where nobody does, the managers. Tapped again, it stays asked once.
 */
export function askAbout(core: Core, actor: Actor, letterId: string): Promise<void> {
	return core.database.inTransaction(async (tx) => {
		demandOwn('letter.read_own', actor);
		const { meetings, youngPeople } = tx.tables;
		const { row } = await ownLetter(core, tx, actor, letterId);
		if ((await askedAbout(tx, row.meetingId)).has(actor.id)) return;
		const [found] = await tx
			.select({ chairId: meetings.chairId })
			.from(meetings)
			.where(eq(meetings.id, row.meetingId));
		const [person] = await tx
			.select({ officerId: youngPeople.officerId })
			.from(youngPeople)
			.where(eq(youngPeople.id, actor.id));
		if (!found || !person) throw notFound();
		const chairId = found.chairId ?? person.officerId;
		const now = core.now();
		const staffIds = chairId === null ? await managerIds(tx) : [chairId];
		const about = { about: actor.id, meetingId: row.meetingId };
		await tell(
			tx,
			staffIds.map((staffId) => ({ to: { staffId, kind: ASKED_KIND }, ...about })),
			now
		);
		await queueMessages(
			tx,
			staffIds.map((staffId) => ({
				to: { staffId },
				message: 'something_waits',
				onceKey: `${ASKED_KIND}:${row.id}:${staffId}`
			})),
			now
		);
		await core.audit.record(tx, {
			action: 'letter.asked_about',
			actor,
			youngPersonId: actor.id,
			subject: { kind: 'letter', id: row.id }
		});
	});
}
