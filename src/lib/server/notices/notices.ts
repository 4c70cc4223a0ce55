import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { actsFor, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { eachChunk } from '../db/in-chunks.ts';
import type { Queries, Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { queueMessages } from '../mail/queue.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { notBarredFrom } from '../statements/barred.ts';
import { readableStatements } from '../statements/standings.ts';
import type { NoticeView } from '../statements/views.ts';
import { STAFF_NOTICES, YOUNG_PERSON_NOTICES, type NoticeKind } from './kinds.ts';

/** Something to tell a young person or one of the staff: codes and ids, never words. */
export interface Notice {
	readonly to:
		| { readonly youngPersonId: string; readonly kind: (typeof YOUNG_PERSON_NOTICES)[number] }
		| { readonly staffId: string; readonly kind: (typeof STAFF_NOTICES)[number] };
	/** A young person; nobody, where nobody has said who asks. */
	readonly about?: string;
	readonly statementId?: string;
	readonly meetingId?: string;
	/** What else it leads to: an alert, a request, a concern. */
	readonly subjectId?: string;
	readonly byStaffId?: string | null;
	/** Told once under this key, however often it is found to be so. */
	readonly once?: string;
}

/** How many are shown at once; older ones come when these are put away. */
const SHOWN = 50;

export async function tell(tx: Tx, notices: readonly Notice[], now: number): Promise<void> {
	const rows = notices.map(({ to, about, statementId, meetingId, subjectId, byStaffId, once }) => ({
		id: randomUUID(),
		youngPersonId: 'youngPersonId' in to ? to.youngPersonId : null,
		staffId: 'staffId' in to ? to.staffId : null,
		kind: to.kind,
		byStaffId: byStaffId ?? null,
		aboutYoungPersonId: about ?? null,
		statementId: statementId ?? null,
		meetingId: meetingId ?? null,
		subjectId: subjectId ?? null,
		onceKey: once ?? null,
		createdAt: now
	}));
	await eachChunk(rows, (chunk) =>
		tx
			.insert(tx.tables.notices)
			.values(chunk)
			.onConflictDoNothing({ target: tx.tables.notices.onceKey })
	);
	await mailStaff(tx, rows, now);
}

/** These have a mail of their own, each. */
const MAILED_APART = new Set<string>(['alert_waits', 'alert_unheard']);

/** That something waits at their desk: one mail a person and day, whatever comes in. */
async function mailStaff(
	tx: Tx,
	rows: readonly { readonly staffId: string | null; readonly kind: string }[],
	now: number
): Promise<void> {
	const mailed = rows.filter(({ kind }) => !MAILED_APART.has(kind));
	const staffIds = [...new Set(mailed.flatMap(({ staffId }) => staffId ?? []))];
	await queueMessages(
		tx,
		staffIds.map((staffId) => ({
			to: { staffId },
			message: 'something_waits',
			onceKey: `notice|${staffId}`
		})),
		now
	);
}

/** What the actor was told and has not put away, newest first. */
export async function noticesOf(
	core: Core,
	queries: Queries,
	actor: Actor,
	kind?: NoticeKind
): Promise<NoticeView[]> {
	const { notices, meetings, youngPeople } = queries.tables;
	const rows = await queries
		.select({ notice: notices, meeting: meetings, officerId: youngPeople.officerId })
		.from(notices)
		.leftJoin(meetings, eq(meetings.id, notices.meetingId))
		.leftJoin(youngPeople, eq(youngPeople.id, notices.aboutYoungPersonId))
		.where(
			and(
				recipient(queries, actor),
				isNull(notices.seenAt),
				kind === undefined ? undefined : eq(notices.kind, kind)
			)
		)
		.orderBy(desc(notices.createdAt), desc(notices.id))
		.limit(SHOWN);
	if (rows.length === 0) return [];
	const people = await youngPeopleByIds(
		core,
		queries,
		rows.flatMap(({ notice }) => notice.aboutYoungPersonId ?? [])
	);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ notice, meeting, officerId }) =>
			[notice.byStaffId, meeting?.chairId ?? officerId].flatMap((id) => id ?? [])
		)
	);
	// Who told of it may no longer be who can open it; a young person's own are theirs.
	const ids = rows.flatMap(({ notice }) => notice.statementId ?? []);
	const readable = actor.kind === 'staff' ? await readableStatements(queries, actor, ids) : null;
	const now = core.now();
	return rows.map(({ notice, meeting, officerId }) => ({
		id: notice.id,
		kind: noticeKindOf(notice.kind),
		youngPersonName: people.get(notice.aboutYoungPersonId ?? '')?.name ?? null,
		byName: staff.get(notice.byStaffId ?? '')?.name ?? null,
		statementId: readable?.has(notice.statementId ?? '') === false ? null : notice.statementId,
		subjectId: notice.subjectId,
		meeting: meeting && meetingView(meetingRow(meeting, officerId), staff, now),
		mayAct: actor.kind === 'staff' && actsFor(actor).includes(meeting?.chairId ?? officerId ?? ''),
		createdAt: notice.createdAt
	}));
}

