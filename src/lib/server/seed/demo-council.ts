import { londonDate } from '../../language/dates.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { saveCouncil } from '../council/council.ts';
import { savePledge } from '../council/pledges.ts';
import { joinProvider } from '../requests/give.ts';
import { inventPeople } from './caseload.ts';
import { writePeople, writeStaff } from './people-rows.ts';
import { EASTBROOK_PLEDGE } from './pledge-words.ts';
import { createRandom } from './random.ts';
import { openAccounts } from './seed-accounts.ts';
import { tellStory } from './story.ts';

export { DEMO_SIGN_INS } from './demo-sign-ins.ts';

/** The same names, words and dates on every run, counted from today. */
const SEED = 20_161_121;

/** Numbers that Ofcom keeps for stories: nobody answers them. */
const EASTBROOK = {
	name: 'Eastbrook',
	officeNumber: '01632 960 100',
	outOfHoursNumber: '01632 960 111',
	contactEmail: 'sayso@eastbrook.example'
};

/**
 * Makes the council *Eastbrook* in an empty database: people, three years of meetings, what was said and answered, and
 * how things stand today.
 * @throws Error when there is somebody in the database already
 */
export async function seedDemoCouncil(app: App): Promise<void> {
	const random = createRandom(SEED);
	const { people, accounts, staff } = await app.database.inTransaction(async (tx) => {
		const [anybody] = await tx.select({ id: tx.tables.staff.id }).from(tx.tables.staff).limit(1);
		if (anybody) throw new Error('the database is not empty');
		await saveCouncil(app, tx, OPERATOR, EASTBROOK);
		for (const [language, text] of Object.entries(EASTBROOK_PLEDGE))
			await savePledge(tx, { language, text, version: 1, by: null }, app.now());
		const staff = await writeStaff(app, tx);
		await joinProvider(app, tx, OPERATOR, staff.get('S05')?.id ?? '', 'Voice First');
		const invented = inventPeople(random, londonDate(app.now()));
		const written = await writePeople(app, tx, invented, staff);
		await app.audit.record(tx, {
			action: 'import.done',
			actor: OPERATOR,
			detail: { source: 'demo', young_people: invented.length }
		});
		const opened = await openAccounts(app, tx, random, written, staff);
		return { people: written, accounts: opened, staff };
	});
	await tellStory(app, random, people, accounts, staff);
	await app.council.refresh();
}
