import { and, asc, eq, gt, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { invitedOn, invitedUntil } from '../../meetings/invitations.ts';
import { OPERATOR } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries, Tx } from '../db/database.ts';
import type { Job } from '../jobs/job.ts';
import { queueMessages } from '../mail/queue.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { endUsed } from '../outside/end.ts';
import { contactsForgottenBefore } from './due.ts';

const EVERY_MINUTES = 15;
const BATCH = 500;

/**
 * Writes once more to carers who have not answered, so many working days before the review; once, wherever it is moved
 * to. Who was asked within those days is left in peace. And forgets the addresses that are not needed any more.
 */
export function createCarersJob(core: Core): Job {
	return {
		name: 'carers',
		everyMinutes: EVERY_MINUTES,
		async run(stopping) {
			for (const { id } of await dueNow(core, core.database.read)) {
				if (stopping?.aborted) return;
				await core.database.inTransaction(async (tx) => {
					// Meanwhile they may have answered, or the review be off.
					const [due] = await dueNow(core, tx, id);
					if (due) await chase(core, tx, due);
				});
			}
			await core.database.inTransaction((tx) => forgetAddresses(core, tx));
		}
	};
}

interface Due {
	readonly id: string;
	readonly linkId: string;
	readonly youngPersonId: string;
}

/** Who is to be written to again: one of them, or everybody. */
async function dueNow(core: Core, queries: Queries, id?: string): Promise<Due[]> {
	const { carerConsultations, meetings, outsideLinks } = queries.tables;
	const now = core.now();
	const { carer_reminder: days } = await readLimits(queries);
	const extraDays = await readExtraDays(queries);
	const rows = await queries
		.select({
			id: carerConsultations.id,
			linkId: outsideLinks.id,
			youngPersonId: carerConsultations.youngPersonId,
			askedAt: carerConsultations.askedAt,
			sentAt: outsideLinks.sentAt,
			scheduledAt: meetings.scheduledAt
		})
		.from(carerConsultations)
		.innerJoin(meetings, eq(meetings.id, carerConsultations.meetingId))
		.innerJoin(outsideLinks, eq(outsideLinks.id, carerConsultations.linkId))
		.where(
			and(
				isNull(carerConsultations.answeredAt),
				isNull(carerConsultations.endedAt),
				isNull(carerConsultations.chasedAt),
				isNull(outsideLinks.endedAt),
				gt(outsideLinks.expiresAt, now),
				isNotNull(outsideLinks.contactSealed),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt),
				gt(meetings.scheduledAt, now),
				lt(meetings.scheduledAt, invitedUntil(now, days, extraDays)),
				id === undefined ? undefined : eq(carerConsultations.id, id)
			)
		)
		.orderBy(asc(meetings.scheduledAt), asc(carerConsultations.id));
	return rows.filter(({ askedAt, sentAt, scheduledAt }) => {
		const near = invitedOn(londonDate(scheduledAt ?? now), days, extraDays);
		return londonDate(sentAt ?? askedAt) < near;
	});
}

async function chase(core: Core, tx: Tx, { id, linkId, youngPersonId }: Due): Promise<void> {
	const { carerConsultations, outsideLinks } = tx.tables;
	const now = core.now();
	await tx.update(carerConsultations).set({ chasedAt: now }).where(eq(carerConsultations.id, id));
	await tx.update(outsideLinks).set({ remindedAt: now }).where(eq(outsideLinks.id, linkId));
	const onceKey = `carer_reminder|${id}`;
	await queueMessages(
		tx,
		[{ to: { outsideLinkId: linkId }, message: 'carer_reminder', onceKey }],
		now
	);
	await core.audit.record(tx, {
		action: 'carer.chased',
		actor: OPERATOR,
		youngPersonId,
		subject: { kind: 'carer_consultation', id }
	});
}

/**
 * An address is kept so long that the next review can ask the same carer by one tap, and no longer. Of who has not
 * answered before a review that is over, nothing is needed.
 */
async function forgetAddresses(core: Core, tx: Tx): Promise<void> {
	const { carerConsultations, meetings, outsideLinks } = tx.tables;
	const over = await tx
		.select({ id: carerConsultations.id, linkId: outsideLinks.id })
		.from(outsideLinks)
		.innerJoin(carerConsultations, eq(carerConsultations.linkId, outsideLinks.id))
		.innerJoin(meetings, eq(meetings.id, outsideLinks.meetingId))
		.where(
			and(
				eq(outsideLinks.purpose, 'carer'),
				isNull(outsideLinks.endedAt),
				or(
					isNotNull(meetings.heldOn),
					isNotNull(meetings.cancelledAt),
					lte(outsideLinks.expiresAt, core.now())
				)
			)
		)
		.limit(BATCH);
	for (const { id, linkId } of over) {
		await endUsed(core, tx, { id: linkId }, false);
		await tx
			.update(carerConsultations)
			.set({ emailSealed: null })
			.where(eq(carerConsultations.id, id));
	}
	await tx
		.update(carerConsultations)
		.set({ emailSealed: null })
		.where(
			and(
				isNotNull(carerConsultations.emailSealed),
				lt(carerConsultations.askedAt, contactsForgottenBefore(core.now()))
			)
		);
}
