import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cleanLine } from '../../forms/clean.ts';
import { demand, rolesOf, type Actor } from '../access.ts';
import { ROLES } from '../roles.ts';
import type { Core } from '../core.ts';
import { invalid } from '../errors.ts';
import { staffPlace, type StaffProfile } from '../people.ts';
import { joinProvider } from '../requests/give.ts';
import { emailIndexOf } from './name-index.ts';

const staffInput = v.object({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
	email: v.pipe(v.string(), v.trim(), v.maxLength(200), v.regex(/^[^\s@]+@[^\s@]+$/)),
	roles: v.pipe(v.array(v.picklist(ROLES)), v.minLength(1)),
	provider: v.optional(v.pipe(v.string(), v.transform(cleanLine), v.nonEmpty(), v.maxLength(200)))
});

/**
 * Adds somebody to the staff. Who is there already, under the same address, keeps name and roles and gets these roles
 * too. With an advocacy service, made where there is none of that name, their requests are that service's.
 * @throws Refusal `staff_name`, `staff_email`, `staff_roles` or `staff_provider`
 */
export async function addStaff(
	core: Core,
	actor: Actor,
	input: {
		readonly name: string;
		readonly email: string;
		readonly roles: readonly string[];
		readonly provider?: string | undefined;
	}
): Promise<{ readonly staffId: string; readonly isNew: boolean }> {
	demand('staff.add', rolesOf(actor));
	const parsed = v.safeParse(staffInput, { ...input, roles: [...input.roles] });
	if (!parsed.success) throw invalid(`staff_${String(parsed.issues[0].path?.[0].key)}`);
	const { name, email, roles, provider } = parsed.output;
	// A service has advocates; nobody else's requests are a service's.
	if (provider !== undefined && !roles.includes('advocate')) throw invalid('staff_provider');
	const { vault } = core;

	return core.database.inTransaction(async (tx) => {
		const { staff, staffRoles } = tx.tables;
		const emailIndex = emailIndexOf(vault, email);
		const [known] = await tx
			.select({ id: staff.id })
			.from(staff)
			.where(and(eq(staff.emailIndex, emailIndex), eq(staff.active, 1)));
		const staffId = known?.id ?? randomUUID();
		if (!known) {
			const profile: StaffProfile = { ref: null, name, email };
			await tx.insert(staff).values({
				id: staffId,
				profileSealed: vault.council.sealJson(vault.councilKeyId, staffPlace(staffId), profile),
				emailIndex,
				active: 1,
				createdAt: core.now()
			});
		}
		for (const role of new Set(roles))
			await tx.insert(staffRoles).values({ staffId, role }).onConflictDoNothing();
		if (provider !== undefined) await joinProvider(core, tx, actor, staffId, provider);
		await core.audit.record(tx, {
			action: 'staff.added',
			actor,
			subject: { kind: 'staff', id: staffId },
			detail: { roles: roles.join(';'), new: !known, provider: provider !== undefined }
		});
		return { staffId, isNew: !known };
	});
}
