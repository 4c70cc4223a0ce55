import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/lib/server/db/open-database.ts';
import { createDatabase, databasesNamed, dropDatabase, startPostgres } from './postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where a test file asks for PostgreSQL: a run that needs none does not wait for one. */
		readonly postgresDesk: string;
		/** For the files of SQLite; gone when the run ends. */
		readonly scratch: string;
	}
}

export interface PostgresOffer {
	readonly serverUrl: string;
	/** Migrated and otherwise empty, to be copied. Every copy is named after it, and gone with it when the run ends. */
	readonly template: string;
}

/** vitest's global set-up: makes a folder for SQLite; starts one PostgreSQL for the whole run when a test first asks for it, and ends it. */
export default async function offerPostgres(project: TestProject): Promise<() => Promise<void>> {
	let started: ReturnType<typeof start> | undefined;
	const desk = createServer((_, response) => {
		started ??= start();
		started.then(
			({ offer }) => response.end(JSON.stringify(offer)),
			(error: unknown) => response.writeHead(500).end(String(error))
		);
	});
	await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
	const address = desk.address();
	if (typeof address !== 'object' || address === null) throw new Error('no port for the desk');
	project.provide('postgresDesk', `http://127.0.0.1:${address.port}`);

	const scratch = mkdtempSync(join(quickFolder(), 'sayso-tests-'));
	project.provide('scratch', scratch);

	return async () => {
		rmSync(scratch, { recursive: true, force: true });
		desk.close();
		desk.closeAllConnections();
		const running = await started?.catch(() => undefined);
		await running?.stop();
	};
}

async function start(): Promise<{ offer: PostgresOffer; stop: () => Promise<void> }> {
	const server = await startPostgres();
	const template = `sayso_template_${randomUUID().slice(0, 8)}`;
	const database = await openDatabase(await createDatabase(server.url, template));
	await database.migrate();
	await database.close();
	return {
		offer: { serverUrl: server.url, template },
		async stop() {
			for (const name of await databasesNamed(server.url, template))
				await dropDatabase(server.url, name);
			await server.stop();
		}
	};
}

const ROOM = 2 ** 30;

/** In memory where the system has a folder there with room enough: a test has no need of what survives a power cut. */
function quickFolder(): string {
	try {
		const { bavail, bsize } = statfsSync('/dev/shm');
		return bavail * bsize > ROOM ? '/dev/shm' : tmpdir();
	} catch {
		return tmpdir();
	}
}
