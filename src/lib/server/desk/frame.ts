import { demand, rolesOf, type Actor } from '../access.ts';
import type { Role } from '../roles.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { coversToday, type CoverToday } from '../cover/today.ts';
import { staffByIds } from '../people/staff-names.ts';
import { waitingCount } from '../requests/read.ts';
import { alertsFor, seesAlerts } from '../safety/safety.ts';

/** What stands around every page of the desk. */
export interface DeskFrame {
	readonly name: string;
	readonly roles: readonly Role[];
	/** Alerts nobody has taken yet; null for those who see none. */
	readonly openAlerts: number | null;
	/** Requests nobody has opened yet; null for those who handle none. */
	readonly newRequests: number | null;
	/** Who covers for them today, and for whom they cover. */
	readonly covers: readonly CoverToday[];
}

/** Who sits at the desk, and what waits for them. */
export async function deskFrame(core: Core, queries: Queries, actor: Actor): Promise<DeskFrame> {
	if (actor.kind !== 'staff') throw notFound();
	demand('desk.open', rolesOf(actor));
	const alerts = (await seesAlerts(core, queries, actor))
		? await alertsFor(core, queries, actor)
		: null;
	return {
		name: (await staffByIds(core, queries, [actor.id])).get(actor.id)?.name ?? '',
		roles: actor.roles,
		covers: await coversToday(core, queries, actor),
		newRequests: await waitingCount(queries, actor),
		openAlerts: alerts && alerts.filter(({ acknowledgedAt }) => acknowledgedAt === null).length
	};
}
