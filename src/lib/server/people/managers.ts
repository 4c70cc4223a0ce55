import { and, eq } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';

/** Those who manage the reviewing service now. */
export async function managerIds(tx: Tx): Promise<string[]> {
	const { staff, staffRoles } = tx.tables;
	const rows = await tx
		.select({ id: staff.id })
		.from(staffRoles)
		.innerJoin(staff, eq(staff.id, staffRoles.staffId))
		.where(and(eq(staffRoles.role, 'manager'), eq(staff.active, 1)));
	return rows.map(({ id }) => id);
}
