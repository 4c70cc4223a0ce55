import { OPERATOR } from '../lib/server/access.ts';
import { readArguments, type Command } from './command.ts';
import { operatorPath } from './paths.ts';

export const backup: Command = {
	name: 'backup',
	parameters: 'FILE',
	summary: 'Writes everything into one sealed file, while the server runs.',
	help: [
		'FILE must not be there yet. It is sealed under SAYSO_KEY_FILE: keep the key, but not beside it.',
		'It can be restored into SQLite and PostgreSQL alike. Sessions are left out: everybody signs in anew.'
	].join('\n'),
	async run(args) {
		const { positionals } = readArguments(args, {}, { least: 1, most: 1 });
		const { withApp } = await import('./with-app.ts');
		const { makeBackup } = await import('../lib/server/backup/make-backup.ts');
		const file = operatorPath(positionals[0] ?? '');
		const rows = await withApp((app, masterKey) => makeBackup(app, OPERATOR, { file, masterKey }));
		console.info(`${file} holds ${rows} rows.`);
		return 0;
	}
};
