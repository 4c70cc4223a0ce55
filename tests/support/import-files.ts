import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for an import, gone when the test is over. Lists of lines become a file. */
export function importFiles(files: Files): string {
	const folder = writeFiles(files);
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

type Files = Readonly<Record<string, readonly string[] | Buffer>>;

/** The same, for whoever takes it away themselves. */
export function writeFiles(files: Files): string {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-import-'));
	for (const [name, content] of Object.entries(files)) {
		const bytes = Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`;
		writeFileSync(join(folder, name), bytes);
	}
	return folder;
}

/** A small council's files, each of them right. */
export const GOOD_FILES = {
	'staff.csv': [
		'ref,name,email,roles',
		'S1,Sam Okoro,sam@eastbrook.example,iro',
		'S2,Helen Marsh,helen@eastbrook.example,iro;manager',
		'S3,Liam Foster,liam@eastbrook.example,social_worker'
	],
	'young-people.csv': [
		'ref,first_name,last_name,known_as,date_of_birth,sex,ethnicity,disabled,unaccompanied,language,dialect,iro_ref,social_worker_ref,team',
		'Y1,Amina,Idris,,2011-03-05,female,Black African,no,yes,ar,Sudanese Arabic,S1,S3,East',
		'Y2,Ruth,Bennett,Ruthie,2014-05-06,female,,,,en,,S2,,',
		'Y3,Eli,Bennett,,2018-07-08,male,,,,en,,S2,,'
	],
	'care-periods.csv': [
		'young_person_ref,status,started_on,ended_on',
		'Y1,looked_after,2026-03-02,',
		'Y2,child_protection,2026-08-03,',
		'Y3,child_protection,2026-08-03,'
	],
	'meetings.csv': [
		'ref,kind,young_person_refs,scheduled_for,due_by,held_on,cancelled,chair_ref,decisions_sent_on,record_sent_on',
		'M1,looked_after_review,Y1,2026-03-25T10:00,,2026-03-25,,S1,2026-03-30,2026-04-20',
		'M2,looked_after_review,Y1,2026-06-24T10:00,,2026-06-24,no,S1,,',
		'M3,looked_after_review,Y1,2026-11-27T16:00,,,,S1,,',
		'M4,review_conference,Y2;Y3,2026-11-30T10:00,2026-11-03,,,S2,,'
	],
	'attendance.csv': ['meeting_ref,young_person_ref,participation_code', 'M1,Y1,PN6', 'M2,Y1,']
} as const;
