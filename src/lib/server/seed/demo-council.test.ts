import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { onBothEngines, type Engine } from '../../../../tests/support/engines.ts';
import type { Answer } from '../../forms/answers.ts';
import { FORMS } from '../../forms/catalogue/forms.ts';
import { REQUEST_KINDS } from '../../rights/requests.ts';
import { SECRET_PICTURES } from '../accounts/secret-pictures.ts';
import type { App } from '../app.ts';
import {
	staffPlace,
	youngPersonPlace,
	type StaffProfile,
	type YoungPersonProfile
} from '../people.ts';
import { nameIndexOfText } from '../people/name-index.ts';
import { answerPlace } from '../statements/places.ts';
import { DEMO_SIGN_INS, seedDemoCouncil } from './demo-council.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const DAY = 86_400_000;

/** Everything somebody is called, was born on or said, in an order that no engine has a hand in. */
async function secretsOf(app: App): Promise<string[]> {
	const { read } = app.database;
	const { staff, youngPeople, statements, statementAnswers } = read.tables;
	const { council, councilKeyId } = app.vault;
	const members = (await read.select().from(staff)).map((row) =>
		council.openJson<StaffProfile>(councilKeyId, staffPlace(row.id), row.profileSealed)
	);
	const people = await read.select().from(youngPeople);
	const keyring = await app.vault.unlock(
		read,
		people.map(({ keyId }) => keyId)
	);
	const profiles = people.map((row) =>
		keyring.openJson<YoungPersonProfile>(row.keyId, youngPersonPlace(row.id), row.profileSealed)
	);
	const answers = await read
		.select({
			answer: statementAnswers,
			youngPersonId: statements.youngPersonId,
			sentAt: statements.sentAt
		})
		.from(statementAnswers)
		.innerJoin(statements, eq(statements.id, statementAnswers.statementId));
	const keys = new Map(people.map(({ id, keyId }) => [id, keyId]));
	const texts = answers
		.toSorted(by(({ answer, sentAt }) => `${sentAt} ${answer.questionId}`))
		.flatMap(({ answer: row, youngPersonId }) => {
			const place = answerPlace(row.statementId, row.questionId);
			const keyId = keys.get(youngPersonId) ?? '';
			return wordsIn(keyring.openJson<Answer>(keyId, place, row.answerSealed));
		});
	return [
		...members.toSorted(by(({ email }) => email)).flatMap(({ name, email }) => [name, email]),
		...profiles
			.toSorted(by(({ ref }) => ref))
			.flatMap(({ firstName, lastName, knownAs, dateOfBirth }) => [
				firstName,
				lastName,
				knownAs,
				dateOfBirth
			]),
		...texts
	];
}

function wordsIn(answer: Answer): string[] {
	if (answer.kind === 'say' || answer.kind === 'star' || answer.kind === 'words')
		return [answer.text];
	if (answer.kind === 'list') return [...answer.lines];
	return answer.kind === 'people' ? answer.people.map(({ name }) => name) : [];
}

const by =
	<T>(keyOf: (one: T) => string) =>
	(a: T, b: T) =>
		keyOf(a) < keyOf(b) ? -1 : 1;

/** As bytes in a file could spell it. Three letters turn up in any ciphertext by chance: they are sought in quotes. */
function spellingsOf(text: string): Buffer[] {
	const utf16 = Buffer.from(text, 'utf16le');
	const utf8 = Buffer.from(text);
	return [
		utf8.length < 5 ? Buffer.from(`"${text}"`) : utf8,
		...(utf16.length < 6 ? [] : [utf16, Buffer.from(utf16).swap16()])
	];
}

