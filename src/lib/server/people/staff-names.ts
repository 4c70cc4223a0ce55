import { inArray } from 'drizzle-orm';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { staffPlace, type StaffProfile } from '../people.ts';

export interface StaffName {
	readonly name: string;
	readonly active: boolean;
}

/** Staff by id, their names opened. Ids that are not there are left out. */
export async function staffByIds(
	core: Core,
	queries: Queries,
	ids: readonly string[]
): Promise<Map<string, StaffName>> {
	const { staff } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries
			.select({ id: staff.id, sealed: staff.profileSealed, active: staff.active })
			.from(staff)
			.where(inArray(staff.id, chunk))
	);
	const { council, councilKeyId } = core.vault;
	return new Map(
		rows.map(({ id, sealed, active }) => [
			id,
			{
				name: council.openJson<StaffProfile>(councilKeyId, staffPlace(id), sealed).name,
				active: active === 1
			}
		])
	);
}

/** Everybody who is or was on the staff, their names opened. */
export async function allStaff(
	core: Core,
	queries: Queries
): Promise<{ readonly id: string; readonly name: string }[]> {
	const rows = await queries.select({ id: queries.tables.staff.id }).from(queries.tables.staff);
	const names = await staffByIds(
		core,
		queries,
		rows.map(({ id }) => id)
	);
	return [...names].map(([id, { name }]) => ({ id, name }));
}
