import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createApp } from '../lib/server/app.ts';
import { seedDemoCouncil } from '../lib/server/seed/demo-council.ts';
import { readMasterKey, writeNewMasterKey } from '../lib/server/vault/master-key.ts';
import { reason } from './reason.ts';

export const DEMO_FOLDER = 'data/demo';
export const DEMO_DATABASE = `file:${DEMO_FOLDER}/sayso.db`;
export const DEMO_KEY_FILE = `${DEMO_FOLDER}/key`;

/**
 * Makes the demo council where there is none, and puts its settings into the environment. What was entered earlier
 * stays, unless `fresh`.
 * @throws Error in words for whoever started it
 */
export async function prepareDemoCouncil(options: {
	readonly port: number;
	readonly fresh: boolean;
}): Promise<void> {
	if (options.fresh) rmSync(DEMO_FOLDER, { recursive: true, force: true });
	if (!existsSync(DEMO_FOLDER)) await makeDemoCouncil();
	try {
		const app = await createApp({
			databaseUrl: DEMO_DATABASE,
			masterKey: readMasterKey(DEMO_KEY_FILE)
		});
		await app.close();
	} catch (problem) {
		throw new Error(
			`The demo council in ${DEMO_FOLDER} cannot be used (${reason(problem)}).\nStart over with: npm run demo -- --fresh`,
			{ cause: problem }
		);
	}
	Object.assign(process.env, {
		DATABASE_URL: DEMO_DATABASE,
		SAYSO_KEY_FILE: DEMO_KEY_FILE,
		HOST: '127.0.0.1',
		PORT: String(options.port),
		ORIGIN: `http://127.0.0.1:${options.port}`,
		SAYSO_LOG: process.env['SAYSO_LOG'] ?? 'pretty'
	});
}

/** Made beside its place and moved there when it is whole: stopped in the middle, the next run begins again. */
async function makeDemoCouncil(): Promise<void> {
	const folder = `${DEMO_FOLDER}.unfinished`;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	writeNewMasterKey(`${folder}/key`);
	const app = await createApp({
		databaseUrl: `file:${folder}/sayso.db`,
		masterKey: readMasterKey(`${folder}/key`)
	});
	try {
		await seedDemoCouncil(app);
	} finally {
		await app.close();
	}
	renameSync(folder, DEMO_FOLDER);
}
