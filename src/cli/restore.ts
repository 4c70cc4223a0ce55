import { OPERATOR } from '../lib/server/access.ts';
import { readDataSettings } from '../lib/server/settings.ts';
import { readArguments, type Command } from './command.ts';
import { operatorPath } from './paths.ts';

export const restore: Command = {
	name: 'restore',
	parameters: 'FILE',
	summary: 'Brings a backup back into an empty database.',
	help: [
		'The whole file is checked first, then written, wholly or not at all; then the audit chain is checked.',
		'DATABASE_URL names the empty database, SAYSO_KEY_FILE the key the backup was made under.'
	].join('\n'),
	async run(args) {
		const { positionals } = readArguments(args, {}, { least: 1, most: 1 });
		const { openDatabase } = await import('../lib/server/db/open-database.ts');
		const { restoreBackup } = await import('../lib/server/backup/restore-backup.ts');
		const { databaseUrl, masterKey } = readDataSettings(process.env);
		const database = await openDatabase(databaseUrl);
		try {
			await database.migrate();
			const file = operatorPath(positionals[0] ?? '');
			const restored = await restoreBackup(database, OPERATOR, { file, masterKey, now: Date.now });
			console.info(
				`Restored ${restored.rows} rows, as they were at ${new Date(restored.madeAt).toISOString()}.`
			);
			const { entries, brokenAt } = restored.audit;
			if (brokenAt !== null) {
				console.error(`The audit chain does not hold: line ${brokenAt} does not follow.`);
				return 1;
			}
			console.info(`The audit chain holds: ${entries} lines.`);
			return 0;
		} finally {
			await database.close();
		}
	}
};