/** Puts a notice away; one that was put away already stays so. @throws Refusal `not_found` */
export async function dismissNotice(core: Core, actor: Actor, noticeId: string): Promise<void> {
	if (!isId(noticeId)) throw notFound();
	await core.database.inTransaction(async (tx) => {
		const { notices } = tx.tables;
		const mine = and(eq(notices.id, noticeId), recipient(tx, actor));
		const [found] = await tx.select({ seenAt: notices.seenAt }).from(notices).where(mine);
		if (!found) throw notFound();
		if (found.seenAt !== null) return;
		await tx.update(notices).set({ seenAt: core.now() }).where(mine);
		await core.audit.record(tx, {
			action: 'notice.put_away',
			actor,
			subject: { kind: 'notice', id: noticeId }
		});
	});
}

/** What a young person was told of a statement is known to them once they read it. */
export async function statementNoticesSeen(
	tx: Tx,
	youngPersonId: string,
	statementId: string,
	now: number
): Promise<void> {
	const { notices } = tx.tables;
	await putAway(
		tx,
		and(eq(notices.youngPersonId, youngPersonId), eq(notices.statementId, statementId)),
		now
	);
}

/** What was told of a request, a concern or an alert is known: it was read, or somebody has taken it. */
export async function subjectNoticesSeen(
	tx: Tx,
	of: { readonly subjectId: string; readonly kinds: readonly NoticeKind[] },
	now: number
): Promise<void> {
	const { notices } = tx.tables;
	await putAway(
		tx,
		and(eq(notices.subjectId, of.subjectId), inArray(notices.kind, [...of.kinds])),
		now
	);
}

/** What a young person was told of a meeting is known to them, or is done. */
export async function meetingNoticesSeen(
	tx: Tx,
	of: { readonly youngPersonId: string; readonly meetingId: string },
	kind: (typeof YOUNG_PERSON_NOTICES)[number],
	now: number
): Promise<void> {
	const { notices } = tx.tables;
	await putAway(
		tx,
		and(
			eq(notices.youngPersonId, of.youngPersonId),
			eq(notices.meetingId, of.meetingId),
			eq(notices.kind, kind)
		),
		now
	);
}

/** Those of these notices that were not put away yet. */
async function putAway(tx: Tx, which: SQL | undefined, now: number): Promise<void> {
	const { notices } = tx.tables;
	await tx
		.update(notices)
		.set({ seenAt: now })
		.where(and(which, isNull(notices.seenAt)));
}

function recipient(queries: Queries, actor: Actor) {
	const { notices } = queries.tables;
	if (actor.kind === 'young_person') return eq(notices.youngPersonId, actor.id);
	// Whom a statement is locked from is told nothing of it.
	if (actor.kind === 'staff')
		return and(
			inArray(notices.staffId, actsFor(actor)),
			notBarredFrom(queries, actor.id, notices.statementId)
		);
	throw notFound();
}

function noticeKindOf(text: string): NoticeKind {
	const kind = [...YOUNG_PERSON_NOTICES, ...STAFF_NOTICES].find((known) => known === text);
	if (!kind) throw new Error(`not a kind of notice: ${text}`);
	return kind;
}

/** What staff were told of a statement holds no longer. */
export async function withdrawNotices(tx: Tx, statementId: string, now: number): Promise<void> {
	const { notices } = tx.tables;
	await putAway(tx, eq(notices.statementId, statementId), now);
}
