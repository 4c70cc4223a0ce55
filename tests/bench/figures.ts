// `node tests/bench/figures.ts [500 5000 50000] [--postgres]`: how long every page under /insight takes, in councils of so
// many young people with ten years of reviews, conferences, statements and requests behind them. Budget: 100 ms of server
// work a page at 5,000, on either engine. `DATABASE_URL` names an empty database to fill instead, of one size.
//
// Rows are written as they are, and all young people share one key: to make 50,000 of them is not what is measured. What is
// told once is opened the first time and never again: that first time stands beside the median.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { createApp } from '../../src/lib/server/app.ts';
import { addStaff } from '../support/people.ts';
import { createDatabase, dropDatabase, startPostgres } from '../support/postgres.ts';
import { fillCouncil } from './big-council.ts';
import { insightPages } from './insight-pages.ts';

const BUDGET_MS = 100;
const RUNS = 9;
const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { postgres: { type: 'boolean', default: false } }
});
const SIZES = positionals.length > 0 ? positionals.map(Number) : [500, 5_000, 50_000];

interface Timed {
	readonly what: string;
	readonly first: number;
	/** The quickest: what it takes when nothing else runs on the machine. */
	readonly least: number;
	readonly median: number;
	readonly processor: number;
}

/**
 * Time on the clock and, as other work on the machine does not blur it, on the processor.
 * @param serverTime what PostgreSQL has spent there, in milliseconds
 */
async function time(
	what: string,
	work: () => Promise<unknown>,
	serverTime: () => Promise<number>
): Promise<Timed> {
	const once = async () => {
		const start = performance.now();
		await work();
		return performance.now() - start;
	};
	const first = await once();
	const took: number[] = [];
	const spentBefore = await serverTime();
	const before = process.cpuUsage();
	for (let run = 0; run < RUNS; run += 1) took.push(await once());
	const { user, system } = process.cpuUsage(before);
	const server = (await serverTime()) - spentBefore;
	const sorted = took.toSorted((a, b) => a - b);
	return {
		what,
		first,
		least: sorted[0] ?? 0,
		median: sorted[Math.floor(RUNS / 2)] ?? 0,
		processor: ((user + system) / 1000 + server) / RUNS
	};
}

async function measure(size: number, databaseUrl: string): Promise<Timed[]> {
	const masterKey = randomBytes(32);
	const filling = await createApp({ databaseUrl, masterKey });
	await fillCouncil(filling, size);
	const manager = await addStaff(filling, { name: 'Mo Blake', roles: ['manager'] });
	await filling.close();
	if (databaseUrl.startsWith('postgres')) await settle(databaseUrl);

	const app = await createApp({ databaseUrl, masterKey });
	const server = serverClock(databaseUrl);
	const timed: Timed[] = [];
	for (const [what, work] of Object.entries(insightPages(app, manager)))
		timed.push(await time(what, work, server.time));
	await app.close();
	await server.close();
	return timed;
}

/** What PostgreSQL does by itself within minutes: it looks at what it has. */
async function settle(databaseUrl: string): Promise<void> {
	const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
	await client.unsafe('vacuum analyze');
	await client.end();
}

/** What the processes of a PostgreSQL on this machine that serve this database have spent on the processor. */
function serverClock(databaseUrl: string) {
	if (!databaseUrl.startsWith('postgres'))
		return { time: async () => 0, close: async () => undefined };
	const client = postgres(databaseUrl, { max: 1 });
	return {
		async time() {
			const serving = await client<{ pid: number }[]>`
				select pid from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
			return serving.reduce((sum, { pid }) => sum + spentBy(pid), 0);
		},
		close: () => client.end()
	};
}

/** In milliseconds; none where the system does not tell. */
function spentBy(pid: number): number {
	try {
		return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000_000;
	} catch {
		return 0;
	}
}

function print(size: number, seconds: number, timed: readonly Timed[]): void {
	const ms = (time: number) => time.toFixed(1).padStart(8);
	console.info(`${size} young people (${seconds.toFixed(0)} s)`);
	for (const { what, first, least, median, processor } of timed)
		console.info(
			`  ${what.padEnd(34)} median ${ms(median)} ms  least ${ms(least)} ms  first ${ms(first)} ms  processor ${ms(processor)} ms${median > BUDGET_MS ? '  over' : ''}`
		);
}

async function run(urlOf: (size: number) => Promise<string>, done: (url: string) => Promise<void>) {
	for (const size of SIZES) {
		const start = performance.now();
		const url = await urlOf(size);
		const timed = await measure(size, url);
		print(size, (performance.now() - start) / 1000, timed);
		await done(url);
	}
}

const given = process.env['DATABASE_URL'];
if (given) {
	await run(
		async () => given,
		async () => undefined
	);
} else if (options.postgres) {
	const server = await startPostgres({ durable: true });
	try {
		await run(
			(size) => createDatabase(server.url, `bench_${size}`),
			(url) => dropDatabase(server.url, new URL(url).pathname.slice(1))
		);
	} finally {
		await server.stop();
	}
} else {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-bench-'));
	try {
		await run(
			async (size) => `file:${join(folder, `${size}.db`)}`,
			async (url) => rmSync(url.slice('file:'.length), { force: true })
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
