import { and, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { ageBandOf, type AgeBand } from '../../figures/age-bands.ts';
import { londonDate } from '../../language/dates.ts';
import { CARE_STATUSES, type CareStatus } from '../../meetings/care.ts';
import type { Core } from '../core.ts';
import { eachChunk, inChunks } from '../db/in-chunks.ts';
import type { Tx } from '../db/database.ts';
import { ageOn } from '../people.ts';
import { profilesOf } from '../people/profiles.ts';

/** Whose standing may no longer be as it is kept. */
export interface Stirred {
	/** Held or no longer held, or about other young people than before. */
	readonly meetingIds?: readonly string[];
	/** Whose date of birth is another. */
	readonly youngPersonIds?: readonly string[];
	/** Whose times in care are others. */
	readonly careOf?: readonly string[];
	readonly statementIds?: readonly string[];
}

/**
 * Keeps beside every meeting held and every statement how old the young person was on that day, and what the council
 * did for them: as coarse as figures need it, so that counting opens nothing that is sealed. The date of birth itself
 * stays sealed.
 */
export async function keepStandings(core: Core, tx: Tx, stirred: Stirred): Promise<void> {
	const { meetings, meetingYoungPeople, statements } = tx.tables;
	const { meetingIds = [], youngPersonIds = [], careOf = [], statementIds = [] } = stirred;
	const attended = await inChunks(youngPersonIds, (chunk) =>
		tx
			.select({ id: meetings.id })
			.from(meetingYoungPeople)
			.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
			.where(and(inArray(meetingYoungPeople.youngPersonId, chunk), isNotNull(meetings.heldOn)))
	);
	await eachChunk([...new Set([...meetingIds, ...attended.map(({ id }) => id)])], (chunk) =>
		keepOfMeetings(core, tx, chunk)
	);
	const sent = await inChunks([...youngPersonIds, ...careOf], (chunk) =>
		tx
			.select({ id: statements.id })
			.from(statements)
			.where(inArray(statements.youngPersonId, chunk))
	);
	await eachChunk([...new Set([...statementIds, ...sent.map(({ id }) => id)])], (chunk) =>
		keepOfStatements(core, tx, chunk)
	);
}

async function keepOfMeetings(core: Core, tx: Tx, meetingIds: string[]): Promise<void> {
	const { meetings, meetingYoungPeople: entries } = tx.tables;
	const rows = await tx
		.select({
			meetingId: entries.meetingId,
			youngPersonId: entries.youngPersonId,
			ageBand: entries.ageBand,
			heldOn: meetings.heldOn
		})
		.from(entries)
		.innerJoin(meetings, eq(meetings.id, entries.meetingId))
		.where(inArray(entries.meetingId, meetingIds));
	const born = await profilesOf(
		core,
		tx,
		rows.map(({ youngPersonId }) => youngPersonId)
	);
	const wanted = rows.map((row) => ({
		...row,
		band: row.heldOn === null ? null : bandOn(born.get(row.youngPersonId)?.dateOfBirth, row.heldOn)
	}));
	const changed = wanted.filter(({ ageBand, band }) => ageBand !== band);
	for (const [ageBand, of] of Map.groupBy(changed, ({ band }) => band))
		await eachChunk(of, (chunk) =>
			tx
				.update(entries)
				.set({ ageBand })
				.where(
					isOneOf(
						sql`(${entries.meetingId}, ${entries.youngPersonId})`,
						chunk.map(({ meetingId, youngPersonId }) => sql`(${meetingId}, ${youngPersonId})`)
					)
				)
		);
}

/** Pairs at once: one by one, an import of thousands of meetings would take minutes. */
const isOneOf = (pair: SQL, pairs: readonly SQL[]): SQL =>
	sql`${pair} in (values ${sql.join([...pairs], sql`, `)})`;

async function keepOfStatements(core: Core, tx: Tx, statementIds: string[]): Promise<void> {
	const { statements, carePeriods } = tx.tables;
	const rows = await tx
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			sentAt: statements.sentAt,
			ageBand: statements.ageBand,
			careStatus: statements.careStatus
		})
		.from(statements)
		.where(inArray(statements.id, statementIds));
	const people = rows.map(({ youngPersonId }) => youngPersonId);
	const born = await profilesOf(core, tx, people);
	const periods = Map.groupBy(
		await inChunks(people, (chunk) =>
			tx.select().from(carePeriods).where(inArray(carePeriods.youngPersonId, chunk))
		),
		({ youngPersonId }) => youngPersonId
	);
	const wanted = rows.map((row) => {
		const on = londonDate(row.sentAt);
		const band = bandOn(born.get(row.youngPersonId)?.dateOfBirth, on);
		const status = careStatusOn(periods.get(row.youngPersonId) ?? [], on);
		return { ...row, band, status };
	});
	const changed = wanted.filter((row) => row.ageBand !== row.band || row.careStatus !== row.status);
	for (const of of Map.groupBy(changed, ({ band, status }) => `${band} ${status}`).values()) {
		const [{ band: ageBand, status: careStatus } = { band: null, status: null }] = of;
		await eachChunk(
			of.map(({ id }) => id),
			(ids) => tx.update(statements).set({ ageBand, careStatus }).where(inArray(statements.id, ids))
		);
	}
}

/** Of several at once the first of `CARE_STATUSES`; the last day of one is no longer of it. */
function careStatusOn(
	periods: readonly { status: string; startedOn: string; endedOn: string | null }[],
	on: string
): CareStatus | null {
	const open = periods.filter(
		({ startedOn, endedOn }) => startedOn <= on && (endedOn === null || endedOn > on)
	);
	return firstStatus(open.map(({ status }) => status));
}

/** Of several at once the one that counts. */
export const firstStatus = (statuses: readonly string[]): CareStatus | null =>
	CARE_STATUSES.find((status) => statuses.includes(status)) ?? null;

const bandOn = (dateOfBirth: string | undefined, on: string): AgeBand | null =>
	dateOfBirth === undefined ? null : ageBandOf(ageOn(dateOfBirth, on));

/** Key of the setting that says that everything from before has its standing. */
const KEPT_SETTING = 'figures.standings_kept';

/** Meetings and statements from before standings were kept get theirs, once. */
export async function beginStandings(core: Core): Promise<void> {
	const { read } = core.database;
	const [kept] = await read
		.select({ key: read.tables.settings.key })
		.from(read.tables.settings)
		.where(eq(read.tables.settings.key, KEPT_SETTING));
	if (kept) return;
	await core.database.inTransaction(async (tx) => {
		const { meetings, meetingYoungPeople, statements, settings } = tx.tables;
		const held = await tx
			.selectDistinct({ id: meetings.id })
			.from(meetingYoungPeople)
			.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
			.where(and(isNotNull(meetings.heldOn), isNull(meetingYoungPeople.ageBand)));
		const sent = await tx
			.select({ id: statements.id })
			.from(statements)
			.where(isNull(statements.ageBand));
		await keepStandings(core, tx, {
			meetingIds: held.map(({ id }) => id),
			statementIds: sent.map(({ id }) => id)
		});
		// Nothing is written down of an empty database: a backup goes into no other.
		if (held.length + sent.length === 0) return;
		await tx
			.insert(settings)
			.values({ key: KEPT_SETTING, value: 'true', updatedAt: core.now() })
			.onConflictDoNothing();
	});
}
