import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import { onDutyAt } from './turns.ts';

onBothEngines('duty turns', (engine) => {
	/** It is Saturday morning. */
	const begin = () => eastbrook((options) => engine.open(options));

	test('who is on duty is shown with the gaps between, and those in office hours apart', async () => {
		const { app, manager, sam } = await begin();
		const turn = { staffId: sam.id, from: '2026-11-21T08:00', to: '2026-11-23T17:00' };
		await app.duty.add(manager.actor, turn);
		// A second tap changes nothing.
		await app.duty.add(manager.actor, turn);
		await app.duty.add(manager.actor, {
			staffId: manager.id,
			from: '2026-11-24T09:00',
			to: '2026-11-27T17:00'
		});

		const { weeks, onDuty } = await app.duty.see(manager.actor);

		expect(onDuty).toEqual(['Sam Okoro']);
		expect(weeks.map(({ from }) => from).slice(0, 2)).toEqual(['2026-11-16', '2026-11-23']);
		const told = (week: number) =>
			weeks[week]?.rows.map((row) => (row.kind === 'turn' ? row.name : row.inOffice));
		expect(told(0)).toEqual(['Sam Okoro']);
		// Monday night is nobody’s, as is the time from Friday evening on, which holds all weeks after.
		expect(told(1)).toEqual([false, 'Mo Blake', true]);
		expect([weeks[0]?.open, weeks[1]?.open]).toEqual([false, true]);
	});

	test('a turn to come is taken out; one that has begun ends now', async () => {
		const { app, clock, manager, sam } = await begin();
		for (const [from, to] of [
			['2026-11-21T08:00', '2026-11-21T20:00'],
			['2026-11-22T08:00', '2026-11-22T20:00']
		] as const)
			await app.duty.add(manager.actor, { staffId: sam.id, from, to });
		const ids = (await app.duty.see(manager.actor)).weeks.flatMap(({ rows }) =>
			rows.flatMap((row) => (row.kind === 'turn' ? row.id : []))
		);
		const begun = clock.now();
		clock.set('2026-11-21T10:00');
		for (const id of ids) await app.duty.remove(manager.actor, id);

		expect(await onDutyAt(app.database.read, begun)).toEqual([sam.id]);
		expect(await onDutyAt(app.database.read, clock.now())).toEqual([]);
		for (const id of ids)
			await expect(app.duty.remove(manager.actor, id)).rejects.toMatchObject({ code: 'duty_over' });
	});

	test('times that cannot be are refused, and so is who may not be on duty', async () => {
		const { app, manager, sam } = await begin();
		const advocate = await addStaff(app, { roles: ['advocate'] });
		const add = (from: string, to: string, staffId = sam.id) =>
			app.duty.add(manager.actor, { staffId, from, to });
		await expect(add('', '2026-11-22T10:00')).rejects.toMatchObject({ code: 'duty_times' });
		await expect(add('2026-11-22T10:00', '2026-11-22T10:00')).rejects.toMatchObject({
			code: 'duty_times'
		});
		await expect(add('2026-11-20T10:00', '2026-11-20T12:00')).rejects.toMatchObject({
			code: 'duty_past'
		});
		await expect(add('2026-11-22T10:00', '2027-11-22T10:00')).rejects.toMatchObject({
			code: 'duty_long'
		});
		await expect(add('2026-11-22T10:00', '2026-11-22T12:00', advocate.id)).rejects.toMatchObject({
			code: 'duty_who'
		});
	});

	test('whoever looks at an alert knows whether the office is open, and who is on duty', async () => {
		const { app, clock, manager } = await begin();
		expect(await app.duty.whoLooks()).toMatchObject({ officeOpen: false, onDuty: [] });
		const { opensAt } = await app.duty.whoLooks();
		clock.set('2026-11-23T09:00');
		expect(opensAt).toBe(clock.now());
		await app.duty.add(manager.actor, {
			staffId: manager.id,
			from: '2026-11-23T09:00',
			to: '2026-11-23T17:00'
		});
		expect(await app.duty.whoLooks()).toEqual({
			officeOpen: true,
			opensAt: null,
			onDuty: ['Mo Blake']
		});
	});
});
