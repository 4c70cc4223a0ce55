import { and, asc, eq } from 'drizzle-orm';
import type { Role } from '../roles.ts';
import type { Queries } from '../db/database.ts';

/** Those on the staff now who hold a role. */
export async function staffOfRole(queries: Queries, role: Role): Promise<string[]> {
	const { staff, staffRoles } = queries.tables;
	const rows = await queries
		.select({ id: staff.id })
		.from(staffRoles)
		.innerJoin(staff, eq(staff.id, staffRoles.staffId))
		.where(and(eq(staffRoles.role, role), eq(staff.active, 1)))
		.orderBy(asc(staff.createdAt), asc(staff.id));
	return rows.map(({ id }) => id);
}
