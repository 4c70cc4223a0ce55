// `node tests/bench/figures.ts [500 5000 50000]`: how long the figures a manager looks at take, in councils of so many
// young people with ten years of reviews, conferences, statements and requests behind them. Budget: 100 ms of server work
// a page at 5,000. Rows are written as they are, and all young people share one key: to make 50,000 of them is not what is
// measured.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR } from '../../src/lib/server/access.ts';
import { createApp } from '../../src/lib/server/app.ts';
import { addStaff } from '../support/people.ts';
import { A_YEAR, ALL_YEARS, fillCouncil } from './big-council.ts';

const SIZES = process.argv.slice(2).map(Number);

interface Timed {
	readonly what: string;
	readonly median: number;
	readonly processor: number;
}

/** Time on the clock and, as other work on the machine does not blur it, on the processor. */
async function time(what: string, work: () => Promise<unknown>): Promise<Timed> {
	const runs = 9;
	await work();
	const took: number[] = [];
	const before = process.cpuUsage();
	for (let run = 0; run < runs; run += 1) {
		const start = performance.now();
		await work();
		took.push(performance.now() - start);
	}
	const { user, system } = process.cpuUsage(before);
	return {
		what,
		median: took.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0,
		processor: (user + system) / 1000 / runs
	};
}

async function measure(size: number, databaseUrl: string): Promise<Timed[]> {
	const masterKey = randomBytes(32);
	const filling = await createApp({ databaseUrl, masterKey });
	await fillCouncil(filling, size);
	const { actor } = await addStaff(filling, { name: 'Mo Blake', roles: ['manager'] });
	await filling.close();

	const app = await createApp({ databaseUrl, masterKey });
	const { meetingFigures: figures } = app;
	const timed: Timed[] = [];
	const each: Readonly<Record<string, () => Promise<unknown>>> = {
		'reviews, a year': () => figures.reviews(actor, A_YEAR),
		'reviews, ten years': () => figures.reviews(actor, ALL_YEARS),
		'conferences, a year': () => figures.conferences(actor, A_YEAR),
		'participation, a year': () => figures.participation(actor, A_YEAR),
		caseload: () => figures.caseload(actor),
		'list, late records': () =>
			figures.list(actor, A_YEAR, { kind: 'looked_after_review', records: 'late' }),
		'list, one group': () => figures.list(actor, A_YEAR, { participated: 'no', sex: 'female' }),
		'statements, a year': () => app.statementFigures.ofPeriod(actor, A_YEAR),
		'not heard': () => app.statementFigures.notHeard(actor, {}),
		'use, week by week': () => app.statementFigures.use(actor, {}),
		'annual report, operator': () => app.report.annual(OPERATOR, A_YEAR),
		'annual report, a page': () => app.report.view(actor, A_YEAR)
	};
	for (const [what, work] of Object.entries(each)) timed.push(await time(what, work));
	await app.close();
	return timed;
}

const given = process.env['DATABASE_URL'];
const folder = mkdtempSync(join(tmpdir(), 'sayso-bench-'));
try {
	for (const size of SIZES.length > 0 ? SIZES : [500, 5_000, 50_000]) {
		const start = performance.now();
		const timed = await measure(size, given ?? `file:${join(folder, `${size}.db`)}`);
		console.info(`${size} young people (${((performance.now() - start) / 1000).toFixed(0)} s)`);
		for (const { what, median, processor } of timed)
			console.info(
				`  ${what.padEnd(24)} median ${median.toFixed(1).padStart(8)} ms  processor ${processor.toFixed(1).padStart(8)} ms`
			);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
