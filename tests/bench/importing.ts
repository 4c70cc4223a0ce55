// `node tests/bench/importing.ts`: how long 50,000 sheets of parents take to come in, on both engines, for the first
// time and once more when nothing has changed. Budget: a minute.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR } from '../../src/lib/server/access.ts';
import { createApp } from '../../src/lib/server/app.ts';
import { importFolder } from '../../src/lib/server/importing/import-folder.ts';
import { createDatabase, startPostgres } from '../support/postgres.ts';

const SHEETS = 50_000;
const LINES = [
	'ref,survey,conference_kind,responded_on,P1,P3,P6,P10,P10b',
	...Array.from(
		{ length: SHEETS },
		(_, at) =>
			`R${at},conference,${at % 3 ? 'review' : 'initial'},2025-0${1 + (at % 9)}-1${at % 10},yes,1,${1 + (at % 5)},${at % 11},Thank you.`
	)
];

const folder = mkdtempSync(join(tmpdir(), 'sayso-bench-'));
const files = mkdtempSync(join(folder, 'files-'));
writeFileSync(join(files, 'survey-responses.csv'), `${LINES.join('\n')}\n`);

async function time(databaseUrl: string): Promise<void> {
	const app = await createApp({ databaseUrl, masterKey: randomBytes(32) });
	for (const time of ['first', 'again']) {
		const start = performance.now();
		const { counts, faults } = await importFolder(app, OPERATOR, files);
		const seconds = (performance.now() - start) / 1000;
		console.info(
			`${app.database.engine}, ${time}: ${seconds.toFixed(1)} s`,
			JSON.stringify(counts),
			...faults
		);
	}
	await app.close();
}

const server = await startPostgres();
try {
	await time(`file:${join(folder, 'sayso.db')}`);
	await time(await createDatabase(server.url, 'bench_importing'));
} finally {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
