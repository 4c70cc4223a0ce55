import { beforeAll, expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { GOOD_FILES, importFiles } from '../../../../tests/support/import-files.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { importFolder } from './import-folder.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
type Name = keyof typeof GOOD_FILES;

/** The good files, with one line more or another one. */
function spoilt(name: Name, lines: readonly string[], replaceFrom?: number) {
	const good = GOOD_FILES[name];
	const kept = replaceFrom === undefined ? good : good.slice(0, replaceFrom);
	return { ...GOOD_FILES, [name]: [...kept, ...lines] };
}

const STAFF = 'ref,name,email,roles';
const PEOPLE = 'ref,first_name,last_name,date_of_birth,language,iro_ref,social_worker_ref';
const MEETINGS =
	'ref,kind,young_person_refs,scheduled_for,held_on,cancelled,chair_ref,record_sent_on';

const FAULTS: readonly (readonly [
	what: string,
	files: Record<string, readonly string[]>,
	fault: string
])[] = [
	[
		'a missing column',
		spoilt('staff.csv', ['ref,name,email', 'S1,A,a@b.uk'], 0),
		'staff.csv:1:3: the column roles is missing'
	],
	[
		'a column twice',
		spoilt('staff.csv', [`${STAFF},name`, 'S1,A,a@b.uk,iro,B'], 0),
		'staff.csv:1:5: the column name comes twice'
	],
	['an empty file', { ...GOOD_FILES, 'staff.csv': [] }, 'staff.csv:1:1: an empty file'],
	[
		'a cell too many',
		spoilt('staff.csv', ['S4,A,a@b.uk,iro,']),
		'staff.csv:5:4: 5 cells, but the first line names 4'
	],
	[
		'a cell too few',
		spoilt('staff.csv', ['S4,A,a@b.uk']),
		'staff.csv:5:3: 3 cells, but the first line names 4'
	],
	[
		'a quotation mark left open',
		spoilt('staff.csv', ['S4,"A,a@b.uk,iro']),
		'staff.csv:5:1: a quotation mark is opened and never closed'
	],
	[
		'a quotation mark inside a cell',
		spoilt('staff.csv', ['S4,A "B" C,a@b.uk,iro']),
		'staff.csv:5:2: a quotation mark inside a cell'
	],
	[
		'an empty cell that must be given',
		spoilt('staff.csv', ['S4,,a@b.uk,iro']),
		'staff.csv:5:2: name is empty'
	],
	[
		'an unknown role',
		spoilt('staff.csv', ['S4,A,a@b.uk,iro;boss']),
		'staff.csv:5:4: roles has a part that is none of those there are; right would be one or more of iro'
	],
	[
		'no address',
		spoilt('staff.csv', ['S4,A,nowhere,iro']),
		'staff.csv:5:3: email is not an e-mail address'
	],
	[
		'a ref twice',
		spoilt('staff.csv', ['S1,A,a@b.uk,iro']),
		'staff.csv:5:1: ref “S1” is also on line 2'
	],
	[
		'an address twice',
		spoilt('staff.csv', ['S4,A,SAM@eastbrook.example,iro']),
		'staff.csv:5:3: email is also on line 2'
	],
	[
		'a day the calendar does not have',
		spoilt('young-people.csv', [PEOPLE, 'Y9,A,B,2011-02-31,en,,'], 0),
		'young-people.csv:2:4: date_of_birth is not a date'
	],
	[
		'a date the other way round',
		spoilt('young-people.csv', [PEOPLE, 'Y9,A,B,05/03/2011,en,,'], 0),
		'young-people.csv:2:4: date_of_birth is not a date'
	],
	[
		'a birth to come',
		spoilt('young-people.csv', [PEOPLE, 'Y9,A,B,2026-11-22,en,,'], 0),
		'young-people.csv:2:4: date_of_birth is still to come'
	],
	[
		'no language',
		spoilt('young-people.csv', [PEOPLE, 'Y9,A,B,2011-03-05,Arabic!,,'], 0),
		'young-people.csv:2:5: language is not a language tag'
	],
	[
		'an officer nobody knows',
		spoilt('young-people.csv', [PEOPLE, 'Y9,A,B,2011-03-05,en,S9,'], 0),
		'young-people.csv:2:6: iro_ref “S9” is nobody'
	],
	[
		'an officer without the role',
		spoilt('young-people.csv', [PEOPLE, 'Y9,A,B,2011-03-05,en,S3,'], 0),
		'young-people.csv:2:6: iro_ref “S3” does not have the role iro'
	],
	[
		'a control character',
		spoilt('young-people.csv', [PEOPLE, 'Y9,A\u0007,B,2011-03-05,en,,'], 0),
		'young-people.csv:2:2: first_name holds a control character'
	],
	[
		'an unknown status',
		spoilt('care-periods.csv', ['Y1,in_care,2026-03-02,']),
		'care-periods.csv:5:2: status is none of those there are'
	],
	[
		'an end before the beginning',
		spoilt('care-periods.csv', ['Y1,care_leaver,2026-03-02,2026-03-01']),
		'care-periods.csv:5:4: ended_on is before started_on'
	],
	[
		'a period twice',
		spoilt('care-periods.csv', ['Y1,looked_after,2026-03-02,']),
		'care-periods.csv:5:3: the same period as on line 2'
	],
	[
		'a young person nobody knows',
		spoilt('care-periods.csv', ['Y9,looked_after,2026-03-02,']),
		'care-periods.csv:5:1: young_person_ref “Y9” is nobody'
	],
	[
		'an unknown kind',
		spoilt('meetings.csv', [MEETINGS, 'M9,review,Y1,,,,,'], 0),
		'meetings.csv:2:2: kind is none of those there are'
	],
	[
		'a time without a date',
		spoilt('meetings.csv', [MEETINGS, 'M9,looked_after_review,Y1,16:00,,,,'], 0),
		'meetings.csv:2:4: scheduled_for is not a date and time'
	],
	[
		'a time the clocks skip',
		spoilt('meetings.csv', [MEETINGS, 'M9,looked_after_review,Y1,2027-03-28T01:30,,,,'], 0),
		'meetings.csv:2:4: scheduled_for is in the hour that the clocks skip'
	],
	[
		'held to come',
		spoilt('meetings.csv', [MEETINGS, 'M9,looked_after_review,Y1,,2026-12-01,,,'], 0),
		'meetings.csv:2:5: held_on is still to come'
	],
	[
		'held and cancelled',
		spoilt('meetings.csv', [MEETINGS, 'M9,looked_after_review,Y1,,2026-11-01,yes,,'], 0),
		'meetings.csv:2:6: both held and cancelled'
	],
	[
		'a record sent before the meeting',
		spoilt('meetings.csv', [MEETINGS, 'M9,looked_after_review,Y1,,2026-11-01,,,2026-10-01'], 0),
		'meetings.csv:2:8: record_sent_on is before held_on'
	],
	[
		'a review about two',
		spoilt('meetings.csv', [MEETINGS, 'M9,looked_after_review,Y1;Y2,,,,,'], 0),
		'meetings.csv:2:3: young_person_refs names several'
	],
	[
		'somebody twice',
		spoilt('meetings.csv', [MEETINGS, 'M9,review_conference,Y2; Y2,,,,,'], 0),
		'meetings.csv:2:3: young_person_refs names “Y2” twice'
	],
	[
		'a chair without the role',
		spoilt('meetings.csv', [MEETINGS, 'M9,looked_after_review,Y1,,,,S3,'], 0),
		'meetings.csv:2:7: chair_ref “S3” does not have the role iro'
	],
	[
		'an unknown code',
		spoilt('attendance.csv', ['M3,Y1,PN8']),
		'attendance.csv:4:3: participation_code is none of those there are'
	],
	[
		'somebody who is not of the meeting',
		spoilt('attendance.csv', ['M3,Y2,PN1']),
		'attendance.csv:4:2: young_person_ref “Y2” is not among the young people'
	],
	[
		'attendance twice',
		spoilt('attendance.csv', ['M1,Y1,PN1']),
		'attendance.csv:4:2: the same attendance as on line 2'
	]
];

onBothEngines('an import is refused for', (engine) => {
	let app: App;
	beforeAll(async () => {
		app = await engine.open({ now: () => NOW });
	});

	test.each(FAULTS)('%s', async (_, files, fault) => {
		const outcome = await importFolder(app, OPERATOR, importFiles(files));

		expect(outcome.outcome).toBe('refused');
		expect(outcome.faults).toContainEqual(expect.stringContaining(fault));
		const { staff } = app.database.read.tables;
		expect(await app.database.read.select().from(staff)).toEqual([]);
	});

	test('an address that belongs to somebody imported earlier', async () => {
		const app = await engine.open({ now: () => NOW });
		await importFolder(app, OPERATOR, importFiles(GOOD_FILES));

		const outcome = await importFolder(
			app,
			OPERATOR,
			importFiles({ 'staff.csv': [STAFF, 'S9,Somebody Else,sam@eastbrook.example,iro'] })
		);

		expect(outcome.faults).toEqual([
			expect.stringContaining('staff.csv:2:3: email belongs to a member of staff with another ref')
		]);
	});

	test('every fault at once, in the order of files, lines and columns', async () => {
		const app = await engine.open({ now: () => NOW });

		const { faults } = await importFolder(
			app,
			OPERATOR,
			importFiles({
				'young-people.csv': [PEOPLE, 'Y1,,B,2011-02-31,en,S9,', 'Y1,A,B,2011-02-03,en,,'],
				'staff.csv': [STAFF, ',A,nowhere,boss']
			})
		);

		expect(faults.map((line) => line.split(': ')[0])).toEqual([
			'staff.csv:2:1',
			'staff.csv:2:3',
			'staff.csv:2:4',
			'young-people.csv:2:2',
			'young-people.csv:2:4',
			'young-people.csv:2:6',
			'young-people.csv:3:1'
		]);
	});
});

onBothEngines('a fault of an import', (engine) => {
	test('never quotes a name or a date of birth', async () => {
		const app = await engine.open({ now: () => NOW });
		const names = ['Zebedee', 'Quillfeather', 'Zeb'];
		const long = 'Zebedee'.repeat(40);

		const { faults } = await importFolder(
			app,
			OPERATOR,
			importFiles({
				'staff.csv': [STAFF, 'S1,Quillfeather,Quillfeather,Zebedee'],
				'young-people.csv': [
					'ref,first_name,last_name,known_as,date_of_birth,disabled,language',
					`Y1,${long},Quillfeather\u0007,Zeb,31/12/1999,Zebedee,Quillfeather Zeb`
				],
				'meetings.csv': ['ref,kind,young_person_refs,scheduled_for', 'M1,Zebedee,Y1,Quillfeather'],
				'attendance.csv': ['meeting_ref,young_person_ref,participation_code', 'M1,Y1,Zeb']
			})
		);

		expect(faults.length).toBeGreaterThan(8);
		for (const text of [...names, '31/12/1999', '1999'])
			expect(faults.join('\n')).not.toContain(text);
	});

	test('and a folder that is not there, or holds nothing, is one too', async () => {
		const app = await engine.open({ now: () => NOW });

		const missing = await importFolder(app, OPERATOR, '/nowhere/at/all');
		const empty = await importFolder(app, OPERATOR, importFiles({}));

		expect(missing.faults).toEqual([expect.stringContaining('this folder cannot be read')]);
		expect(empty.faults).toEqual([expect.stringContaining('there is nothing to import here')]);
	});

	test('unlike an unknown column or an unknown file, which are warnings', async () => {
		const app = await engine.open({ now: () => NOW });

		const outcome = await importFolder(
			app,
			OPERATOR,
			importFiles({
				'staff.csv': ['ref,name,shoe_size,email,roles', 'S1,Sam,44,sam@eastbrook.example,iro'],
				'pets.csv': ['name']
			})
		);

		expect(outcome.outcome).toBe('done');
		expect(outcome.warnings).toEqual([
			'pets.csv:1:1: warning: this file is not known; it was left out',
			'staff.csv:1:3: warning: the column shoe_size is not known; it was left out'
		]);
	});
});
