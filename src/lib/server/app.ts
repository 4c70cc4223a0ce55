import { FORMS, formOf } from '../forms/catalogue/forms.ts';
import type { Translator } from '../language/translator.ts';
import { createAccounts, type Accounts } from './accounts/accounts.ts';
import { createSecretWords, type SecretWords } from './accounts/secret-words.ts';
import { createAdministration, type Administration } from './administration/administration.ts';
import { createAudit } from './audit/audit.ts';
import { createCompleteness, type Completeness } from './completeness/completeness.ts';
import { createCarers, type Carers } from './carers/carers.ts';
import { createConcerns, type Concerns } from './concerns/concerns.ts';
import { createCouncil, type CouncilSettings } from './council/council.ts';
import { createPledges, type Pledges } from './council/pledges.ts';
import type { Core } from './core.ts';
import { createCover, type Cover } from './cover/cover.ts';
import { openDatabase } from './db/open-database.ts';
import { createDeciding, type Deciding } from './deciding/deciding.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { createDeskDocuments, type DeskDocuments } from './documents/desk-documents.ts';
import { createDiary, type Diary } from './diary/diary.ts';
import { createDocuments, type Documents } from './documents/documents.ts';
import { createDrafts, type Drafts } from './drafts/drafts.ts';
import { createDuty, type Duty } from './duty/duty.ts';
import { createFigures, type Figures } from './figures/figures.ts';
import { createRequestFigures, type RequestFigures } from './figures/requests.ts';
import { createYearFigures, type YearFigures } from './figures/year.ts';
import { createOverview, type Overview } from './figures/overview.ts';
import { createMeetingFigures, type MeetingFigures } from './figures/meetings/meeting-figures.ts';
import { beginStandings } from './figures/standing.ts';
import {
	createStatementFigures,
	type StatementFigures
} from './figures/statements/statement-figures.ts';
import { createHome, type Home } from './home/home.ts';
import { allJobs } from './jobs/all-jobs.ts';
import { createRunner, type Jobs } from './jobs/runner.ts';
import { translatorsOfFiles } from './language/locale-files.ts';
import { createMachines, type Machines } from './machines/machines.ts';
import { createLetters, type Letters } from './letters/letters.ts';
import { createMeetings, type Meetings } from './meetings/meetings.ts';
import { createMidway, type Midway } from './midway/midway.ts';
import { createOpenings, type Openings } from './openings/openings.ts';
import { allKinds } from './outside/all-kinds.ts';
import { createOffers, type Offers } from './outside/offers.ts';
import { createOutside, type Outside } from './outside/outside.ts';
import { createOwnContact, type OwnContact } from './people/contact.ts';
import { createPeopleFacts, type PeopleFacts } from './people/facts.ts';
import { createPeople, type People } from './people/people.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { createPlans, type Plans } from './plans/plans.ts';
import { createPreparing, type Preparing } from './preparing/preparing.ts';
import { createPromises, type Promises } from './promises/promises.ts';
import { createOperatorReports, type OperatorReports } from './report/operator-report.ts';
import { createReportPages, type ReportPages } from './report/report-pages.ts';
import { beginClocks } from './requests/begin.ts';
import { createRequests, type Requests } from './requests/requests.ts';
import { createSafety, type Safety } from './safety/safety.ts';
import { createSounds, type Sounds } from './sounds/sounds.ts';
import { demandReading } from './statements/standings.ts';
import { createStatements, type Statements } from './statements/statements.ts';
import { createSurveys, type Surveys } from './surveys/surveys.ts';
import { createThemes, type Themes } from './themes/themes.ts';
import { createTogether, type Together } from './together/together.ts';
import type { MailSettings } from './settings.ts';
import { openVault } from './vault/vault.ts';

