import { londonDate } from '../../language/dates.ts';
import { demand, rolesOf, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { keepStandings } from '../figures/standing.ts';
import { settle } from '../meetings/settle.ts';
import { ATTENDANCE_HEADER, planAttendance, readAttendanceRow } from './attendance-file.ts';
import { CARE_PERIODS_HEADER, planCarePeriods, readCarePeriodRow } from './care-periods-file.ts';
import type { Counts, ImportContext } from './context.ts';
import { readCsvFile, type Header } from './csv-file.ts';
import { faultLine, warningLine, type Findings } from './faults.ts';
import { readFolder } from './folder.ts';
import { knownMeetings } from './known-meetings.ts';
import { knownPeople } from './known-people.ts';
import { MEETINGS_HEADER, planMeetings, readMeetingRow } from './meetings-file.ts';
import { readRow, type RowReader } from './row-reader.ts';
import { planStaff, readStaffRow, STAFF_HEADER } from './staff-file.ts';
import {
	planSurveyResponses,
	readSurveyResponseRow,
	SURVEY_RESPONSES_HEADER
} from './survey-responses-file.ts';
import { planYoungPeople, readYoungPersonRow, YOUNG_PEOPLE_HEADER } from './young-people-file.ts';

const HEADERS = [
	STAFF_HEADER,
	YOUNG_PEOPLE_HEADER,
	CARE_PERIODS_HEADER,
	MEETINGS_HEADER,
	ATTENDANCE_HEADER,
	SURVEY_RESPONSES_HEADER
];

const FILES = HEADERS.map(({ file }) => file);

export interface ImportOutcome {
	readonly outcome: 'done' | 'would_do' | 'refused';
	/** By file, in the order they are taken. Empty when refused. */
	readonly counts: readonly (readonly [file: string, counts: Counts])[];
	/** Sentences for the operator: `file:line:column: …` */
	readonly faults: readonly string[];
	readonly warnings: readonly string[];
}

/**
 * Takes a folder of the case system's files: wholly, or not at all when anything in them is wrong. What is known by its
 * reference is brought up to date, what is unchanged is not touched, and nothing is ever taken away because a file does
 * not name it. Statements are linked and re-linked in the same transaction.
 */
export async function importFolder(
	core: Core,
	actor: Actor,
	folder: string,
	options: { readonly dryRun?: boolean } = {}
): Promise<ImportOutcome> {
	demand('data.import', rolesOf(actor));
	const findings: Findings = { faults: [], warnings: [] };
	const files = await readFolder(folder, FILES, findings);
	const today = londonDate(core.now());
	let readable = findings.faults.length === 0;
	const rowsOf = <T>(header: Header, read: (reader: RowReader) => T): T[] => {
		const bytes = files.get(header.file);
		if (!bytes) return [];
		const file = readCsvFile(bytes, header, findings);
		// With a whole file missing, every reference to it would look like a fault of its own.
		if (file === null) readable = false;
		return file === null ? [] : file.rows.map((row) => read(readRow(file, row, today, findings)));
	};
	const staffRows = rowsOf(STAFF_HEADER, readStaffRow);
	const peopleRows = rowsOf(YOUNG_PEOPLE_HEADER, readYoungPersonRow);
	const periodRows = rowsOf(CARE_PERIODS_HEADER, readCarePeriodRow);
	const meetingRows = rowsOf(MEETINGS_HEADER, readMeetingRow);
	const attendanceRows = rowsOf(ATTENDANCE_HEADER, readAttendanceRow);
	const surveyRows = rowsOf(SURVEY_RESPONSES_HEADER, readSurveyResponseRow);

	const outcome = (counts: ImportOutcome['counts']): ImportOutcome => {
		const refused = findings.faults.length > 0;
		return {
			outcome: refused ? 'refused' : options.dryRun ? 'would_do' : 'done',
			counts: refused ? [] : counts,
			faults: findings.faults.sort(inReadingOrder).map(faultLine),
			warnings: findings.warnings.map(warningLine)
		};
	};
	if (!readable) return outcome([]);

	const counts = await core.database.inTransaction(async (tx) => {
		const context: ImportContext = { core, tx, findings };
		const staff = await planStaff(context, staffRows);
		const people = planYoungPeople(
			context,
			peopleRows,
			await knownPeople(context, [
				...peopleRows.map(({ ref }) => ref),
				...periodRows.map(({ youngPersonRef }) => youngPersonRef),
				...meetingRows.flatMap(({ youngPersonRefs }) => youngPersonRefs),
				...attendanceRows.map(({ youngPersonRef }) => youngPersonRef)
			]),
			staff.find
		);
		const periods = await planCarePeriods(context, periodRows, people.find);
		const known = await knownMeetings(tx, [
			...meetingRows.map(({ ref }) => ref),
			...attendanceRows.map(({ meetingRef }) => meetingRef)
		]);
		const meetings = await planMeetings(context, meetingRows, known, periods.periods, {
			person: people.find,
			staff: staff.find
		});
		const attendance = planAttendance(context, attendanceRows, meetings, known, people.find);
		const surveys = await planSurveyResponses(context, surveyRows);

		const plans = [staff, people, periods, meetings, attendance, surveys];
		const changes = HEADERS.flatMap(({ file }, index) => {
			const plan = plans[index];
			return plan && files.has(file) ? [[file, plan.counts] as const] : [];
		});
		if (findings.faults.length > 0 || options.dryRun) return changes;
		for (const plan of plans) await plan.write();
		await keepStandings(core, tx, {
			meetingIds: meetings.touched,
			youngPersonIds: people.bornAnew,
			careOf: periods.careOf
		});
		await core.audit.record(tx, { action: 'import.done', actor, detail: totals(changes) });
		await settle(core, tx, {
			meetingIds: meetings.touched,
			youngPersonIds: people.officerChanged,
			actor
		});
		return changes;
	});

	return outcome(counts);
}

type Placed = Findings['faults'][number];

function inReadingOrder(a: Placed, b: Placed): number {
	const order = (file: string) => FILES.indexOf(file);
	return order(a.file) - order(b.file) || a.line - b.line || a.column - b.column;
}

function totals(changes: ImportOutcome['counts']): Record<string, number> {
	return Object.fromEntries(
		changes.flatMap(([file, { added, changed, unchanged }]) => [
			[`${file} added`, added],
			[`${file} changed`, changed],
			[`${file} unchanged`, unchanged]
		])
	);
}
