import { and, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanText } from '../../forms/clean.ts';
import { londonDate } from '../../language/dates.ts';
import { meetingClocks } from '../../meetings/clocks.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { chairedFor, keysOf, progressOf } from './chaired.ts';
import { chairIds } from './chairs.ts';
import { decisionsOf } from './decisions.ts';
import { recordPlace } from './places.ts';
import type { RecordView, RecordWords } from './views.ts';

/** A record is as long as it has to be, within reason. */
export const MOST_RECORD = 20_000;

interface Of {
	readonly meetingId: string;
	readonly youngPersonId: string;
}

const writing = v.object({
	meetingId: v.string(),
	youngPersonId: v.string(),
	version: v.pipe(v.number(), v.integer()),
	words: v.pipe(v.string(), v.transform(cleanText)),
	language: v.optional(v.string(), 'en')
});
export type RecordChange = v.InferInput<typeof writing>;

/** The record of one young person, for who writes it. A sibling's has its own. */
export function readRecord(core: Core, actor: Actor, of: Of): Promise<RecordView> {
	return core.database.inTransaction(async (tx) => {
		const { row } = await chairedFor(core, tx, actor, 'record.write', of);
		if (row.heldOn === null) throw notFound();
		const kept = await keptRecord(core, tx, of);
		const person = (await youngPeopleByIds(core, tx, [of.youngPersonId])).get(of.youngPersonId);
		const chairs = await chairIds(tx, of.meetingId);
		const by = kept?.row.sentByStaffId;
		const staff = await staffByIds(core, tx, [...chairs, ...(by ? [by] : [])]);
		const { state } = await progressOf(tx, of.meetingId, core.now());
		await trace(core, tx, actor, of, 'record.read');
		const sentAt = kept?.row.sentAt ?? null;
		return {
			meeting: meetingView(meetingRow(row, chairs[0] ?? null), staff, core.now()),
			heldOn: row.heldOn,
			youngPerson: { id: of.youngPersonId, name: person?.name ?? '' },
			words: kept?.words.words ?? '',
			decisions: kept?.words.decisions ?? (await decisionsOf(core, tx, of)),
			final: state === 'final',
			clock: await clockOf(core, tx, row.heldOn, sentAt),
			sent: sentAt === null ? null : { at: sentAt, by: staff.get(by ?? '')?.name ?? '' },
			version: kept?.row.version ?? 0
		};
	});
}

async function clockOf(core: Core, queries: Queries, heldOn: string, sentAt: number | null) {
	const clocks = meetingClocks(
		{
			heldOn,
			scheduledAt: null,
			outcomeDoneAt: null,
			decisionsSentOn: null,
			recordSentOn: sentAt === null ? null : londonDate(sentAt)
		},
		{
			now: core.now(),
			limits: await readLimits(queries),
			extraDays: await readExtraDays(queries)
		}
	);
	return clocks.find(({ name }) => name === 'record') ?? null;
}

/** A record as it is kept, opened. Nothing is decided here about who may read it. */
export async function keptRecord(core: Core, queries: Queries, of: Of) {
	const { records } = queries.tables;
	const [row] = await queries.select().from(records).where(at(queries, of));
	if (!row) return null;
	const { keyId, keys } = await keysOf(core, queries, of.youngPersonId);
	const place = recordPlace(of.meetingId, of.youngPersonId);
	return { row, words: keys.openJson<RecordWords>(keyId, place, row.wordsSealed) };
}

/** Keeps what is written so far. @throws Refusal conflict `after_changed`, `after_record_sent`; invalid `answer_too_long` */
export async function saveRecord(core: Core, actor: Actor, input: RecordChange): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		if (await isKept(core, tx, actor, input)) return;
		const { change, version } = await openRecord(core, tx, actor, input);
		await keep(core, tx, change, { version: version + 1, words: { ...change, decisions: null } });
		await trace(core, tx, actor, change, 'record.saved');
	});
}

/**
 * Sends the record, with the decisions as they stand now: it changes no more. Sent a second time, nothing happens. The
 * meeting's record counts as out on the day the last of its young people's is.
 * @throws Refusal conflict `after_changed`, `after_undecided`; invalid `after_record_empty`, `answer_too_long`
 */
