import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import * as v from 'valibot';
import type { Period } from '../../figures/periods.ts';
import { londonDate } from '../../language/dates.ts';
import {
	CHILD_TOOK_PART,
	MET_BEFORE,
	OTHER_REPORTS,
	PARENTS_THERE,
	RECORD_QUESTION_IDS,
	REPORT_SHARED,
	unsaid,
	type ConferenceRecord,
	type RecordQuestion
} from '../../meetings/conference-record.ts';
import { CONFERENCES, meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import { demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { findMeeting, type MeetingsRow } from '../meetings/standings.ts';

const NOTHING: ConferenceRecord = {
	report: null,
	otherReports: null,
	parentsThere: null,
	metBefore: null,
	childTookPart: null
};

const said = v.object({
	report: v.nullable(v.picklist(REPORT_SHARED)),
	otherReports: v.nullable(v.picklist(OTHER_REPORTS)),
	parentsThere: v.nullable(v.picklist(PARENTS_THERE)),
	metBefore: v.nullable(v.picklist(MET_BEFORE)),
	childTookPart: v.nullable(v.picklist(CHILD_TOOK_PART))
});
const change = v.object({
	...said.entries,
	meetingId: v.string(),
	version: v.pipe(v.number(), v.integer())
});

export interface ConferenceRecordView {
	readonly meeting: { readonly id: string; readonly kind: MeetingKind; readonly on: string };
	readonly record: ConferenceRecord;
	readonly unsaid: readonly RecordQuestion[];
	/** 0 while there is none. */
	readonly version: number;
}

/**
 * The record of a conference, for who chairs it.
 * @throws Refusal `not_found` also where it is no conference; conflict `after_cancelled`, `after_conference_to_come`
 */
export async function readConferenceRecord(
	core: Core,
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<ConferenceRecordView> {
	const { row, on } = await chairedConference(core, queries, actor, meetingId);
	const { version, ...record } = await recordOf(queries, meetingId);
	return {
		meeting: { id: row.id, kind: meetingKindOf(row.kind), on },
		record,
		unsaid: unsaid(record),
		version
	};
}

/**
 * How far the record of a meeting is, for a small word beside what its chair does anyway. Null where there is none to
 * keep, and to whoever may not keep it.
 */
export async function conferenceRecordState(
	core: Core,
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<'missing' | 'begun' | 'done' | null> {
	const { row, standings } = await findMeeting(core, queries, actor, meetingId);
	if (actor.kind !== 'staff' || !standings.includes('chair')) return null;
	if (!isConference(row) || row.cancelledAt !== null || dayOf(core, row) === null) return null;
	const { version, ...record } = await recordOf(queries, meetingId);
	if (version === 0) return 'missing';
	return unsaid(record).length > 0 ? 'begun' : 'done';
}

/**
 * Keeps what the chair saw. Some of it may be left for later, all of it may not.
 * @throws Refusal invalid `after_conference_empty`; conflict `after_changed`, and as reading it does
 */
export async function saveConferenceRecord(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof change>
): Promise<void> {
	const parsed = v.safeParse(change, input);
	if (!parsed.success) throw invalid('answer_unknown');
	const { meetingId, version, ...given } = parsed.output;
	// Nobody who was not there can have been met.
	const wanted = given.parentsThere === 'none' ? { ...given, metBefore: null } : given;
	if (Object.values(wanted).every((one) => one === null)) throw invalid('after_conference_empty');
	await core.database.inTransaction(async (tx) => {
		const chaired = await chairedConference(core, tx, actor, meetingId);
		const { version: kept, ...before } = await recordOf(tx, meetingId);
		if (isSame(before, wanted)) return;
		if (kept !== version) throw conflict('after_changed');
		const { conferenceRecords } = tx.tables;
		const row = {
			...wanted,
			byStaffId: chaired.actor.id,
			version: version + 1,
			updatedAt: core.now()
		};
		if (kept === 0)
			await tx.insert(conferenceRecords).values({ ...row, meetingId, createdAt: core.now() });
		else
			await tx.update(conferenceRecords).set(row).where(eq(conferenceRecords.meetingId, meetingId));
		await core.audit.record(tx, {
			action: 'conference_record.saved',
			actor,
			subject: { kind: 'meeting', id: meetingId },
			detail: { version: version + 1 }
		});
	});
}

/** A conference that was held and whose chair has kept no record. */
export interface ConferenceWithoutRecord {
	readonly meetingId: string;
	readonly kind: MeetingKind;
	/** London date. */
	readonly heldOn: string;
	readonly chairId: string | null;
}

/** Those held in the period, the oldest first. */
export async function conferencesWithoutRecord(
	queries: Queries,
	{ from, to }: Period
): Promise<ConferenceWithoutRecord[]> {
	const { meetings, conferenceRecords } = queries.tables;
	const rows = await queries
		.select({
			meetingId: meetings.id,
			kind: meetings.kind,
			heldOn: meetings.heldOn,
			chairId: meetings.chairId
		})
		.from(meetings)
		.leftJoin(conferenceRecords, eq(conferenceRecords.meetingId, meetings.id))
		.where(
			and(
				inArray(meetings.kind, [...CONFERENCES]),
				gte(meetings.heldOn, from),
				lte(meetings.heldOn, to),
				isNull(meetings.cancelledAt),
				isNull(conferenceRecords.meetingId)
			)
		)
		.orderBy(asc(meetings.heldOn), meetings.id);
	return rows.flatMap(({ kind, heldOn, ...row }) =>
		heldOn === null ? [] : [{ ...row, kind: meetingKindOf(kind), heldOn }]
	);
}

/** What chairs saw at the conferences of a period, without which of them. */
export async function conferenceRecordsOf(
	queries: Queries,
	{ from, to }: Period
): Promise<ConferenceRecord[]> {
	const { meetings, conferenceRecords } = queries.tables;
	const rows = await queries
		.select({ record: conferenceRecords })
		.from(conferenceRecords)
		.innerJoin(meetings, eq(meetings.id, conferenceRecords.meetingId))
		.where(
			and(
				inArray(meetings.kind, [...CONFERENCES]),
				gte(meetings.heldOn, from),
				lte(meetings.heldOn, to),
				isNull(meetings.cancelledAt)
			)
		);
	return rows.map(({ record }) => v.parse(said, record));
}

const isConference = ({ kind }: MeetingsRow): boolean =>
	CONFERENCES.some((conference) => conference === kind);

/** The day it was held, or should have been by now; null while it is to come. */
function dayOf(core: Core, { heldOn, scheduledAt }: MeetingsRow): string | null {
	if (heldOn !== null) return heldOn;
	return scheduledAt !== null && scheduledAt <= core.now() ? londonDate(scheduledAt) : null;
}

async function chairedConference(
	core: Core,
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<{ readonly row: MeetingsRow; readonly on: string; readonly actor: StaffActor }> {
	const { row, standings } = await findMeeting(core, queries, actor, meetingId);
	demandOfStaff('conference.record', actor, standings);
	if (!isConference(row)) throw notFound();
	if (row.cancelledAt !== null) throw conflict('after_cancelled');
	const on = dayOf(core, row);
	if (on === null) throw conflict('after_conference_to_come');
	return { row, on, actor };
}

async function recordOf(
	queries: Queries,
	meetingId: string
): Promise<ConferenceRecord & { readonly version: number }> {
	const { conferenceRecords } = queries.tables;
	const [row] = await queries
		.select()
		.from(conferenceRecords)
		.where(eq(conferenceRecords.meetingId, meetingId));
	return row ? { ...v.parse(said, row), version: row.version } : { ...NOTHING, version: 0 };
}

const isSame = (one: ConferenceRecord, other: ConferenceRecord): boolean =>
	RECORD_QUESTION_IDS.every((question) => one[question] === other[question]);
