import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { addDays } from '../../meetings/working-days.ts';
import { londonDate } from '../../language/dates.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import type { Job } from '../jobs/job.ts';
import { queueMessages } from '../mail/queue.ts';
import { deleteExpiredDrafts } from './drafts.ts';
import { deleteLink } from './end.ts';
import type { LinkRow } from './links.ts';
import { roomUntil, writtenAt, writtenOn } from './offers.ts';

const EVERY_MINUTES = 15;
const BATCH = 500;

/**
 * Writes to parents who said yes to it, once, some days after the conference; forgets their address when that is done;
 * and clears away links and drafts that are over.
 */
export function createSurveyJob(core: Core): Job {
	return {
		name: 'survey',
		everyMinutes: EVERY_MINUTES,
		async run(stopping) {
			const { outsideLinks } = core.database.read.tables;
			const waiting = await core.database.read
				.select({ id: outsideLinks.id })
				.from(outsideLinks)
				.where(toWrite(core, outsideLinks))
				.orderBy(asc(outsideLinks.sendAt), asc(outsideLinks.id))
				.limit(BATCH);
			for (const { id } of waiting) {
				if (stopping?.aborted) return;
				await core.database.inTransaction((tx) => writeOnce(core, tx, id));
			}
			await core.database.inTransaction((tx) => forgetWritten(tx));
			await core.database.inTransaction((tx) => followConferences(core, tx));
			await core.database.inTransaction((tx) => clearAway(core, tx));
		}
	};
}

type Links = Tx['tables']['outsideLinks'];

/** Not yet written to. Whether it is time, the day of the conference says, and that can still be moved. */
const toWrite = (core: Core, links: Links) =>
	and(
		eq(links.purpose, 'survey'),
		isNotNull(links.contactSealed),
		isNull(links.sentAt),
		isNull(links.endedAt),
		gt(links.expiresAt, core.now())
	);

/** Meanwhile it may be used, taken back, or the conference be moved or called off. */
async function writeOnce(core: Core, tx: Tx, id: string): Promise<void> {
	const { outsideLinks, meetings } = tx.tables;
	const [found] = await tx
		.select({ link: outsideLinks, meeting: meetings })
		.from(outsideLinks)
		.innerJoin(meetings, eq(meetings.id, outsideLinks.meetingId))
		.where(and(eq(outsideLinks.id, id), toWrite(core, outsideLinks)));
	if (!found) return;
	const { link, meeting } = found;
	const set = (values: Partial<LinkRow>) =>
		tx.update(outsideLinks).set(values).where(eq(outsideLinks.id, id));
	// Its links are deleted below.
	if (meeting.cancelledAt !== null) return;
	const now = core.now();
	const day = await writtenOn(core, tx, meeting);
	const at = day === null ? writtenAt(addDays(londonDate(now), 1)) : writtenAt(day);
	if (at > now) {
		if (at !== link.sendAt) await set({ sendAt: at });
		return;
	}
	await queueMessages(
		tx,
		[{ to: { outsideLinkId: link.id }, message: 'survey_link', onceKey: `survey_link|${link.id}` }],
		now
	);
	await set({ sentAt: now });
}

/** Once nothing more is to go out to them, their address is not needed. */
async function forgetWritten(tx: Tx): Promise<void> {
	const { outsideLinks, messages } = tx.tables;
	const written = await tx
		.select({ id: outsideLinks.id, waits: messages.id })
		.from(outsideLinks)
		.leftJoin(
			messages,
			and(
				eq(messages.outsideLinkId, outsideLinks.id),
				inArray(messages.state, ['waiting', 'sending'])
			)
		)
		.where(
			and(
				eq(outsideLinks.purpose, 'survey'),
				isNotNull(outsideLinks.sentAt),
				isNotNull(outsideLinks.contactSealed)
			)
		);
	for (const { id, waits } of written)
		if (waits === null)
			await tx.update(outsideLinks).set({ contactSealed: null }).where(eq(outsideLinks.id, id));
}

/** A link for the room ends with the day after the conference, whenever that is moved to; of one called off none works. */
async function followConferences(core: Core, tx: Tx): Promise<void> {
	const { outsideLinks, meetings } = tx.tables;
	const open = await tx
		.select({ link: outsideLinks, meeting: meetings })
		.from(outsideLinks)
		.innerJoin(meetings, eq(meetings.id, outsideLinks.meetingId))
		.where(
			and(
				eq(outsideLinks.purpose, 'survey'),
				isNull(outsideLinks.endedAt),
				gt(outsideLinks.expiresAt, core.now()),
				or(eq(outsideLinks.reach, 'room'), isNotNull(meetings.cancelledAt))
			)
		);
	for (const { link, meeting } of open) {
		const expiresAt = roomUntil(core, meeting);
		// With no day any more, it ends when it was to end.
		const dated = meeting.heldOn !== null || meeting.scheduledAt !== null;
		if (meeting.cancelledAt !== null) await deleteLink(tx, link.id);
		else if (dated && expiresAt !== link.expiresAt)
			await tx.update(outsideLinks).set({ expiresAt }).where(eq(outsideLinks.id, link.id));
	}
}

async function clearAway(core: Core, tx: Tx): Promise<void> {
	const { outsideLinks } = tx.tables;
	await deleteExpiredDrafts(core, tx);
	const over = await tx
		.select({ id: outsideLinks.id })
		.from(outsideLinks)
		.where(
			and(
				eq(outsideLinks.purpose, 'survey'),
				or(isNotNull(outsideLinks.endedAt), lte(outsideLinks.expiresAt, core.now()))
			)
		)
		.limit(BATCH);
	for (const { id } of over) await deleteLink(tx, id);
}
