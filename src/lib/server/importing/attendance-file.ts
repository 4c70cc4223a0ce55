import { and, eq } from 'drizzle-orm';
import { PARTICIPATION_CODES } from '../../meetings/participation.ts';
import { eachChunk } from '../db/in-chunks.ts';
import { noCounts, type ImportContext, type Plan } from './context.ts';
import type { Header } from './csv-file.ts';
import type { KnownMeeting } from './known-meetings.ts';
import type { MeetingsPlan } from './meetings-file.ts';
import { onceEach, type RowReader } from './row-reader.ts';

export const ATTENDANCE_HEADER: Header = {
	file: 'attendance.csv',
	columns: ['meeting_ref', 'young_person_ref', 'participation_code'],
	required: ['meeting_ref', 'young_person_ref', 'participation_code']
};

interface AttendanceRow {
	readonly reader: RowReader;
	readonly meetingRef: string;
	readonly youngPersonRef: string;
	/** Null: not recorded. */
	readonly code: string | null;
}

export function readAttendanceRow(reader: RowReader): AttendanceRow {
	return {
		reader,
		meetingRef: reader.required('meeting_ref'),
		youngPersonRef: reader.required('young_person_ref'),
		code: reader.oneOf('participation_code', PARTICIPATION_CODES) ?? null
	};
}

interface Place {
	readonly meetingId: string;
	readonly youngPersonId: string;
}

/** Who is at which meeting and with which code: `meetings.csv` says the one, `attendance.csv` the other. */
export function planAttendance(
	{ tx }: ImportContext,
	rows: readonly AttendanceRow[],
	meetings: MeetingsPlan,
	known: ReadonlyMap<string, KnownMeeting>,
	findPerson: (ref: string) => string | undefined
): Plan {
	const { meetingYoungPeople } = tx.tables;
	const counts = noCounts();
	const added: (Place & { participationCode: string | null })[] = [];
	const changed: (Place & { participationCode: string | null })[] = [];
	const gone: Place[] = [];
	const codes = new Map<string, string | null>();

	const unique = onceEach(
		rows,
		({ meetingRef, youngPersonRef }) =>
			meetingRef && youngPersonRef && `${meetingRef}\0${youngPersonRef}`,
		(row, line) => row.reader.fault('young_person_ref', 'row_twice', { what: 'attendance', line })
	);
	for (const row of unique.values()) {
		const { reader, meetingRef, youngPersonRef, code } = row;
		const wanted = meetings.wanted.get(meetingRef);
		const there = wanted?.there ?? known.get(meetingRef);
		const meetingId = wanted?.id ?? there?.id;
		const youngPersonId = findPerson(youngPersonRef);
		if (meetingId === undefined)
			reader.fault('meeting_ref', 'meeting_unknown', { ref: meetingRef });
		if (youngPersonId === undefined)
			reader.fault('young_person_ref', 'young_person_unknown', { ref: youngPersonRef });
		if (meetingId === undefined || youngPersonId === undefined) continue;
		const covered = wanted
			? wanted.youngPersonIds.includes(youngPersonId)
			: there?.participants.has(youngPersonId);
		if (!covered) reader.fault('young_person_ref', 'not_in_meeting', { ref: youngPersonRef });

		codes.set(`${meetingId} ${youngPersonId}`, code);
		const before = there?.participants.get(youngPersonId);
		if (before === undefined) counts.added += 1;
		else if (before === code) counts.unchanged += 1;
		else {
			counts.changed += 1;
			changed.push({ meetingId, youngPersonId, participationCode: code });
		}
	}

	for (const { id: meetingId, there, youngPersonIds } of meetings.wanted.values()) {
		for (const youngPersonId of youngPersonIds) {
			const participationCode = codes.get(`${meetingId} ${youngPersonId}`) ?? null;
			if (!there?.participants.has(youngPersonId))
				added.push({ meetingId, youngPersonId, participationCode });
		}
		for (const youngPersonId of there?.participants.keys() ?? [])
			if (!youngPersonIds.includes(youngPersonId)) gone.push({ meetingId, youngPersonId });
	}

	const at = ({ meetingId, youngPersonId }: Place) =>
		and(
			eq(meetingYoungPeople.meetingId, meetingId),
			eq(meetingYoungPeople.youngPersonId, youngPersonId)
		);
	return {
		counts,
		async write() {
			for (const place of gone) await tx.delete(meetingYoungPeople).where(at(place));
			await eachChunk(added, (chunk) => tx.insert(meetingYoungPeople).values(chunk));
			for (const { participationCode, ...place } of changed)
				await tx.update(meetingYoungPeople).set({ participationCode }).where(at(place));
		}
	};
}
