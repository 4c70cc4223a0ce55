import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { ROLES, type Role } from '../roles.ts';
import { eachChunk } from '../db/in-chunks.ts';
import { staffPlace, type StaffProfile } from '../people.ts';
import { emailIndexOf, refIndexOf } from '../people/name-index.ts';
import { isSame, noCounts, type ImportContext, type Plan } from './context.ts';
import type { Header } from './csv-file.ts';
import { onceEach, type RowReader } from './row-reader.ts';

export const STAFF_HEADER: Header = {
	file: 'staff.csv',
	columns: ['ref', 'name', 'email', 'roles'],
	required: ['ref', 'name', 'email', 'roles']
};

interface StaffRow {
	readonly reader: RowReader;
	readonly ref: string;
	readonly name: string;
	readonly email: string;
	readonly roles: readonly Role[];
}

/** Somebody another file may name. */
export interface StaffMember {
	readonly id: string;
	readonly roles: readonly string[];
}

export function readStaffRow(reader: RowReader): StaffRow {
	const email = reader.required('email');
	if (email && !/^[^\s@]+@[^\s@]+$/.test(email)) reader.fault('email', 'not_email');
	return {
		reader,
		ref: reader.required('ref'),
		name: reader.required('name'),
		email,
		roles: reader.someOf('roles', ROLES)
	};
}

export async function planStaff(
	context: ImportContext,
	rows: readonly StaffRow[]
): Promise<Plan & { find(ref: string): StaffMember | undefined }> {
	const { tx, core } = context;
	const { vault } = core;
	const known = await knownStaff(context);
	const byRefIndex = new Map(known.map((one) => [one.refIndex ?? '', one]));
	const byEmailIndex = new Map(known.map((one) => [one.emailIndex, one]));
	const counts = noCounts();
	const writes: { row: StaffRow; id: string; there: KnownStaff | null }[] = [];
	const inFile = new Map<string, StaffMember>();

	const unique = onceEach(
		rows,
		({ ref }) => ref,
		(row, line) => row.reader.fault('ref', 'ref_twice', { ref: row.ref, line })
	);
	onceEach(
		rows,
		({ email }) => email.toLowerCase(),
		(row, line) => row.reader.fault('email', 'email_twice', { line })
	);
	const refIndexes = new Set([...unique.keys()].map((ref) => refIndexOf(vault, 'staff', ref)));

	for (const row of unique.values()) {
		const refIndex = refIndexOf(vault, 'staff', row.ref);
		const holder = byEmailIndex.get(emailIndexOf(vault, row.email));
		// Somebody added on the command line has no ref yet: the same address is the same person.
		const there = byRefIndex.get(refIndex) ?? (holder?.refIndex === null ? holder : undefined);
		// A holder who is in this file too may be giving the address up; twice within the file was looked at above.
		if (holder && holder !== there && !refIndexes.has(holder.refIndex ?? ''))
			row.reader.fault('email', 'email_taken');
		const id = there?.id ?? randomUUID();
		inFile.set(row.ref, { id, roles: row.roles });
		if (!there) counts.added += 1;
		else if (isUnchanged(row, refIndex, there)) {
			counts.unchanged += 1;
			continue;
		} else counts.changed += 1;
		writes.push({ row, id, there: there ?? null });
	}

	return {
		counts,
		find: (ref) => inFile.get(ref) ?? byRefIndex.get(refIndexOf(vault, 'staff', ref)),
		async write() {
			const { staff, staffRoles } = tx.tables;
			// Two people may have changed addresses with each other.
			for (const { there } of writes)
				if (there)
					await tx
						.update(staff)
						.set({ emailIndex: `moving ${there.id}` })
						.where(eq(staff.id, there.id));
			for (const { row, id, there } of writes) {
				const profile: StaffProfile = { ref: row.ref, name: row.name, email: row.email };
				const values = {
					refIndex: refIndexOf(vault, 'staff', row.ref),
					emailIndex: emailIndexOf(vault, row.email),
					profileSealed: vault.council.sealJson(vault.councilKeyId, staffPlace(id), profile)
				};
				if (there) await tx.update(staff).set(values).where(eq(staff.id, id));
				else await tx.insert(staff).values({ id, ...values, active: 1, createdAt: core.now() });
			}
			await eachChunk(writes, (chunk) =>
				tx.delete(staffRoles).where(
					inArray(
						staffRoles.staffId,
						chunk.map(({ id }) => id)
					)
				)
			);
			await eachChunk(
				writes.flatMap(({ row, id }) => row.roles.map((role) => ({ staffId: id, role }))),
				(chunk) => tx.insert(staffRoles).values(chunk)
			);
		}
	};
}

interface KnownStaff extends StaffMember {
	readonly refIndex: string | null;
	readonly emailIndex: string;
	readonly profile: StaffProfile;
}

/** All of them: a council has some hundreds. */
async function knownStaff({ core, tx }: ImportContext): Promise<KnownStaff[]> {
	const { vault } = core;
	const roles = new Map<string, string[]>();
	for (const { staffId, role } of await tx.select().from(tx.tables.staffRoles))
		roles.set(staffId, [...(roles.get(staffId) ?? []), role]);
	const rows = await tx.select().from(tx.tables.staff);
	return rows.map(({ id, refIndex, emailIndex, profileSealed }) => ({
		id,
		refIndex,
		emailIndex,
		roles: roles.get(id) ?? [],
		profile: vault.council.openJson<StaffProfile>(vault.councilKeyId, staffPlace(id), profileSealed)
	}));
}

function isUnchanged(row: StaffRow, refIndex: string, there: KnownStaff): boolean {
	const { ref, name, email, roles } = row;
	return (
		refIndex === there.refIndex &&
		isSame({ ref, name, email }, there.profile) &&
		roles.length === there.roles.length &&
		roles.every((role) => there.roles.includes(role))
	);
}
