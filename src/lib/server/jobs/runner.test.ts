import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { clockAt } from '../../../../tests/support/clock.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import type { App } from '../app.ts';
import { claimJob } from './claims.ts';
import type { Job } from './job.ts';
import { createRunner } from './runner.ts';

onBothEngines('jobs', (engine) => {
	async function begin() {
		const clock = clockAt('2026-11-21T09:00');
		const app = await engine.open({ now: clock.now });
		return { app, clock };
	}

	function counting(name = 'count', work: () => Promise<unknown> = () => Promise.resolve()) {
		let runs = 0;
		const job: Job = {
			name,
			everyMinutes: 10,
			async run() {
				runs += 1;
				await work();
			}
		};
		return { job, runs: () => runs };
	}

	const rowsOf = ({ database }: App) => database.read.select().from(database.read.tables.jobs);

	test('are run when they are due, and not before', async () => {
		const { app, clock } = await begin();
		const { job, runs } = counting();
		const runner = createRunner(app, [job]);

		expect(await runner.runDue()).toEqual([{ job: 'count', problem: null }]);
		clock.set('2026-11-21T09:09');
		expect(await runner.runDue()).toEqual([]);
		clock.set('2026-11-21T09:10');
		await runner.runDue();
		expect(runs()).toBe(2);
	});

	test('two processes that look at once run it once', async () => {
		const { app } = await begin();
		const { job, runs } = counting('count', () => wait(20));
		const runners = [1, 2, 3].map(() => createRunner(app, [job]));

		await Promise.all(runners.map((runner) => runner.runDue()));

		expect(runs()).toBe(1);
	});

	test('one that was killed amid a run is waited for, and then no longer', async () => {
		const { app, clock } = await begin();
		const { job, runs } = counting();
		const dead = await claimJob(app, job);
		const runner = createRunner(app, [job]);

		clock.set('2026-11-21T09:01');
		expect(await runner.runDue()).toEqual([]);
		clock.set('2026-11-21T09:02');
		expect(await runner.runDue()).toHaveLength(1);
		expect(runs()).toBe(1);
		// Were it only asleep, it learns that the job is somebody else's, and takes nothing from them.
		expect(await dead?.renew()).toBe(false);
		await dead?.release('late');
		expect(await rowsOf(app)).toMatchObject([{ claimedUntil: null, lastProblem: null }]);
	});

	test('whoever says they are still at it keeps it', async () => {
		const { app, clock } = await begin();
		const { job } = counting();
		const claim = await claimJob(app, job);
		clock.set('2026-11-21T09:01');
		expect(await claim?.renew()).toBe(true);
		clock.set('2026-11-21T09:02');
		expect(await claimJob(app, job)).toBeNull();
	});

	test('one that fails stops no other, and leaves a code and none of its words', async () => {
		const { app, clock } = await begin();
		const failing = counting('failing', () => {
			throw new TypeError('Amina said that');
		});
		const other = counting('other');
		const runner = createRunner(app, [failing.job, other.job]);

		expect(await runner.runDue()).toEqual([
			{ job: 'failing', problem: 'TypeError' },
			{ job: 'other', problem: null }
		]);
		expect(JSON.stringify(await rowsOf(app))).not.toContain('Amina');
		clock.set('2026-11-21T09:10');
		expect(await runner.runDue()).toHaveLength(2);
	});

	test('stopping waits for the one that is being run, and begins no other', async () => {
		const { app } = await begin();
		let told: AbortSignal | undefined;
		const second = counting('second');
		const begun = Promise.withResolvers<true>();
		const first: Job = {
			name: 'first',
			everyMinutes: 1,
			async run(stopping) {
				told = stopping;
				begun.resolve(true);
				await wait(30);
			}
		};
		const runner = createRunner(app, [first, second.job]);
		const running = runner.runDue();
		await begun.promise;

		await runner.stop();

		expect(told?.aborted).toBe(true);
		expect(await running).toEqual([{ job: 'first', problem: null }]);
		expect(second.runs()).toBe(0);
	});
});
