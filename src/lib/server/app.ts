import { FORMS, formOf } from '../forms/catalogue/forms.ts';
import { createTranslators, type Translator } from '../language/translator.ts';
import { createAccounts, type Accounts } from './accounts/accounts.ts';
import { createSecretWords, type SecretWords } from './accounts/secret-words.ts';
import { createAudit } from './audit/audit.ts';
import { createCouncil, type CouncilSettings } from './council/council.ts';
import type { Core } from './core.ts';
import { openDatabase } from './db/open-database.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { createDrafts, type Drafts } from './drafts/drafts.ts';
import { createHome, type Home } from './home/home.ts';
import { readLocaleFiles } from './language/locale-files.ts';
import { createMeetings, type Meetings } from './meetings/meetings.ts';
import { createPeopleFacts, type PeopleFacts } from './people/facts.ts';
import { createPeople, type People } from './people/people.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { createSafety, type Safety } from './safety/safety.ts';
import { demandReading } from './statements/standings.ts';
import { createStatements, type Statements } from './statements/statements.ts';
import { openVault } from './vault/vault.ts';

export interface App extends Core {
	readonly translator: (tag: string) => Translator;
	readonly accounts: Accounts;
	readonly council: CouncilSettings;
	readonly desk: Desk;
	readonly drafts: Drafts;
	readonly home: Home;
	readonly meetings: Meetings;
	readonly people: People & PeopleFacts;
	readonly pictures: Pictures;
	readonly safety: Safety;
	readonly secretWords: SecretWords;
	readonly statements: Statements;
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
	const translator = createTranslators(readLocaleFiles());

	return {
		...core,
		translator,
		accounts: createAccounts(core),
		council: await createCouncil(core),
		desk: createDesk(core, FORMS),
		drafts: createDrafts(core, formOf),
		home: createHome(core),
		meetings: createMeetings(core),
		people: { ...createPeople(core), ...createPeopleFacts(core) },
		pictures: createPictures(core, { formOf, demandReading }),
		safety: createSafety(core),
		secretWords: createSecretWords(translator),
		statements: createStatements(core, { translator, formOf }),
		close: () => database.close()
	};
}
