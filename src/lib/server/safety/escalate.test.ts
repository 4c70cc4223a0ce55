import { expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson, type Person } from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import { createEscalationJob } from './escalate.ts';

const NOT_SAFE = {
	Z1: { kind: 'pick', value: 'no' },
	Z2: { kind: 'yes_no', value: 'yes' }
} as const;

onBothEngines('alerts nobody has taken', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options), '2026-11-23T10:00');
		const { app } = base;
		const dina = await addStaff(app, { name: 'Dina Duty', roles: ['social_worker'] });
		const later = await addStaff(app, { name: 'Late Duty', roles: ['social_worker'] });
		const onDuty = (who: Person<'staff'>, from: string, to: string) =>
			app.duty.add(base.manager.actor, {
				staffId: who.id,
				from: `2026-11-23T${from}`,
				to: `2026-11-23T${to}`
			});
		return { ...base, dina, later, onDuty, run: () => createEscalationJob(app).run() };
	}

	/** Who has been written to of an alert, how often, by name. */
	async function mailed(app: App, people: Readonly<Record<string, Person<'staff'>>>) {
		const { messages } = app.database.read.tables;
		const rows = await app.database.read
			.select()
			.from(messages)
			.where(eq(messages.message, 'an_alert_waits'));
		const counts = Object.entries(people).map(([name, { id }]) => [
			name,
			rows.filter(({ staffId }) => staffId === id).length
		]);
		return Object.fromEntries(counts.filter(([, count]) => count !== 0));
	}

	test('go to who is on duty, then the officer, then the managers, then all again, ever slower', async () => {
		const { app, clock, dina, sam, manager, amina, onDuty, run } = await begin();
		const people = { dina, sam, manager };
		await onDuty(dina, '09:00', '23:59');
		await sendStatement(app, amina, { answers: NOT_SAFE });
		expect(await mailed(app, people)).toEqual({ dina: 1 });

		clock.set('2026-11-23T10:59');
		await run();
		expect(await mailed(app, people)).toEqual({ dina: 1 });
		clock.set('2026-11-23T11:00');
		// Two at once, and once more after that, pass it on once.
		await Promise.all([run(), run()]);
		await run();
		expect(await mailed(app, people)).toEqual({ dina: 1, sam: 1 });
		clock.set('2026-11-23T12:00');
		await run();
		expect(await mailed(app, people)).toEqual({ dina: 1, sam: 1, manager: 1 });
		clock.set('2026-11-23T13:00');
		await run();
		clock.set('2026-11-23T14:59');
		await run();
		expect(await mailed(app, people)).toEqual({ dina: 2, sam: 2, manager: 2 });
		clock.set('2026-11-23T15:00');
		await run();
		expect(await mailed(app, people)).toEqual({ dina: 3, sam: 3, manager: 3 });
		expect((await app.desk.alerts(manager.actor)).map(({ passedOn }) => passedOn)).toEqual([4, 4]);
		// At the desk it stands once.
		expect(await noticesTo(app, sam.actor)).toEqual(['alert_waits']);
	});

	test('who is on duty takes it, though their turn be over, and then nobody is told any more', async () => {
		const { app, clock, dina, later, sam, amina, onDuty, run } = await begin();
		await onDuty(dina, '09:00', '10:30');
		await onDuty(later, '10:30', '12:00');
		await sendStatement(app, amina, { answers: NOT_SAFE });
		clock.set('2026-11-23T10:40');
		await run();
		// Whoever came on duty since knows of it too.
		expect(await mailed(app, { dina, later, sam })).toEqual({ dina: 1, later: 1 });
		expect(await noticesTo(app, later.actor)).toEqual(['alert_waits']);
		expect((await app.desk.frame(dina.actor)).openAlerts).toBe(2);

		const [alert] = await app.desk.alerts(dina.actor);
		expect(alert).toMatchObject({ statementId: null });
		await app.safety.acknowledge(dina.actor, alert?.id ?? '');

		expect(await noticesTo(app, later.actor)).toEqual([]);
		expect(await app.desk.alerts(later.actor)).toEqual([]);
		clock.set('2026-11-23T18:00');
		await run();
		expect(await mailed(app, { dina, later, sam })).toEqual({ dina: 1, later: 1 });
	});

	test('never go to whom it is locked from; with nobody who may take it, administrators put somebody on duty', async () => {
		const { app, clock, sam, dina, run } = await begin();
		const { staffRoles } = app.database.read.tables;
		await app.database.inTransaction((tx) =>
			tx.delete(staffRoles).where(eq(staffRoles.role, 'manager'))
		);
		const ines = await addStaff(app, { name: 'Ines Costa', roles: ['admin'] });
		const gone = await addStaff(app, { active: false });
		const kai = await addYoungPerson(app, { knownAs: 'Kai', officerId: gone.id });
		const people = { sam, dina, ines };
		await sendStatement(app, kai, { answers: NOT_SAFE });

		expect(await mailed(app, people)).toEqual({ ines: 1 });
		const [notice] = await app.desk.notices(ines.actor);
		expect(notice).toMatchObject({
			kind: 'alert_unheard',
			youngPersonName: null,
			statementId: null
		});
		await expect(app.desk.alerts(ines.actor)).rejects.toMatchObject({ kind: 'not_found' });

		// The first of them is the one Kai complained about.
		for (const who of [sam, dina])
			await app.duty.add(ines.actor, {
				staffId: who.id,
				from: '2026-11-23T10:00',
				to: '2026-11-23T20:00'
			});
		const { alerts, statementBarred } = app.database.read.tables;
		const [alert] = await app.database.read.select().from(alerts);
		await app.database.inTransaction((tx) =>
			tx.insert(statementBarred).values({ statementId: alert?.statementId ?? '', staffId: sam.id })
		);
		clock.set('2026-11-23T10:05');
		await run();
		expect(await mailed(app, people)).toEqual({ ines: 1, dina: 1 });
		expect(await app.desk.alerts(sam.actor)).toEqual([]);
		await expect(app.safety.acknowledge(sam.actor, alert?.id ?? '')).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('go to whoever covers the officer', async () => {
		const { app, sam, dina, manager, amina } = await begin();
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.covers).values({
				id: 'a-cover',
				staffId: sam.id,
				coveredByStaffId: dina.id,
				fromOn: '2026-11-23',
				toOn: '2026-11-23',
				createdAt: app.now()
			})
		);
		await sendStatement(app, amina, { answers: NOT_SAFE });
		expect(await mailed(app, { sam, dina, manager })).toEqual({ dina: 1 });
	});
});
