import { randomBytes, randomUUID } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Translator } from '../../language/translator.ts';
import { meetingKindOf } from '../../meetings/kinds.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import { hashOfToken } from '../accounts/lucia-adapter.ts';
import type { Core } from '../core.ts';
import { actingFor } from '../cover/acting.ts';
import type { Queries, Tx } from '../db/database.ts';
import { inChunks } from '../db/in-chunks.ts';
import { notFound } from '../errors.ts';
import { chairedByOneOf } from '../meetings/meeting-rows.ts';

const DAY_MS = 86_400_000;
/** How far back a calendar is told of what was. */
const BACK_DAYS = 60;
/** Where nothing is said about how long it takes. */
const USUAL_MINUTES = 60;
const TOKEN = /^[A-Za-z0-9_-]{40}$/;

export interface CalendarView {
	/** Since when there is an address; null where there is none. */
	readonly since: number | null;
}

/** Whether the actor has an address for their calendar. The address itself is not kept. */
export async function ownCalendar(queries: Queries, actor: Actor): Promise<CalendarView> {
	demandOfStaff('calendar.make', actor);
	const { calendarFeeds } = queries.tables;
	const [feed] = await queries
		.select({ createdAt: calendarFeeds.createdAt })
		.from(calendarFeeds)
		.where(and(eq(calendarFeeds.staffId, actor.id), isNull(calendarFeeds.revokedAt)));
	return { since: feed?.createdAt ?? null };
}

/** A new address, told this once; one from before ends. */
export async function makeCalendar(core: Core, actor: Actor): Promise<{ readonly token: string }> {
	demandOfStaff('calendar.make', actor);
	return core.database.inTransaction(async (tx) => {
		await revoke(core, tx, actor);
		const token = randomBytes(30).toString('base64url');
		const id = randomUUID();
		await tx.insert(tx.tables.calendarFeeds).values({
			id,
			staffId: actor.id,
			tokenHash: hashOfToken(token),
			createdAt: core.now()
		});
		const subject = { kind: 'calendar', id };
		await core.audit.record(tx, { action: 'calendar.made', actor, subject });
		return { token };
	});
}

export async function revokeCalendar(core: Core, actor: Actor): Promise<void> {
	demandOfStaff('calendar.make', actor);
	return core.database.inTransaction((tx) => revoke(core, tx, actor));
}

async function revoke(core: Core, tx: Tx, actor: Actor): Promise<void> {
	const { calendarFeeds } = tx.tables;
	const running = and(eq(calendarFeeds.staffId, actor.id ?? ''), isNull(calendarFeeds.revokedAt));
	const feeds = await tx.select({ id: calendarFeeds.id }).from(calendarFeeds).where(running);
	await tx.update(calendarFeeds).set({ revokedAt: core.now() }).where(running);
	for (const { id } of feeds)
		await core.audit.record(tx, {
			action: 'calendar.revoked',
			actor,
			subject: { kind: 'calendar', id }
		});
}

/**
 * What a calendar fetches: when meetings are, what they are and how long. Nobody's name, no place, no link into a room:
 * whoever holds the address sees a diary with nobody in it.
 * @throws Refusal `not_found` for what is no address, or one that has ended
 */
export async function calendarFile(
	core: Core,
	queries: Queries,
	token: string,
	given: { readonly translator: (tag: string) => Translator; readonly origin: string }
): Promise<string> {
	const owner = await ownerOf(queries, token);
	if (!owner) throw notFound();
	const { t } = given.translator(owner.language ?? 'en');
	const now = core.now();
	const acting = await actingFor(queries, owner.staffId, now);
	const calendar = ical({
		name: t('diary:calendar.name'),
		prodId: { company: 'Sayso', product: 'Sayso', language: 'EN' },
		method: ICalCalendarMethod.PUBLISH,
		ttl: 3600
	});
	for (const event of await eventsOf(queries, acting, now - BACK_DAYS * DAY_MS))
		calendar.createEvent({
			id: `${event.id}@sayso`,
			start: new Date(event.at),
			end: new Date(event.at + event.minutes * 60_000),
			stamp: new Date(event.createdAt),
			sequence: event.version,
			summary: t(`desk:kind.${event.kind}`),
			status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
			url: `${given.origin}/desk/meetings/${event.meetingId}`
		});
	return calendar.toString();
}

async function ownerOf(queries: Queries, token: string) {
	if (!TOKEN.test(token)) return null;
	const { calendarFeeds, staff, staffRoles, accounts } = queries.tables;
	const [owner] = await queries
		.select({ staffId: calendarFeeds.staffId, language: accounts.language })
		.from(calendarFeeds)
		.innerJoin(staff, and(eq(staff.id, calendarFeeds.staffId), eq(staff.active, 1)))
		.innerJoin(staffRoles, and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, 'iro')))
		.leftJoin(accounts, eq(accounts.staffId, staff.id))
		.where(and(eq(calendarFeeds.tokenHash, hashOfToken(token)), isNull(calendarFeeds.revokedAt)));
	return owner ?? null;
}

/** Each meeting, or each part of one that is a series, that these chair. */
async function eventsOf(queries: Queries, chairIds: readonly string[], since: number) {
	const { meetings, meetingYoungPeople, meetingSittings, youngPeople } = queries.tables;
	const rows = await queries
		.selectDistinct({
			id: meetings.id,
			kind: meetings.kind,
			scheduledAt: meetings.scheduledAt,
			minutes: meetings.minutes,
			cancelledAt: meetings.cancelledAt,
			version: meetings.version,
			createdAt: meetings.createdAt
		})
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(
			and(
				isNotNull(meetings.scheduledAt),
				gte(meetings.scheduledAt, since),
				chairedByOneOf(queries, chairIds)
			)
		)
		.orderBy(asc(meetings.scheduledAt), asc(meetings.id));
	const sittings = Map.groupBy(
		await inChunks(
			rows.map(({ id }) => id),
			(chunk) =>
				queries.select().from(meetingSittings).where(inArray(meetingSittings.meetingId, chunk))
		),
		({ meetingId }) => meetingId
	);
	return rows.flatMap((row) => {
		const whole = {
			meetingId: row.id,
			kind: meetingKindOf(row.kind),
			minutes: row.minutes ?? USUAL_MINUTES,
			version: row.version,
			createdAt: row.createdAt
		};
		const cancelled = row.cancelledAt !== null;
		const parts = sittings.get(row.id);
		if (!parts) return [{ ...whole, id: row.id, at: row.scheduledAt ?? 0, cancelled }];
		return parts.map((part) => ({
			...whole,
			id: part.id,
			at: part.scheduledAt,
			cancelled: cancelled || part.cancelledAt !== null
		}));
	});
}
