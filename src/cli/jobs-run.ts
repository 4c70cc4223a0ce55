import { readArguments, type Command } from './command.ts';

export const jobsRun: Command = {
	name: 'jobs run',
	parameters: '',
	summary: 'Does once whatever is due: mail, alerts nobody took, what is late.',
	help: [
		'The server does this by itself, unless SAYSO_JOBS=off. Run it as often as you like, beside a running server or from',
		'several machines: nothing is done twice. It needs the settings of the server: ORIGIN, and SMTP_URL for mail.'
	].join('\n'),
	async run(args) {
		readArguments(args, {}, { least: 0, most: 0 });
		const { createApp } = await import('../lib/server/app.ts');
		const { readJobSettings } = await import('../lib/server/settings.ts');
		const app = await createApp(readJobSettings(process.env));
		try {
			const ran = await app.jobs.runDue();
			for (const { job, problem } of ran) {
				if (problem === null) console.info(`${job}: done`);
				else console.error(`${job}: failed (${problem})`);
			}
			if (ran.length === 0) console.info('Nothing is due.');
			return ran.some(({ problem }) => problem !== null) ? 1 : 0;
		} finally {
			await app.close();
		}
	}
};
