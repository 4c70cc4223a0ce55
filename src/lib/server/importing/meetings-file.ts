import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { CONFERENCES, MEETING_KINDS, type MeetingKind } from '../../meetings/kinds.ts';
import { eachChunk } from '../db/in-chunks.ts';
import { given, isSame, noCounts, type ImportContext, type Plan } from './context.ts';
import type { CarePeriod } from './care-periods-file.ts';
import type { Header } from './csv-file.ts';
import { workOutDueDates } from './due-by.ts';
import type { KnownMeeting, WantedMeeting } from './known-meetings.ts';
import { onceEach, type RowReader } from './row-reader.ts';
import type { StaffMember } from './staff-file.ts';
import { staffId } from './young-people-file.ts';

export const MEETINGS_HEADER: Header = {
	file: 'meetings.csv',
	columns: [
		'ref',
		'kind',
		'young_person_refs',
		'scheduled_for',
		'due_by',
		'held_on',
		'cancelled',
		'chair_ref',
		'decisions_sent_on',
		'record_sent_on'
	],
	required: ['ref', 'kind', 'young_person_refs']
};

interface MeetingFileRow {
	readonly reader: RowReader;
	readonly ref: string;
	readonly kind: MeetingKind | null;
	readonly youngPersonRefs: readonly string[];
	readonly scheduledAt: number | null | undefined;
	readonly dueBy: string | null | undefined;
	readonly heldOn: string | null | undefined;
	readonly cancelled: 'yes' | 'no' | null | undefined;
	readonly chairRef: string | null | undefined;
	readonly decisionsSentOn: string | null | undefined;
	readonly recordSentOn: string | null | undefined;
}

export function readMeetingRow(reader: RowReader): MeetingFileRow {
	const kind = reader.required('kind') ? (reader.oneOf('kind', MEETING_KINDS) ?? null) : null;
	const youngPersonRefs = reader.several('young_person_refs');
	if (kind && !CONFERENCES.includes(kind) && youngPersonRefs.length > 1)
		reader.fault('young_person_refs', 'one_young_person');
	const heldOn = reader.date('held_on');
	const cancelled = reader.oneOf('cancelled', ['yes', 'no']);
	if (heldOn && cancelled === 'yes') reader.fault('cancelled', 'held_and_cancelled');
	return {
		reader,
		ref: reader.required('ref'),
		kind,
		youngPersonRefs,
		scheduledAt: reader.time('scheduled_for'),
		dueBy: reader.date('due_by', { mayBeToCome: true }),
		heldOn,
		cancelled,
		chairRef: reader.text('chair_ref'),
		decisionsSentOn: sentOn(reader, 'decisions_sent_on', heldOn),
		recordSentOn: sentOn(reader, 'record_sent_on', heldOn)
	};
}

function sentOn(reader: RowReader, column: string, heldOn: string | null | undefined) {
	const on = reader.date(column);
	if (on && heldOn && on < heldOn) reader.fault(column, 'before_start', { other: 'held_on' });
	return on;
}

export interface MeetingsPlan extends Plan {
	readonly wanted: ReadonlyMap<string, WantedMeeting>;
	/** Those that are new, or no longer as they were. */
	readonly touched: readonly string[];
}

export async function planMeetings(
	context: ImportContext,
	rows: readonly MeetingFileRow[],
	known: ReadonlyMap<string, KnownMeeting>,
	periods: readonly CarePeriod[],
	find: {
		readonly person: (ref: string) => string | undefined;
		readonly staff: (ref: string) => StaffMember | undefined;
	}
): Promise<MeetingsPlan> {
	const { tx, core } = context;
	const unique = onceEach(
		rows,
		({ ref }) => ref,
		(row, line) => row.reader.fault('ref', 'ref_twice', { ref: row.ref, line })
	);
	const drafted = [...unique.values()].map((row) =>
		wantedOf(row, known.get(row.ref) ?? null, core.now(), find)
	);
	// Rows with faults have no kind or people to work with, and are not written anyway.
	const faulty = context.findings.faults.length > 0;
	const dueDates = await workOutDueDates(tx, faulty ? [] : drafted, periods);
	const wanted = drafted.map((meeting) => {
		const dueBy = dueDates.get(meeting.id);
		return dueBy === undefined ? meeting : { ...meeting, columns: { ...meeting.columns, dueBy } };
	});
	const added = wanted.filter(({ there }) => there === null);
	const changed = wanted.filter(({ there, columns }) => there && !isSame(columns, there));
	const recovered = wanted.filter(({ there, youngPersonIds }) => {
		if (!there) return false;
		const { participants } = there;
		return (
			participants.size !== youngPersonIds.length ||
			youngPersonIds.some((id) => !participants.has(id))
		);
	});
	const touched = new Set([...added, ...changed, ...recovered].map(({ id }) => id));
	const counts = noCounts();
	counts.added = added.length;
	counts.changed = touched.size - added.length;
	counts.unchanged = wanted.length - touched.size;

	return {
		counts,
		wanted: new Map(wanted.map((meeting) => [meeting.ref, meeting])),
		touched: [...touched],
		async write() {
			const { meetings } = tx.tables;
			const createdAt = core.now();
			await eachChunk(added, (chunk) =>
				tx
					.insert(meetings)
					.values(chunk.map(({ id, ref, columns }) => ({ id, ref, ...columns, createdAt })))
			);
			for (const { id, columns } of changed)
				await tx.update(meetings).set(columns).where(eq(meetings.id, id));
		}
	};
}

function wantedOf(
	row: MeetingFileRow,
	there: KnownMeeting | null,
	now: number,
	find: Parameters<typeof planMeetings>[4]
): WantedMeeting {
	const { reader } = row;
	const wasCancelled = there !== null && there.cancelledAt !== null;
	const cancelled = given(row.cancelled, wasCancelled ? 'yes' : 'no') === 'yes';
	const chairId = staffId(reader, 'chair_ref', row.chairRef, 'iro', find.staff);
	const dueBy = given(row.dueBy, there?.dueBy ?? null);
	return {
		id: there?.id ?? randomUUID(),
		ref: row.ref,
		there,
		youngPersonIds: peopleOf(row, find.person),
		dueByIsEmpty: dueBy === null,
		columns: {
			kind: row.kind ?? '',
			scheduledAt: given(row.scheduledAt, there?.scheduledAt ?? null),
			dueBy,
			heldOn: given(row.heldOn, there?.heldOn ?? null),
			cancelledAt: cancelled ? (there?.cancelledAt ?? now) : null,
			chairId: given(chairId, there?.chairId ?? null),
			decisionsSentOn: given(row.decisionsSentOn, there?.decisionsSentOn ?? null),
			recordSentOn: given(row.recordSentOn, there?.recordSentOn ?? null)
		}
	};
}

function peopleOf(row: MeetingFileRow, findPerson: (ref: string) => string | undefined): string[] {
	const ids = new Set<string>();
	for (const ref of row.youngPersonRefs) {
		const id = findPerson(ref);
		if (id === undefined) row.reader.fault('young_person_refs', 'young_person_unknown', { ref });
		else if (ids.has(id)) row.reader.fault('young_person_refs', 'young_person_twice', { ref });
		else ids.add(id);
	}
	return [...ids];
}
