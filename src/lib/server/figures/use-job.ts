import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
	USE_DIMENSIONS,
	isUsedAgain,
	mondayOf,
	useOf,
	type UseDimension
} from '../../figures/use.ts';
import { londonDate } from '../../language/dates.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import type { Job } from '../jobs/job.ts';
import { subjectNoticesSeen, tell } from '../notices/notices.ts';
import { managerIds } from '../people/managers.ts';
import { fallOf, openFalls, weeksBy, type WeeksBy } from './statements/use.ts';

/** What it finds changes with the week; asked daily, nobody waits for the day of the week a server was started on. */
const EVERY_MINUTES = 24 * 60;

const KINDS = { fallen: 'use_fallen', silent: 'use_silent' } as const;

/**
 * Tells the managers when a group stops using Sayso: once, and again only after it was used again and fell anew. Of two
 * processes at once the second finds what the first has written: there is one writer at a time.
 */
export function createUseJob(core: Core): Job {
	return {
		name: 'use',
		everyMinutes: EVERY_MINUTES,
		async run(stopping) {
			for (const dimension of USE_DIMENSIONS) {
				if (stopping?.aborted) return;
				// Counted outside, so that nobody waits to write meanwhile.
				const weeks = await weeksBy(core.database.read, dimension, core.now());
				await core.database.inTransaction((tx) => judge(core, tx, dimension, weeks));
			}
		}
	};
}

async function judge(core: Core, tx: Tx, dimension: UseDimension, by: WeeksBy): Promise<void> {
	const { useFalls } = tx.tables;
	const now = core.now();
	const open = (await openFalls(tx)).filter((fall) => fall.dimension === dimension);
	for (const { id, value, state, expected } of open) {
		const weeks = by.get(value);
		// A group that is there no more has nobody who could use it again.
		if (weeks && !isUsedAgain({ state: fallOf(state), expected }, weeks)) continue;
		await tx.update(useFalls).set({ endedAt: now }).where(eq(useFalls.id, id));
		await subjectNoticesSeen(tx, { subjectId: id, kinds: Object.values(KINDS) }, now);
	}
	const fallen = new Set(open.map(({ value }) => value));
	for (const [value, weeks] of by) {
		const { state, expected } = useOf(weeks);
		if (fallen.has(value) || (state !== 'fallen' && state !== 'silent')) continue;
		const id = randomUUID();
		const week = mondayOf(londonDate(now));
		const fall = { id, dimension, value, state, week, expected: Math.round(expected), toldAt: now };
		const made = await tx
			.insert(useFalls)
			.values(fall)
			.onConflictDoNothing()
			.returning({ id: useFalls.id });
		// One that ended within the week it was told in is told no second time.
		if (made.length === 0) continue;
		await tell(
			tx,
			(await managerIds(tx)).map((staffId) => ({
				to: { staffId, kind: KINDS[state] },
				subjectId: id,
				once: `${KINDS[state]}|${id}|${staffId}`
			})),
			now
		);
	}
}
