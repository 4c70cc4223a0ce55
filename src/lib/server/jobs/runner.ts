import type { Core } from '../core.ts';
import { CLAIM_MS, claimJob, type Claim } from './claims.ts';
import type { Job } from './job.ts';
import { problemCode } from './problem-code.ts';

/** After the server has started: it answers first. */
const FIRST_TICK_MS = 15_000;
const BETWEEN_TICKS_MS = 20_000;
const RENEW_MS = CLAIM_MS / 4;

/** What became of a job that was due. */
export interface Ran {
	readonly job: string;
	/** Null when it was done. */
	readonly problem: string | null;
}

export type Jobs = ReturnType<typeof createRunner>;

/**
 * Runs jobs when they are due, one after the other. Any number of processes may do so on one database: a job is run by
 * one of them at a time.
 */
export function createRunner(core: Core, jobs: readonly Job[]) {
	const stopping = new AbortController();
	let ticking: NodeJS.Timeout | undefined;
	let working: Promise<unknown> = Promise.resolve();

	/** Runs whatever is due. One that fails does not stop the others. */
	function runDue(): Promise<Ran[]> {
		const running = runAll();
		working = Promise.allSettled([working, running]);
		return running;
	}

	async function runAll(): Promise<Ran[]> {
		const ran: Ran[] = [];
		for (const job of await mayBeDue(core, jobs)) {
			if (stopping.signal.aborted) break;
			const claim = await claimJob(core, job);
			if (claim) ran.push({ job: job.name, problem: await runClaimed(job, claim) });
		}
		return ran;
	}

	async function runClaimed(job: Job, claim: Claim): Promise<string | null> {
		const renewing = setInterval(() => void claim.renew().catch(() => undefined), RENEW_MS).unref();
		let problem: string | null = null;
		try {
			await job.run(stopping.signal);
		} catch (thrown) {
			problem = problemCode(thrown);
		} finally {
			clearInterval(renewing);
		}
		await claim.release(problem);
		return problem;
	}

	return {
		runDue,
		/** Runs what is due again and again, until it is stopped. @param report is told of what failed, by code */
		start(report: (failed: Ran) => void): void {
			const after = (milliseconds: number) => {
				ticking = setTimeout(() => void tick(), milliseconds).unref();
			};
			async function tick(): Promise<void> {
				try {
					for (const one of await runDue()) if (one.problem !== null) report(one);
				} catch (thrown) {
					report({ job: 'runner', problem: problemCode(thrown) });
				}
				if (!stopping.signal.aborted) after(BETWEEN_TICKS_MS);
			}
			after(FIRST_TICK_MS);
		},
		/** Begins nothing more. Resolves once the job that is being run has ended. */
		async stop(): Promise<void> {
			stopping.abort();
			clearTimeout(ticking);
			await working;
		}
	};
}

/** Asked without writing: most of the time nothing is due. Whether it is, the claim decides. */
async function mayBeDue(core: Core, jobs: readonly Job[]): Promise<readonly Job[]> {
	const rows = await core.database.read.select().from(core.database.read.tables.jobs);
	const now = core.now();
	return jobs.filter(({ name, everyMinutes }) => {
		const row = rows.find((one) => one.name === name);
		return (row?.lastRunAt ?? 0) <= now - everyMinutes * 60_000 && (row?.claimedUntil ?? 0) <= now;
	});
}
