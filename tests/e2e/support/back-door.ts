import { eq } from 'drizzle-orm';
import { createApp, type App } from '../../../src/lib/server/app.ts';
import { refIndexOf } from '../../../src/lib/server/people/name-index.ts';
import { readMasterKey } from '../../../src/lib/server/vault/master-key.ts';
import type { RunningServer } from '../../support/server.ts';

/** Opens the database of a running server beside it, for what no page does: an import, a week that goes by. */
export async function throughTheBackDoor<T>(
	site: RunningServer,
	work: (app: App) => Promise<T>
): Promise<T> {
	const app = await createApp({
		databaseUrl: `file:${site.folder}/sayso.db`,
		masterKey: readMasterKey(`${site.folder}/key`)
	});
	try {
		return await work(app);
	} finally {
		await app.close();
	}
}

export async function youngPersonId(app: App, ref: string): Promise<string> {
	const { youngPeople } = app.database.read.tables;
	const [found] = await app.database.read
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(eq(youngPeople.refIndex, refIndexOf(app.vault, 'young_people', ref)));
	if (!found) throw new Error(`nobody is ${ref}`);
	return found.id;
}
