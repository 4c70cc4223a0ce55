import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm';
import { invitedUntil } from '../../meetings/invitations.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries } from '../db/database.ts';
import type { Job } from '../jobs/job.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { askFirst, at, type Place } from './asking.ts';

const EVERY_MINUTES = 15;

/**
 * Asks young people to take part, so many working days before a meeting of theirs. Who cannot sign in yet is left for
 * the day they can, and stands before whoever chairs meanwhile. Asked once for each meeting, whenever that is moved to.
 */
export function createInvitationsJob(core: Core): Job {
	return {
		name: 'invitations',
		everyMinutes: EVERY_MINUTES,
		async run(stopping) {
			for (const place of await dueNow(core, core.database.read)) {
				if (stopping?.aborted) return;
				await core.database.inTransaction(async (tx) => {
					// Meanwhile another process may have asked, or the meeting be off.
					const [row] = await dueNow(core, tx, place);
					if (row) await askFirst(core, tx, place);
				});
			}
		}
	};
}

/** Who is to be asked now: of one place, or everywhere. */
async function dueNow(core: Core, queries: Queries, place?: Place): Promise<Place[]> {
	const { meetings, meetingYoungPeople, accounts } = queries.tables;
	const now = core.now();
	const { invite } = await readLimits(queries);
	const extraDays = await readExtraDays(queries);
	return queries
		.select({ meetingId: meetings.id, youngPersonId: meetingYoungPeople.youngPersonId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(accounts, eq(accounts.youngPersonId, meetingYoungPeople.youngPersonId))
		.where(
			and(
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt),
				gt(meetings.scheduledAt, now),
				lt(meetings.scheduledAt, invitedUntil(now, invite, extraDays)),
				isNull(meetingYoungPeople.invitedAt),
				isNull(accounts.closedAt),
				place && at(queries, place)
			)
		)
		.orderBy(asc(meetings.scheduledAt), asc(meetings.id));
}
