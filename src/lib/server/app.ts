import { createTranslators, type Translator } from '../language/translator.ts';
import { createAudit } from './audit/audit.ts';
import type { Core } from './core.ts';
import { openDatabase } from './db/database.ts';
import { readLocaleFiles } from './language/locale-files.ts';
import { openVault } from './vault/vault.ts';

export interface App extends Core {
	readonly translator: (tag: string) => Translator;
	close(): Promise<void>;
}

/**
 * Puts Sayso together: database, vault, audit, services. The web server, the command line and every test make theirs
 * here.
 * @param options.now the clock; tests hand in their own
 */
export async function createApp(options: {
	readonly databaseUrl: string;
	readonly masterKey: Buffer;
	readonly now?: () => number;
}): Promise<App> {
	const now = options.now ?? Date.now;
	const database = await openDatabase(options.databaseUrl);
	await database.migrate();
	const vault = await openVault(database, options.masterKey, now());
	const core: Core = { database, vault, audit: createAudit(vault, now), now };

	return {
		...core,
		translator: createTranslators(readLocaleFiles()),
		close: () => database.close()
	};
}
