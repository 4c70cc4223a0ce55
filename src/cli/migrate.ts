import { readDataSettings } from '../lib/server/settings.ts';
import { readArguments, type Command } from './command.ts';

export const migrate: Command = {
	name: 'migrate',
	parameters: '',
	summary: 'Makes the tables, or brings them up to date.',
	help: 'Safe to run again. The server does the same when it starts.',
	async run(args) {
		readArguments(args, {}, { least: 0, most: 0 });
		const { openDatabase } = await import('../lib/server/db/open-database.ts');
		const database = await openDatabase(readDataSettings(process.env).databaseUrl);
		try {
			await database.migrate();
		} finally {
			await database.close();
		}
		console.info('The database is up to date.');
		return 0;
	}
};