export async function sendRecord(core: Core, actor: Actor, input: RecordChange): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		await chairedFor(core, tx, actor, 'record.write', input);
		const before = await keptRecord(core, tx, input);
		if (isSent(before)) return;
		const { change, version, actorId } = await openRecord(core, tx, actor, input);
		const decisions = await decisionsOf(core, tx, change);
		const undecided = decisions.filter(({ outcome }) => outcome === null).length;
		if (undecided > 0) throw conflict('after_undecided', { points: undecided });
		if (change.words === '' && decisions.length === 0) throw invalid('after_record_empty');
		await keep(core, tx, change, {
			version: version + 1,
			words: { ...change, decisions },
			sentAt: core.now(),
			sentByStaffId: actorId
		});
		await meetingRecordSent(core, tx, change.meetingId);
		await trace(core, tx, actor, change, 'record.sent');
	});
}

const isSent = (kept: Awaited<ReturnType<typeof keptRecord>>): boolean =>
	kept !== null && kept.row.sentAt !== null;

/** The same page sent twice has done it once. */
async function isKept(core: Core, tx: Tx, actor: Actor, input: RecordChange): Promise<boolean> {
	await chairedFor(core, tx, actor, 'record.write', input);
	const before = await keptRecord(core, tx, input);
	return before !== null && !isSent(before) && before.words.words === cleanText(input.words);
}

async function openRecord(core: Core, tx: Tx, actor: Actor, input: RecordChange) {
	const parsed = v.safeParse(writing, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const change = parsed.output;
	if (change.words.length > MOST_RECORD) throw invalid('answer_too_long', { most: MOST_RECORD });
	const chaired = await chairedFor(core, tx, actor, 'record.write', change);
	if (chaired.row.heldOn === null) throw conflict('after_not_held');
	const before = await keptRecord(core, tx, change);
	if (isSent(before)) throw conflict('after_record_sent');
	const version = before?.row.version ?? 0;
	if (version !== change.version) throw conflict('after_changed');
	return { change, version, actorId: chaired.actor.id };
}

async function keep(
	core: Core,
	tx: Tx,
	of: Of,
	kept: {
		readonly version: number;
		readonly words: RecordWords;
		readonly sentAt?: number;
		readonly sentByStaffId?: string;
	}
): Promise<void> {
	const { records } = tx.tables;
	const { keyId, keys } = await keysOf(core, tx, of.youngPersonId);
	const { words: written, ...columns } = kept;
	const { words, language, decisions } = written;
	const row = {
		...columns,
		wordsSealed: keys.sealJson(keyId, recordPlace(of.meetingId, of.youngPersonId), {
			words,
			language,
			decisions
		}),
		updatedAt: core.now()
	};
	await tx
		.insert(records)
		.values({ meetingId: of.meetingId, youngPersonId: of.youngPersonId, ...row })
		.onConflictDoUpdate({ target: [records.meetingId, records.youngPersonId], set: row });
}

async function meetingRecordSent(core: Core, tx: Tx, meetingId: string): Promise<void> {
	const { meetings, meetingYoungPeople, records } = tx.tables;
	const [missing] = await tx
		.select({ id: meetingYoungPeople.youngPersonId })
		.from(meetingYoungPeople)
		.leftJoin(
			records,
			and(
				eq(records.meetingId, meetingYoungPeople.meetingId),
				eq(records.youngPersonId, meetingYoungPeople.youngPersonId)
			)
		)
		.where(and(eq(meetingYoungPeople.meetingId, meetingId), isNull(records.sentAt)))
		.limit(1);
	if (missing) return;
	await tx
		.update(meetings)
		.set({ recordSentOn: londonDate(core.now()) })
		.where(and(eq(meetings.id, meetingId), isNull(meetings.recordSentOn)));
}

function at({ tables: { records } }: Queries, of: Of) {
	return and(eq(records.meetingId, of.meetingId), eq(records.youngPersonId, of.youngPersonId));
}

async function trace(
	core: Core,
	tx: Tx,
	actor: Actor,
	of: Of,
	action: 'record.read' | 'record.saved' | 'record.sent'
): Promise<void> {
	await core.audit.record(tx, {
		action,
		actor,
		youngPersonId: of.youngPersonId,
		subject: { kind: 'record', id: of.meetingId }
	});
}
