import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/lib/server/db/open-database.ts';
import { createDatabase, dropDatabase, startPostgres } from './postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where a test file asks for PostgreSQL: a run that needs none does not wait for one. */
		readonly postgresDesk: string;
	}
}

export interface PostgresOffer {
	readonly serverUrl: string;
	/** Migrated and otherwise empty, to be copied. */
	readonly template: string;
}

/** vitest's global set-up: starts one PostgreSQL for the whole run when a test first asks for it, and ends it. */
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

	return async () => {
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
			await dropDatabase(server.url, template);
			await server.stop();
		}
	};
}
