import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../tests/support/engines.ts';
import { GOOD_FILES, importFiles } from '../../../../tests/support/import-files.ts';
import { addMeeting, addYoungPerson } from '../../../../tests/support/people.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { importFolder } from '../importing/import-folder.ts';
import { beginStandings } from './standing.ts';

async function bring(app: App, files: Parameters<typeof importFiles>[0]) {
	const outcome = await importFolder(app, OPERATOR, importFiles(files));
	expect(outcome.faults).toEqual([]);
}

/** By meeting and young person, as the files call them. */
async function bandsOf(app: App) {
	const { read } = app.database;
	const { meetings, meetingYoungPeople, youngPeople } = read.tables;
	const rows = await read
		.select({
			ref: meetings.ref,
			id: youngPeople.id,
			ageBand: meetingYoungPeople.ageBand
		})
		.from(meetingYoungPeople)
		.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId));
	return rows;
}

const held = (ref: string, who: string, on: string, kind = 'looked_after_review') =>
	`${ref},${kind},${who},${on}T10:00,,${on},,S1,,`;

onBothEngines('standings', (engine: Engine) => {
	test('of meetings come with an import, and follow a corrected date of birth', async () => {
		const app = await engine.open({ now: () => Date.parse('2026-11-21T09:00:00Z') });
		const [header = ''] = GOOD_FILES['meetings.csv'];
		await bring(app, {
			...GOOD_FILES,
			'attendance.csv': ['meeting_ref,young_person_ref,participation_code'],
			'meetings.csv': [
				header,
				held('A', 'Y3', '2022-07-07'), // the day before they are four
				held('B', 'Y3', '2022-07-08'),
				held('C', 'Y2;Y3', '2024-05-05', 'review_conference'), // Ruth is nine for one day more
				'D,looked_after_review,Y3,2027-01-07T10:00,,,,S1,,'
			]
		});

		const bands = async () =>
			Object.fromEntries(
				Object.entries(Object.groupBy(await bandsOf(app), ({ ref }) => ref ?? '')).map(
					([ref, rows = []]) => [ref, rows.map(({ ageBand }) => ageBand).toSorted()]
				)
			);
		expect(await bands()).toEqual({
			A: ['under_4'],
			B: ['4_to_9'],
			C: ['4_to_9', '4_to_9'],
			D: [null]
		});

		const [columns = '', , ruth = ''] = GOOD_FILES['young-people.csv'];
		await bring(app, { 'young-people.csv': [columns, ruth.replace('2014-05-06', '2014-05-05')] });

		expect((await bands())['C']).toEqual(['10_to_15', '4_to_9']);
		const { read } = app.database;
		const rows = await read.select().from(read.tables.meetingYoungPeople);
		expect(JSON.stringify(rows)).not.toMatch(/2018-07-08|2014-05-0/);
	});

	test('of a meeting are there while it is held', async () => {
		const { app, sam, review } = await eastbrook((options) => engine.open(options));
		const meetingId = await review('2026-11-20T10:00');
		const band = async () => (await bandsOf(app)).map(({ ageBand }) => ageBand);

		expect(await band()).toEqual([null]);
		await app.meetings.hold(sam.actor, { meetingId, heldOn: '2026-11-20', sittingId: '' });
		expect(await band()).toEqual(['10_to_15']);
		await app.meetings.undoHold(sam.actor, meetingId);
		expect(await band()).toEqual([null]);
	});

	test('of a statement are those of its day in London, and of several times in care the first', async () => {
		// Half past eleven at night in Greenwich is the next day in London, in summer.
		const { app, sam } = await eastbrook((options) => engine.open(options), '2026-07-01T00:30');
		const person = await addYoungPerson(app, { dateOfBirth: '2010-07-01', officerId: sam.id });
		const period = (status: string, startedOn: string, endedOn: string | null) => ({
			id: `${status} ${startedOn}`,
			youngPersonId: person.id,
			status,
			startedOn,
			endedOn
		});
		await app.database.inTransaction((tx) =>
			tx
				.insert(tx.tables.carePeriods)
				.values([
					period('child_in_need', '2024-01-01', null),
					period('child_protection', '2026-07-01', null),
					period('looked_after', '2026-01-01', '2026-07-01')
				])
		);

		await sendStatement(app, person);

		const { read } = app.database;
		const standing = async () => {
			const [row] = await read.select().from(read.tables.statements);
			return [row?.ageBand, row?.careStatus];
		};
		expect(await standing()).toEqual(['16_to_17', 'child_protection']);
	});

	test('of what was there before they were kept are made up for, once', async () => {
		const { app, sam, amina } = await eastbrook((options) => engine.open(options));
		await addMeeting(app, { youngPersonIds: [amina.id], heldOn: '2026-03-04', chairId: sam.id });
		await sendStatement(app, amina);
		await app.database.inTransaction(async (tx) => {
			const { meetingYoungPeople, statements, settings } = tx.tables;
			await tx.update(meetingYoungPeople).set({ ageBand: null });
			await tx.update(statements).set({ ageBand: null });
			await tx.delete(settings);
		});

		await beginStandings(app);
		await beginStandings(app);

		const { read } = app.database;
		const [statement] = await read.select().from(read.tables.statements);
		expect(await bandsOf(app)).toMatchObject([{ ageBand: '10_to_15' }]);
		expect(statement?.ageBand).toBe('10_to_15');
	});
});