export interface App extends Core {
	readonly translator: (tag: string) => Translator;
	readonly accounts: Accounts;
	readonly administration: Administration;
	readonly completeness: Completeness;
	readonly carers: Carers;
	readonly concerns: Concerns;
	readonly council: CouncilSettings & Pledges;
	readonly deciding: Deciding;
	readonly cover: Cover;
	readonly desk: Desk;
	readonly diary: Diary;
	readonly documents: Documents & DeskDocuments;
	readonly drafts: Drafts;
	readonly duty: Duty;
	readonly figures: Figures;
	readonly requestFigures: RequestFigures;
	readonly yearFigures: YearFigures;
	readonly home: Home;
	readonly jobs: Jobs;
	readonly machines: Machines;
	readonly letters: Letters;
	readonly meetings: Meetings;
	readonly meetingFigures: MeetingFigures;
	readonly midway: Midway;
	readonly openings: Openings;
	readonly overview: Overview;
	readonly outside: Outside & Offers;
	readonly people: People & PeopleFacts & OwnContact;
	readonly pictures: Pictures;
	readonly plans: Plans;
	readonly preparing: Preparing;
	readonly promises: Promises;
	readonly report: ReportPages & OperatorReports;
	readonly requests: Requests;
	readonly safety: Safety;
	readonly secretWords: SecretWords;
	readonly sounds: Sounds;
	readonly statementFigures: StatementFigures;
	readonly statements: Statements;
	readonly surveys: Surveys;
	readonly themes: Themes;
	readonly together: Together;
	close(): Promise<void>;
}

/**
 * Puts Sayso together: database, vault, audit, services. The web server, the command line and every test make theirs
 * here.
 * @param options.origin where people find it: mail leads there
 * @param options.mail null: none is sent
 * @param options.now the clock; tests hand in their own
 */
export async function createApp(options: {
	readonly databaseUrl: string;
	readonly masterKey: Buffer;
	readonly origin?: string;
	readonly mail?: MailSettings | null;
	readonly now?: () => number;
}): Promise<App> {
	const now = options.now ?? Date.now;
	const database = await openDatabase(options.databaseUrl);
	await database.migrate();
	const vault = await openVault(database, options.masterKey, now());
	const core: Core = { database, vault, audit: createAudit(vault, now), now };
	await beginClocks(core);
	await beginStandings(core);
	const translator = translatorsOfFiles();
	const letters = createLetters(core, { translator });
	const documents = {
		...createDocuments(core, { translator, forms: FORMS, lettersOf: letters.ownDocuments }),
		...createDeskDocuments(core, { translator, formOf })
	};
	const sounds = createSounds(core, { formOf, demandReading });
	const council = await createCouncil(core);
	const given = {
		translator,
		council: () => council.current().name,
		mail: options.mail ?? null,
		origin: options.origin ?? 'http://127.0.0.1'
	};
	const jobs = createRunner(core, allJobs(core, given));

	return {
		...core,
		translator,
		accounts: createAccounts(core),
		administration: createAdministration(core, council),
		completeness: createCompleteness(core),
		carers: createCarers(core),
		concerns: createConcerns(core),
		council: { ...council, ...createPledges(core) },
		deciding: createDeciding(core, { translator }),
		cover: createCover(core),
		desk: createDesk(core, FORMS),
		diary: createDiary(core, { translator }),
		documents,
		drafts: createDrafts(core, formOf),
		duty: createDuty(core, { officeHours: () => council.current().officeHours }),
		figures: createFigures(core, { forms: FORMS }),
		requestFigures: createRequestFigures(core),
		yearFigures: createYearFigures(core),
		home: createHome(core),
		jobs,
		machines: createMachines(core, { translator, council: () => council.current().name }),
		letters,
		meetings: createMeetings(core),
		meetingFigures: createMeetingFigures(core),
		overview: createOverview(core),
		midway: createMidway(core),
		openings: createOpenings(core),
		outside: {
			...createOutside(core, { translator, kinds: allKinds(core) }),
			...createOffers(core)
		},
		people: { ...createPeople(core), ...createPeopleFacts(core), ...createOwnContact(core) },
		pictures: createPictures(core, { formOf, demandReading }),
		plans: createPlans(core, { translator, formOf }),
		preparing: createPreparing(core, { translator, forms: FORMS }),
		promises: createPromises(core),
		report: { ...createReportPages(core, given), ...createOperatorReports(core) },
		requests: createRequests(core),
		safety: createSafety(core),
		secretWords: createSecretWords(translator),
		sounds,
		statementFigures: createStatementFigures(core),
		statements: createStatements(core, { translator, formOf }),
		surveys: createSurveys(core),
		themes: createThemes(core, { translator, council: () => council.current().name }),
		together: createTogether(core, FORMS),
		async close() {
			await jobs.stop();
			await documents.close();
			await sounds.close();
			await database.close();
		}
	};
}
