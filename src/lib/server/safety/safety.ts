import { and, asc, desc, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';
import {
	demandOfStaff,
	demandSignedIn,
	may,
	rolesOf,
	type Actor,
	type StaffActor
} from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { onDutyAt, toldOnDuty } from '../duty/turns.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { subjectNoticesSeen, tell } from '../notices/notices.ts';
import { concernedBy } from '../people/concerned.ts';
import { standingsTowards } from '../people/standings.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { barredFrom, notBarredFrom } from '../statements/barred.ts';
import { readableStatements } from '../statements/standings.ts';
import type { AlertView } from '../statements/views.ts';
import { callOf } from './tell-line.ts';

/** How long an alert that was taken stays in the list. */
const TAKEN_SHOWN_MS = 14 * 86_400_000;
const SHOWN = 200;

export type Safety = ReturnType<typeof createSafety>;

export function createSafety(core: Core) {
	return {
		/** Alerts the actor has to know of: an officer those of their young people, a manager all. */
		alerts: (actor: Actor): Promise<AlertView[]> => alertsFor(core, core.database.read, actor),
		acknowledge: (actor: Actor, alertId: string): Promise<AlertView> =>
			acknowledge(core, actor, alertId)
	};
}

/** Whether somebody has a list of alerts at all: an officer, a manager, who is or was on duty. */
export async function seesAlerts(
	core: Core,
	queries: Queries,
	actor: StaffActor
): Promise<boolean> {
	const roles = rolesOf(actor);
	if (may('alert.see', roles) || may('inbox.see', roles)) return true;
	return (await byDutyOf(core, queries, actor)) !== undefined;
}

/** Those nobody has taken first, then the latest. */
export async function alertsFor(core: Core, queries: Queries, actor: Actor): Promise<AlertView[]> {
	const { alerts } = queries.tables;
	if (may('alert.see', rolesOf(actor)) && actor.kind === 'staff')
		return alertViews(core, queries, actor, recent(core, queries));
	demandSignedIn(actor);
	const byDuty = actor.kind === 'staff' ? await byDutyOf(core, queries, actor) : undefined;
	// To be `officer` takes a young person: for who has an inbox, the list holds those to whom they are.
	if (!byDuty) demandOfStaff('inbox.see', actor);
	if (actor.kind !== 'staff') throw notFound();
	const concerned = may('inbox.see', rolesOf(actor))
		? concernedBy(queries, actor, alerts.youngPersonId)
		: undefined;
	return alertViews(core, queries, actor, and(recent(core, queries), or(concerned, byDuty)));
}

/**
 * The alerts that are somebody's by their duty: while they are on it those nobody has taken, and what they were told of
 * then; of those that were taken, their own. Undefined where they have no duty.
 */
async function byDutyOf(core: Core, queries: Queries, actor: StaffActor): Promise<SQL | undefined> {
	const { alerts } = queries.tables;
	const onDuty = (await onDutyAt(queries, core.now())).includes(actor.id);
	const told = await toldOnDuty(queries, actor.id);
	if (!onDuty && told.length === 0) return undefined;
	const calls = or(inArray(alerts.statementId, told), inArray(alerts.id, told));
	return or(
		and(isNull(alerts.acknowledgedAt), onDuty ? undefined : calls),
		eq(alerts.acknowledgedByStaffId, actor.id)
	);
}

function recent(core: Core, queries: Queries): SQL | undefined {
	const { alerts } = queries.tables;
	return or(isNull(alerts.acknowledgedAt), gt(alerts.acknowledgedAt, core.now() - TAKEN_SHOWN_MS));
}

async function alertViews(
	core: Core,
	queries: Queries,
	actor: StaffActor,
	which: SQL | undefined
): Promise<AlertView[]> {
	const { alerts } = queries.tables;
	const rows = await queries
		.select()
		.from(alerts)
		.where(and(which, notBarredFrom(queries, actor.id, alerts.statementId)))
		.orderBy(desc(alerts.raisedAt), asc(alerts.id))
		.limit(SHOWN);
	if (rows.length === 0) return [];
	const people = await youngPeopleByIds(
		core,
		queries,
		rows.map(({ youngPersonId }) => youngPersonId)
	);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ acknowledgedByStaffId }) => acknowledgedByStaffId ?? [])
	);
	const readable = await readableStatements(
		queries,
		actor,
		rows.flatMap(({ statementId }) => statementId ?? [])
	);
	return rows
		.map((row) => ({
			id: row.id,
			kind: row.kind,
			youngPerson: { id: row.youngPersonId, name: people.get(row.youngPersonId)?.name ?? '' },
			statementId: readable.has(row.statementId ?? '') ? row.statementId : null,
			raisedAt: row.raisedAt,
			acknowledgedBy: staff.get(row.acknowledgedByStaffId ?? '')?.name ?? null,
			acknowledgedAt: row.acknowledgedAt,
			passedOn: row.escalation
		}))
		.sort((a, b) => Number(a.acknowledgedAt !== null) - Number(b.acknowledgedAt !== null));
}

