import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { londonDate, londonInstant, londonTime } from '../../../language/dates.ts';
import { addWorkingDays, type ExtraDays } from '../../../meetings/working-days.ts';
import type { Core } from '../../core.ts';
import { eachChunk, inChunks } from '../../db/in-chunks.ts';
import type { Queries } from '../../db/database.ts';
import type { STAFF_NOTICES, YOUNG_PERSON_NOTICES } from '../../notices/kinds.ts';
import { tell, type Notice } from '../../notices/notices.ts';
import { staffOfRole } from '../../people/staff-of-role.ts';

/** Something that should have been done by now. */
export interface Late {
	/** Of this lateness and no other, as in `record_late|meeting|young person`. */
	readonly key: string;
	readonly kind: (typeof STAFF_NOTICES)[number];
	readonly lateSince: number;
	/** Whose it is to do. */
	readonly first: readonly string[];
	/** Nobody of these is told. */
	readonly barred?: ReadonlySet<string>;
	/** Whether the managers are told where it is left for a working day more. */
	readonly managers: boolean;
	/** What the young person is told together with them. */
	readonly youngPerson?: (typeof YOUNG_PERSON_NOTICES)[number];
	readonly about?: string;
	readonly statementId?: string;
	readonly meetingId?: string;
	readonly subjectId?: string;
}

/** What was late long before is no news: the lists at the desk show it. Spares a council that begins with Sayso a flood. */
const NEWS_MS = 14 * 86_400_000;
const SOME = 100;

/**
 * Tells of what is late, each person once: first whose it is to do, then, where nothing happens for one more working
 * day, the managers. What was done meanwhile is told no more.
 * @param kinds all that these can be, so that what is not among them any more is put away
 */
export async function raiseLate(
	core: Core,
	kinds: readonly Notice['to']['kind'][],
	all: readonly Late[],
	extraDays: ExtraDays,
	stopping?: AbortSignal
): Promise<void> {
	await putAwayDone(core, kinds, new Set(all.map(({ key }) => key)));
	const { read } = core.database;
	const managers = await staffOfRole(read, 'manager');
	for (let start = 0; start < all.length; start += SOME) {
		if (stopping?.aborted) return;
		const some = all.slice(start, start + SOME);
		const now = core.now();
		const told = await toldAt(
			read,
			some.flatMap((late) => [
				...[...late.first, ...managers].map((id) => `${late.key}|${id}`),
				`${late.key}|young_person`
			])
		);
		const there = await stillThere(
			read,
			some.flatMap(({ first }) => first)
		);
		const untold = some
			.map((late) => ({ ...late, first: late.first.filter((id) => there.has(id)) }))
			.flatMap((late) => noticesOf(late, { told, managers, now, extraDays }))
			.filter(({ once }) => once === undefined || !told.has(once));
		if (untold.length > 0) await core.database.inTransaction((tx) => tell(tx, untold, now));
	}
}

/** Those who are to know of it by now, told already or not. */
function noticesOf(
	late: Late,
	{
		told,
		managers,
		now,
		extraDays
	}: {
		readonly told: ReadonlyMap<string, number>;
		readonly managers: readonly string[];
		readonly now: number;
		readonly extraDays: ExtraDays;
	}
): Notice[] {
	const { key, kind, about, statementId, meetingId, subjectId } = late;
	const of = {
		...(about === undefined ? {} : { about }),
		...(statementId === undefined ? {} : { statementId }),
		...(meetingId === undefined ? {} : { meetingId }),
		...(subjectId === undefined ? {} : { subjectId })
	};
	const free = (ids: readonly string[]) => ids.filter((id) => late.barred?.has(id) !== true);
	const toStaff = (ids: readonly string[]): Notice[] =>
		ids.map((staffId) => ({ to: { staffId, kind }, ...of, once: `${key}|${staffId}` }));

	const first = free(late.first);
	const since = first.flatMap((id) => told.get(`${key}|${id}`) ?? []);
	const news = now - late.lateSince <= NEWS_MS;
	const ignored =
		since.length > 0
			? now >= oneWorkingDayAfter(Math.min(...since), extraDays)
			: first.length === 0;
	const next = free(managers).filter((id) => !first.includes(id));
	if (!late.managers || !ignored || next.length === 0) return news ? toStaff(first) : [];
	if (since.length === 0 && !news) return [];
	const { youngPerson } = late;
	return [
		...toStaff([...first, ...next]),
		...(youngPerson === undefined || about === undefined
			? []
			: [
					{
						to: { youngPersonId: about, kind: youngPerson },
						...of,
						once: `${key}|young_person`
					}
				])
	];
}

/** The same time of day, one working day on. */
export function oneWorkingDayAfter(at: number, extraDays: ExtraDays): number {
	return londonInstant(`${addWorkingDays(londonDate(at), 1, extraDays)}T${londonTime(at)}`);
}

async function toldAt(queries: Queries, keys: readonly string[]): Promise<Map<string, number>> {
	const { notices } = queries.tables;
	const rows = await inChunks(keys, (chunk) =>
		queries
			.select({ once: notices.onceKey, at: notices.createdAt })
			.from(notices)
			.where(inArray(notices.onceKey, chunk))
	);
	return new Map(rows.map(({ once, at }) => [once ?? '', at]));
}

/** Those of them who have not left. */
async function stillThere(queries: Queries, staffIds: readonly string[]): Promise<Set<string>> {
	const { staff } = queries.tables;
	const rows = await inChunks(staffIds, (chunk) =>
		queries
			.select({ id: staff.id })
			.from(staff)
			.where(and(inArray(staff.id, chunk), eq(staff.active, 1)))
	);
	return new Set(rows.map(({ id }) => id));
}

async function putAwayDone(
	core: Core,
	kinds: readonly string[],
	current: ReadonlySet<string>
): Promise<void> {
	const { notices } = core.database.read.tables;
	const rows = await core.database.read
		.select({ id: notices.id, once: notices.onceKey })
		.from(notices)
		.where(
			and(isNull(notices.seenAt), isNotNull(notices.onceKey), inArray(notices.kind, [...kinds]))
		);
	const done = rows.filter(({ once }) => !current.has((once ?? '').replace(/\|[^|]*$/, '')));
	if (done.length === 0) return;
	await core.database.inTransaction((tx) =>
		eachChunk(
			done.map(({ id }) => id),
			(chunk) =>
				tx
					.update(tx.tables.notices)
					.set({ seenAt: core.now() })
					.where(and(inArray(tx.tables.notices.id, chunk), isNull(tx.tables.notices.seenAt)))
		)
	);
}
