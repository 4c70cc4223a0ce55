import { and, eq, sql } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Job } from './job.ts';

/** How long a process is taken to be at a job without saying so again. One that died holds it no longer. */
export const CLAIM_MS = 2 * 60_000;

/** A job some process is at. Nobody else begins it meanwhile. */
export interface Claim {
	readonly name: string;
	readonly begunAt: number;
	/** Says that it is still at it. @returns false when the claim was lost: the process was away for too long */
	renew(): Promise<boolean>;
	/** @param problem a code, never a message: an error may tell of what it stumbled over */
	release(problem: string | null): Promise<void>;
}

/**
 * Takes a job if it is due and no living process is at it, in one conditional write: of two that ask at once, one has it.
 * @returns null where it is not due, or is taken
 */
export async function claimJob(core: Core, job: Job): Promise<Claim | null> {
	const begunAt = core.now();
	let until = begunAt + CLAIM_MS;
	const taken = await core.database.inTransaction((tx) => {
		const { jobs } = tx.tables;
		return tx
			.insert(jobs)
			.values({ name: job.name, claimedUntil: until, lastRunAt: null, lastProblem: null })
			.onConflictDoUpdate({
				target: jobs.name,
				set: { claimedUntil: until },
				setWhere: sql`(${jobs.claimedUntil} is null or ${jobs.claimedUntil} <= ${begunAt}) and (${jobs.lastRunAt} is null or ${jobs.lastRunAt} <= ${begunAt - job.everyMinutes * 60_000})`
			})
			.returning({ name: jobs.name });
	});
	if (taken.length === 0) return null;

	const mine = (change: {
		claimedUntil: number | null;
		lastRunAt?: number;
		lastProblem?: string | null;
	}) =>
		core.database.inTransaction((tx) => {
			const { jobs } = tx.tables;
			return tx
				.update(jobs)
				.set(change)
				.where(and(eq(jobs.name, job.name), eq(jobs.claimedUntil, until)))
				.returning({ name: jobs.name });
		});
	return {
		name: job.name,
		begunAt,
		async renew() {
			const next = core.now() + CLAIM_MS;
			const held = await mine({ claimedUntil: next });
			if (held.length === 0) return false;
			until = next;
			return true;
		},
		async release(problem) {
			await mine({ claimedUntil: null, lastRunAt: begunAt, lastProblem: problem });
		}
	};
}
