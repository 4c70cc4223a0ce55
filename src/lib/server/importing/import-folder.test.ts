import { expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { GOOD_FILES, importFiles } from '../../../../tests/support/import-files.ts';
import { NOBODY, OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { youngPersonPlace, type YoungPersonProfile } from '../people.ts';
import { nameIndexOfText } from '../people/name-index.ts';
import { importFolder } from './import-folder.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

async function everything(app: App) {
	const { read } = app.database;
	const { staff, staffRoles, youngPeople, carePeriods, meetings, meetingYoungPeople } = read.tables;
	return {
		staff: await read.select().from(staff),
		roles: await read.select().from(staffRoles),
		people: await read.select().from(youngPeople),
		periods: await read.select().from(carePeriods),
		meetings: await read.select().from(meetings),
		places: await read.select().from(meetingYoungPeople)
	};
}

async function meetingByRef(app: App, ref: string) {
	const { meetings } = await everything(app);
	return meetings.find((meeting) => meeting.ref === ref);
}

const countsOf = ({ counts }: Awaited<ReturnType<typeof importFolder>>) =>
	counts.map(([, { added, changed, unchanged }]) => [added, changed, unchanged]);

onBothEngines('importing', (engine) => {
	const open = () => engine.open({ now: () => NOW });

	test('a whole council is taken, names sealed and found by their index', async () => {
		const app = await open();

		const outcome = await importFolder(app, OPERATOR, importFiles(GOOD_FILES));

		expect(outcome).toMatchObject({ outcome: 'done', faults: [], warnings: [] });
		const there = await everything(app);
		expect(there.people).toHaveLength(3);
		const amina = there.people.find(
			({ nameIndex }) => nameIndex === nameIndexOfText(app.vault, 'amina  IDRIS')
		);
		const keyring = await app.vault.unlock(app.database.read, [amina?.keyId ?? '']);
		expect(
			keyring.openJson<YoungPersonProfile>(
				amina?.keyId ?? '',
				youngPersonPlace(amina?.id ?? ''),
				amina?.profileSealed ?? Buffer.alloc(0)
			)
		).toEqual({
			ref: 'Y1',
			firstName: 'Amina',
			lastName: 'Idris',
			knownAs: 'Amina',
			dateOfBirth: '2011-03-05',
			dialect: 'Sudanese Arabic'
		});
		expect(there.roles).toHaveLength(4);
		expect(there.places).toHaveLength(5);
		expect(
			there.places.filter(({ participationCode }) => participationCode === 'PN6')
		).toHaveLength(1);
	});

	test('an empty due date is worked out from the law’s timescales, a given one kept', async () => {
		const app = await open();

		await importFolder(app, OPERATOR, importFiles(GOOD_FILES));

		expect((await meetingByRef(app, 'M1'))?.dueBy).toBe('2026-03-30');
		expect((await meetingByRef(app, 'M2'))?.dueBy).toBe('2026-06-25');
		expect((await meetingByRef(app, 'M3'))?.dueBy).toBe('2026-12-24');
		expect((await meetingByRef(app, 'M4'))?.dueBy).toBe('2026-11-03');
	});

	test('a time in care that is planned counts: the first review is due 20 working days after it begins', async () => {
		const app = await open();
		const files = {
			'young-people.csv': [
				'ref,first_name,last_name,date_of_birth,language',
				'Y1,Kit,Hale,2012-05-01,en'
			],
			'care-periods.csv': ['young_person_ref,status,started_on', 'Y1,looked_after,2026-11-30'],
			'meetings.csv': [
				'ref,kind,young_person_refs,scheduled_for',
				'M1,looked_after_review,Y1,2026-12-10T14:00'
			]
		};

		const { faults } = await importFolder(app, OPERATOR, importFiles(files));

		expect(faults).toEqual([]);
		expect((await meetingByRef(app, 'M1'))?.dueBy).toBe('2026-12-30');
	});

	test('a time is London time, in summer and in winter', async () => {
		const app = await open();

		await importFolder(app, OPERATOR, importFiles(GOOD_FILES));

		expect((await meetingByRef(app, 'M2'))?.scheduledAt).toBe(Date.parse('2026-06-24T09:00:00Z'));
		expect((await meetingByRef(app, 'M3'))?.scheduledAt).toBe(Date.parse('2026-11-27T16:00:00Z'));
	});

	test('taken again nothing is doubled, and rows that are unchanged are not touched', async () => {
		const app = await open();
		const folder = importFiles(GOOD_FILES);
		await importFolder(app, OPERATOR, folder);
		const before = await everything(app);

		const again = await importFolder(app, OPERATOR, folder);

		expect(countsOf(again)).toEqual([
			[0, 0, 3],
			[0, 0, 3],
			[0, 0, 3],
			[0, 0, 4],
			[0, 0, 2]
		]);
		expect(await everything(app)).toEqual(before);
	});

	test('taken at the same moment twice, it is there once', async () => {
		const app = await open();
		const folder = importFiles(GOOD_FILES);

		await Promise.all([importFolder(app, OPERATOR, folder), importFolder(app, OPERATOR, folder)]);

		const there = await everything(app);
		expect([there.staff.length, there.people.length, there.meetings.length]).toEqual([3, 3, 4]);
	});

	test('what has changed is brought up to date, and nothing goes because a file does not name it', async () => {
		const app = await open();
		await importFolder(app, OPERATOR, importFiles(GOOD_FILES));

		const outcome = await importFolder(
			app,
			OPERATOR,
			importFiles({
				'staff.csv': ['email,roles,name,ref', 'sam@eastbrook.example,iro;admin,Sam Okoro,S1'],
				'young-people.csv': [
					'ref,first_name,last_name,date_of_birth,known_as',
					'Y1,Amina,Idris,2011-03-06,Mina'
				],
				'care-periods.csv': [
					'young_person_ref,status,started_on,ended_on',
					'Y1,looked_after,2026-03-02,2026-11-20'
				],
				'meetings.csv': [
					'ref,kind,young_person_refs,scheduled_for,cancelled',
					'M3,looked_after_review,Y1,2026-12-01T11:00,',
					'M4,review_conference,Y2,2026-11-30T10:00,yes'
				],
				'attendance.csv': ['meeting_ref,young_person_ref,participation_code', 'M1,Y1,PN1']
			})
		);

		expect(outcome.faults).toEqual([]);
		expect(countsOf(outcome)).toEqual([
			[0, 1, 0],
			[0, 1, 0],
			[0, 1, 0],
			[0, 2, 0],
			[0, 1, 0]
		]);
		const there = await everything(app);
		expect(there.staff).toHaveLength(3);
		const amina = there.people.find(
			({ nameIndex }) => nameIndex === nameIndexOfText(app.vault, 'Mina Idris')
		);
		// Columns the file does not have stay as they were.
		expect(amina).toMatchObject({ language: 'ar', unaccompanied: 'yes', team: 'East' });
		expect(amina?.officerId).not.toBeNull();
		const moved = await meetingByRef(app, 'M3');
		expect(moved?.scheduledAt).toBe(Date.parse('2026-12-01T11:00:00Z'));
		expect(moved?.chairId).not.toBeNull();
		const cancelled = await meetingByRef(app, 'M4');
		expect(cancelled?.cancelledAt).toBe(NOW);
		expect(there.places.filter(({ meetingId }) => meetingId === cancelled?.id)).toHaveLength(1);
		expect(there.places.map(({ participationCode }) => participationCode)).toContain('PN1');
	});

	test('an empty cell takes away what was there', async () => {
		const app = await open();
		await importFolder(app, OPERATOR, importFiles(GOOD_FILES));

		await importFolder(
			app,
			OPERATOR,
			importFiles({
				'young-people.csv': [
					'ref,first_name,last_name,date_of_birth,iro_ref,team',
					'Y1,Amina,Idris,2011-03-05,,'
				],
				'attendance.csv': ['meeting_ref,young_person_ref,participation_code', 'M1,Y1,']
			})
		);

		const there = await everything(app);
		const amina = there.people.find(
			({ nameIndex }) => nameIndex === nameIndexOfText(app.vault, 'Amina Idris')
		);
		expect(amina).toMatchObject({ officerId: null, team: null });
		expect(there.places.every(({ participationCode }) => participationCode === null)).toBe(true);
	});

	test('a dry run tells what would change and writes nothing', async () => {
		const app = await open();
		const empty = await everything(app);

		const outcome = await importFolder(app, OPERATOR, importFiles(GOOD_FILES), { dryRun: true });

		expect(outcome.outcome).toBe('would_do');
		expect(countsOf(outcome)).toEqual([
			[3, 0, 0],
			[3, 0, 0],
			[3, 0, 0],
			[4, 0, 0],
			[2, 0, 0]
		]);
		expect(await everything(app)).toEqual(empty);
		expect((await app.audit.verify(app.database.read)).entries).toBe(0);
	});

	test('with one fault anywhere, nothing of any file is written', async () => {
		const app = await open();
		const empty = await everything(app);
		const attendance = [...GOOD_FILES['attendance.csv'], 'M9,Y1,PN1'];

		const outcome = await importFolder(
			app,
			OPERATOR,
			importFiles({ ...GOOD_FILES, 'attendance.csv': attendance })
		);

		expect(outcome.outcome).toBe('refused');
		expect(outcome.faults).toEqual([
			'attendance.csv:4:1: meeting_ref “M9” is no meeting; right would be a ref of meetings.csv or of a meeting imported earlier'
		]);
		expect(await everything(app)).toEqual(empty);
	});

	test('two members of staff may change addresses with each other', async () => {
		const app = await open();
		await importFolder(app, OPERATOR, importFiles(GOOD_FILES));

		const outcome = await importFolder(
			app,
			OPERATOR,
			importFiles({
				'staff.csv': [
					'ref,name,email,roles',
					'S1,Sam Okoro,helen@eastbrook.example,iro',
					'S2,Helen Marsh,sam@eastbrook.example,iro'
				]
			})
		);

		expect(outcome).toMatchObject({ outcome: 'done', faults: [] });
	});

	test('only the operator may', async () => {
		const app = await open();

		await expect(importFolder(app, NOBODY, importFiles(GOOD_FILES))).rejects.toThrow('not_found');
	});
});
