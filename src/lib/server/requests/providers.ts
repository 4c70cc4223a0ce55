import { and, asc, eq } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';

/** An advocacy service of another organisation, by the name it is known by. */
export interface Provider {
	readonly id: string;
	readonly name: string;
}

export async function activeProviders(queries: Queries): Promise<Provider[]> {
	const { providers } = queries.tables;
	return queries
		.select({ id: providers.id, name: providers.name })
		.from(providers)
		.where(eq(providers.active, 1))
		.orderBy(asc(providers.name), providers.id);
}

/** Whether advocates here belong to services: then each sees what was given to their own, and nobody else anything. */
export async function hasProviders(queries: Queries): Promise<boolean> {
	const { providers } = queries.tables;
	const [any] = await queries.select({ id: providers.id }).from(providers).limit(1);
	return any !== undefined;
}

/** The advocates of a service who can sign in. */
export async function advocatesOf(queries: Queries, providerId: string): Promise<string[]> {
	const { providers, staffProviders, staff, staffRoles } = queries.tables;
	const rows = await queries
		.select({ id: staff.id })
		.from(staffProviders)
		.innerJoin(providers, and(eq(providers.id, staffProviders.providerId), eq(providers.active, 1)))
		.innerJoin(staff, and(eq(staff.id, staffProviders.staffId), eq(staff.active, 1)))
		.innerJoin(staffRoles, and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, 'advocate')))
		.where(eq(staffProviders.providerId, providerId));
	return rows.map(({ id }) => id);
}

/** Of every service there is or was. */
export async function providerNames(queries: Queries): Promise<Map<string, string>> {
	const { providers } = queries.tables;
	const rows = await queries.select({ id: providers.id, name: providers.name }).from(providers);
	return new Map(rows.map(({ id, name }) => [id, name]));
}