/** Which of them stand anywhere in it. There are thousands: they are looked up by how they begin, in one pass. */
function foundIn(bytes: Buffer, spellings: readonly Buffer[]): string[] {
	const BEGINNING = 3;
	const byBeginning = Map.groupBy(spellings, (one) => one.readUIntLE(0, BEGINNING));
	const found = new Set<Buffer>();
	for (let at = 0; at <= bytes.length - BEGINNING; at += 1)
		for (const one of byBeginning.get(bytes.readUIntLE(at, BEGINNING)) ?? [])
			if (one.equals(bytes.subarray(at, at + one.length))) found.add(one);
	return [...found].map(String);
}

/** All that is secret, by the engine it was read from. */
const said = new Map<Engine['name'], string[]>();

onBothEngines('the demo council', (engine) => {
	let app: App;
	beforeAll(async () => {
		app = await engine.open({ now: () => NOW });
		await seedDemoCouncil(app);
		said.set(engine.name, await secretsOf(app));
	}, 180_000);

	test('has none of what is secret in the open', async () => {
		const secrets = new Set(said.get(engine.name));
		secrets.delete('');
		expect(secrets.size).toBeGreaterThan(300);

		const spellings = [...secrets].flatMap(spellingsOf);
		const bytes = await engine.bytesOf(app);
		expect(foundIn(bytes, [Buffer.from('statement.sent'), ...spellings])).toEqual([
			'statement.sent'
		]);
	});

	test('has a caseload of sixty between two officers', async () => {
		const { youngPeople, staff } = app.database.read.tables;
		const rows = await app.database.read
			.select({ officerId: youngPeople.officerId, sealed: staff.profileSealed })
			.from(youngPeople)
			.innerJoin(staff, eq(staff.id, youngPeople.officerId));
		const { council, councilKeyId } = app.vault;
		const names = rows.map(
			({ officerId, sealed }) =>
				council.openJson<StaffProfile>(councilKeyId, staffPlace(officerId ?? ''), sealed).name
		);

		const withHelen = names.filter((name) => name === 'Helen Marsh').length;
		expect(names.length - withHelen).toBe(60);
		expect(names.filter((name) => name === 'Sam Okoro').length).toBeGreaterThan(25);
	});

	test('lets everybody in who is on the list', async () => {
		for (const signIn of DEMO_SIGN_INS) {
			if (signIn.kind === 'staff')
				await expect(app.accounts.signInStaff(signIn, '127.0.0.1')).resolves.toMatchObject({
					kind: 'staff'
				});
			if (signIn.kind === 'young_person')
				await expect(
					app.accounts.signInYoungPerson(
						{ name: signIn.signInName, secret: [...signIn.secret], phone: 'own' },
						'127.0.0.1'
					)
				).resolves.toMatchObject({ kind: 'own_phone' });
		}
	});

	test.each([
		['Amina Idris', 6],
		['Jayden Clarke', 21],
		['Ruth Bennett', 9],
		['Kai Morrison', null]
	] as const)('the next meeting of %s is in %s days', async (name, daysAway) => {
		const actor = await youngPersonCalled(name);
		const home = await app.home.see(actor);

		expect(home.next?.daysAway ?? null).toBe(daysAway);
	});

	test('Amina was answered last time and has said nothing for the next', async () => {
		const statements = await app.statements.listOwn(await youngPersonCalled('Amina Idris'));

		expect(statements.map(({ state }) => state)).not.toContain('linked');
		expect(statements[0]?.trail.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['opened', 'reply'])
		);
	});

	test('Ruth’s statement is for the conference, Kai’s waits', async () => {
		const [ruth] = await app.statements.listOwn(await youngPersonCalled('Ruth Bennett'));
		const [kai] = await app.statements.listOwn(await youngPersonCalled('Kai Morrison'));

		expect(ruth).toMatchObject({ state: 'linked', meeting: { kind: 'review_conference' } });
		expect(kai).toMatchObject({ state: 'waiting', meeting: null });
	});

	test('one alert is open, and the manager is told of what was missed', async () => {
		const { alerts, notices } = app.database.read.tables;
		const open = await app.database.read.select().from(alerts).where(isNull(alerts.acknowledgedAt));
		const missed = await app.database.read
			.select()
			.from(notices)
			.where(and(eq(notices.kind, 'missed'), isNull(notices.youngPersonId)));

		expect(open).toHaveLength(1);
		expect(missed.length).toBeGreaterThan(0);
	});

	test('has a story for every form there is', async () => {
		const { statements, drafts } = app.database.read.tables;
		const sent = await app.database.read.select({ formId: statements.formId }).from(statements);
		const begun = await app.database.read.select({ formId: drafts.formId }).from(drafts);
		const told = new Set([...sent, ...begun].map(({ formId }) => formId));

		expect(FORMS.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
	});

	test('has an advocate who opened what was asked of her more than a month ago', async () => {
		const { requests } = app.database.read.tables;
		const rows = await app.database.read.select().from(requests);
		const old = rows.filter(({ createdAt }) => createdAt < app.now() - 30 * 86_400_000);

		expect(old.length).toBeGreaterThan(5);
		expect(old.filter(({ openedAt }) => openedAt === null)).toEqual([]);
	});

	test('has requests of every kind, and one that waits to be matched', async () => {
		const { requests } = app.database.read.tables;
		const rows = await app.database.read.select().from(requests);

		expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(REQUEST_KINDS));
		expect(rows.filter(({ state }) => state === 'unmatched')).toHaveLength(1);
		expect(rows.filter(({ state }) => state === 'opened').length).toBeGreaterThan(0);
	});

	test('has what Ruth protects before her chair, and what Kai complains of away from his worker', async () => {
		const { statements, statementBarred, notices } = app.database.read.tables;
		const told = await app.database.read
			.select()
			.from(notices)
			.where(eq(notices.kind, 'must_not_tell'));
		const [barred] = await app.database.read
			.select({ formId: statements.formId })
			.from(statementBarred)
			.innerJoin(statements, eq(statements.id, statementBarred.statementId));

		expect(told).toHaveLength(1);
		expect(barred?.formId).toBe('complain');
	});

	test('has three years behind it, and nothing from the days to come', async () => {
		const { meetings, statements } = app.database.read.tables;
		const held = await app.database.read.select().from(meetings);
		const sent = await app.database.read.select().from(statements);

		const years = new Set(held.map(({ heldOn }) => heldOn?.slice(0, 4)).filter(Boolean));
		expect(years.size).toBeGreaterThanOrEqual(3);
		expect(held.every(({ heldOn }) => heldOn === null || heldOn <= '2026-11-21')).toBe(true);
		expect(sent.every(({ sentAt }) => sentAt <= NOW && sentAt > NOW - 4 * 365 * DAY)).toBe(true);
		expect((await app.audit.verify(app.database.read)).brokenAt).toBeNull();
	});

	test('is not made twice', async () => {
		await expect(seedDemoCouncil(app)).rejects.toThrow('not empty');
	});

	async function youngPersonCalled(name: string) {
		const { youngPeople, accounts } = app.database.read.tables;
		const [row] = await app.database.read
			.select({ id: youngPeople.id, accountId: accounts.id })
			.from(youngPeople)
			.innerJoin(accounts, eq(accounts.youngPersonId, youngPeople.id))
			.where(eq(youngPeople.nameIndex, nameIndexOfText(app.vault, name)));
		if (!row) throw new Error(`there is no ${name}`);
		return { kind: 'young_person', ...row } as const;
	}
});

test('the demo council says the same on every run, whichever the engine', () => {
	expect(said.get('sqlite')?.length).toBeGreaterThan(1000);
	expect(said.get('postgres')).toEqual(said.get('sqlite'));
});

test('the secrets of the demo council are made of pictures there are', () => {
	const pictures: readonly string[] = SECRET_PICTURES;
	for (const signIn of DEMO_SIGN_INS)
		if (signIn.kind === 'young_person')
			expect(signIn.secret.filter((one) => !pictures.includes(one))).toEqual([]);
});
