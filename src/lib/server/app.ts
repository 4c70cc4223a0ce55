import { FORMS, formOf } from '../forms/catalogue/forms.ts';
import { createTranslators, type Translator } from '../language/translator.ts';
import { createAccounts, type Accounts } from './accounts/accounts.ts';
import { createSecretWords, type SecretWords } from './accounts/secret-words.ts';
import { createAudit } from './audit/audit.ts';
import { createCouncil, type CouncilSettings } from './council/council.ts';
import { createPledges, type Pledges } from './council/pledges.ts';
import type { Core } from './core.ts';
import { openDatabase } from './db/open-database.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { createDocuments, type Documents } from './documents/documents.ts';
import { createDrafts, type Drafts } from './drafts/drafts.ts';
import { createFigures, type Figures } from './figures/figures.ts';
import { createHome, type Home } from './home/home.ts';
import { readLocaleFiles } from './language/locale-files.ts';
import { createMeetings, type Meetings } from './meetings/meetings.ts';
import { createOpenings, type Openings } from './openings/openings.ts';
import { createPeopleFacts, type PeopleFacts } from './people/facts.ts';
import { createPeople, type People } from './people/people.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { createPlans, type Plans } from './plans/plans.ts';
import { createRequests, type Requests } from './requests/requests.ts';
import { createSafety, type Safety } from './safety/safety.ts';
import { createSounds, type Sounds } from './sounds/sounds.ts';
import { demandReading } from './statements/standings.ts';
import { createStatements, type Statements } from './statements/statements.ts';
import { createTogether, type Together } from './together/together.ts';
import { openVault } from './vault/vault.ts';

export interface App extends Core {
	readonly translator: (tag: string) => Translator;
	readonly accounts: Accounts;
	readonly council: CouncilSettings & Pledges;
	readonly desk: Desk;
	readonly documents: Documents;
	readonly drafts: Drafts;
	readonly figures: Figures;
	readonly home: Home;
	readonly meetings: Meetings;
	readonly openings: Openings;
	readonly people: People & PeopleFacts;
	readonly pictures: Pictures;
	readonly plans: Plans;
	readonly requests: Requests;
	readonly safety: Safety;
	readonly secretWords: SecretWords;
	readonly sounds: Sounds;
	readonly statements: Statements;
	readonly together: Together;
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
	const documents = createDocuments(core, { translator, forms: FORMS });

	return {
		...core,
		translator,
		accounts: createAccounts(core),
		council: { ...(await createCouncil(core)), ...createPledges(core) },
		desk: createDesk(core, FORMS),
		documents,
		drafts: createDrafts(core, formOf),
		figures: createFigures(core, { forms: FORMS.filter(({ goesTo }) => goesTo !== 'kept') }),
		home: createHome(core),
		meetings: createMeetings(core),
		openings: createOpenings(core),
		people: { ...createPeople(core), ...createPeopleFacts(core) },
		pictures: createPictures(core, { formOf, demandReading }),
		plans: createPlans(core, { translator, formOf }),
		requests: createRequests(core),
		safety: createSafety(core),
		secretWords: createSecretWords(translator),
		sounds: createSounds(core, { formOf, demandReading }),
		statements: createStatements(core, { translator, formOf }),
		together: createTogether(core, FORMS),
		async close() {
			await documents.close();
			await database.close();
		}
	};
}
