import { createApp, type App } from '../lib/server/app.ts';
import { readDataSettings } from '../lib/server/settings.ts';

/** Sayso on the database and key of the environment, closed when the work is done. */
export async function withApp<T>(work: (app: App, masterKey: Buffer) => Promise<T>): Promise<T> {
	const settings = readDataSettings(process.env);
	const app = await createApp(settings);
	try {
		return await work(app, settings.masterKey);
	} finally {
		await app.close();
	}
}
