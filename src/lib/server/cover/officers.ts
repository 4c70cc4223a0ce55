import { and, eq } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';

/** Everybody who reviews, now. */
export async function officersByName(
	core: Core,
	queries: Queries
): Promise<{ readonly id: string; readonly name: string }[]> {
	const { staff, staffRoles } = queries.tables;
	const rows = await queries
		.select({ id: staff.id })
		.from(staffRoles)
		.innerJoin(staff, eq(staff.id, staffRoles.staffId))
		.where(and(eq(staffRoles.role, 'iro'), eq(staff.active, 1)));
	const names = await staffByIds(
		core,
		queries,
		rows.map(({ id }) => id)
	);
	const { compare } = new Intl.Collator('en');
	return [...names].map(([id, { name }]) => ({ id, name })).sort((a, b) => compare(a.name, b.name));
}
