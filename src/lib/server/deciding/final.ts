import { and, eq, isNotNull, isNull, lt, notInArray } from 'drizzle-orm';
import { NOBODY, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import type { Job } from '../jobs/job.ts';
import { tell } from '../notices/notices.ts';
import { chairIds } from './chairs.ts';
import { progressOf } from './chaired.ts';
import { putAway } from './sending.ts';

const EVERY_MINUTES = 15;
const AT_ONCE = 200;

/** Decisions become final when their window has passed and no objection waits. */
export function createFinalJob(core: Core): Job {
	return {
		name: 'decisions_final',
		everyMinutes: EVERY_MINUTES,
		async run(stopping) {
			for (const meetingId of await passedInSilence(core)) {
				if (stopping?.aborted) return;
				await core.database.inTransaction((tx) => agreedInSilence(core, tx, meetingId));
			}
		}
	};
}

async function passedInSilence(core: Core): Promise<string[]> {
	const { read } = core.database;
	const { meetingOutcomes, objections } = read.tables;
	const objected = read
		.select({ id: objections.meetingId })
		.from(objections)
		.where(isNull(objections.answeredAt));
	const rows = await read
		.select({ id: meetingOutcomes.meetingId })
		.from(meetingOutcomes)
		.where(
			and(
				isNull(meetingOutcomes.finalAt),
				isNotNull(meetingOutcomes.decisionsSentAt),
				lt(meetingOutcomes.objectUntil, core.now()),
				notInArray(meetingOutcomes.meetingId, objected)
			)
		)
		.orderBy(meetingOutcomes.objectUntil)
		.limit(AT_ONCE);
	return rows.map(({ id }) => id);
}

/** Looked at again in its own transaction: another process, or an objection, may have been quicker. */
async function agreedInSilence(core: Core, tx: Tx, meetingId: string): Promise<void> {
	const { outcome, state } = await progressOf(tx, meetingId, core.now());
	if (state !== 'final' || outcome === null || outcome.finalAt !== null) return;
	await makeFinal(core, tx, NOBODY, meetingId, outcome.objectUntil ?? core.now());
}

/** From here on the decisions of a meeting change no more. Its chair is told. */
export async function makeFinal(
	core: Core,
	tx: Tx,
	actor: Actor,
	meetingId: string,
	finalAt: number
): Promise<void> {
	const { meetingOutcomes } = tx.tables;
	await tx
		.update(meetingOutcomes)
		.set({ finalAt, updatedAt: core.now() })
		.where(eq(meetingOutcomes.meetingId, meetingId));
	await putAway(core, tx, meetingId, ['decisions_to_agree', 'decisions_objected']);
	await tell(
		tx,
		(await chairIds(tx, meetingId)).map((staffId) => ({
			to: { staffId, kind: 'decisions_final' },
			meetingId,
			...(actor.id === null ? {} : { byStaffId: actor.id })
		})),
		core.now()
	);
	await core.audit.record(tx, {
		action: actor.id === null ? 'decisions.final' : 'decisions.agreed',
		actor,
		subject: { kind: 'meeting', id: meetingId }
	});
}
