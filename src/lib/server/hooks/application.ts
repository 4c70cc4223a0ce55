import { building } from '$app/environment';
import { setTranslators } from '../../language/translators.ts';
import { createApp, type App } from '../app.ts';
import { readSettings } from '../settings.ts';
import { logLine } from './log.ts';

let running: App | undefined;

/** Starts Sayso with the settings of the environment, once for the life of the server. */
export async function start(): Promise<void> {
	if (building || running) return;
	const settings = readSettings(process.env);
	const app = await createApp(settings);
	running = app;
	setTranslators(app.translator);
	if (settings.jobs === 'on') {
		app.jobs.start(({ job, problem }) => logLine('error', { event: 'job_failed', job, problem }));
		if (!settings.mail) logLine('info', { event: 'no_mail', setting: 'SMTP_URL' });
	}
	// Told by the server once it has answered its last request; see src/setup/server.ts.
	process.once('sveltekit:shutdown', () => void app.close());
}

export function application(): App {
	if (!running) throw new Error('the server has not started');
	return running;
}