/**
 * Takes an alert, by name. One statement's alerts are taken together: they are one call for help. The first to take it
 * stays the one who did.
 */
async function acknowledge(core: Core, actor: Actor, alertId: string): Promise<AlertView> {
	demandSignedIn(actor);
	if (!isId(alertId)) throw notFound();
	return core.database.inTransaction(async (tx) => {
		const { alerts } = tx.tables;
		const [alert] = await tx.select().from(alerts).where(eq(alerts.id, alertId));
		if (!alert) throw notFound();
		// Whom the statement is locked from learns nothing of the alert either.
		const barred = alert.statementId === null ? null : await barredFrom(tx, alert.statementId);
		if (barred?.has(actor.id ?? '')) throw notFound();
		const standings = await standingsTowards(tx, actor, alert.youngPersonId);
		if (await isByDuty(core, tx, actor, alert)) standings.push('duty');
		demandOfStaff('alert.acknowledge', actor, standings);
		if (alert.acknowledgedAt === null) await take(core, tx, actor, alert);
		const [view] = await alertViews(core, tx, actor, eq(alerts.id, alertId));
		if (!view) throw notFound();
		return view;
	});
}

async function isByDuty(
	core: Core,
	tx: Tx,
	actor: Actor,
	alert: { readonly id: string; readonly statementId: string | null }
): Promise<boolean> {
	if (actor.kind !== 'staff') return false;
	if ((await onDutyAt(tx, core.now())).includes(actor.id)) return true;
	return (await toldOnDuty(tx, actor.id)).includes(callOf(alert));
}

async function take(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	alert: {
		readonly id: string;
		readonly youngPersonId: string;
		readonly statementId: string | null;
	}
): Promise<void> {
	const { alerts } = tx.tables;
	const { id, youngPersonId, statementId } = alert;
	const together = and(
		statementId === null ? eq(alerts.id, id) : eq(alerts.statementId, statementId),
		isNull(alerts.acknowledgedAt)
	);
	const taken = await tx.select({ id: alerts.id }).from(alerts).where(together);
	const now = core.now();
	await tx
		.update(alerts)
		.set({ acknowledgedByStaffId: actor.id, acknowledgedAt: now })
		.where(together);
	await tell(
		tx,
		[
			{
				to: { youngPersonId, kind: 'alert_taken' },
				about: youngPersonId,
				...(statementId === null ? {} : { statementId }),
				byStaffId: actor.id
			}
		],
		now
	);
	// Nobody else has to look any more.
	await subjectNoticesSeen(
		tx,
		{ subjectId: callOf(alert), kinds: ['alert_waits', 'alert_unheard'] },
		now
	);
	for (const one of taken)
		await core.audit.record(tx, {
			action: 'alert.acknowledged',
			actor,
			youngPersonId,
			subject: { kind: 'alert', id: one.id }
		});
}
