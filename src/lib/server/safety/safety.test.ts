import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';

onBothEngines('alerts', (engine) => {
	/** Amina says that she does not feel safe, and that somebody hurts her. */
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		await base.review('2026-11-27T16:00');
		const { statementId } = await sendStatement(base.app, base.amina, {
			answers: { Z1: { kind: 'pick', value: 'no' }, Z2: { kind: 'yes_no', value: 'yes' } }
		});
		const [alert] = await base.app.desk.alerts(base.sam.actor);
		if (!alert) throw new Error('no alert was raised');
		return { ...base, statementId, alert };
	}

	test('the officer and every manager see them; a manager reads no words for it', async () => {
		const { app, sam, manager, statementId } = await begin();
		const kinds = (await app.desk.alerts(sam.actor)).map(({ kind }) => kind);
		expect(kinds.toSorted()).toEqual(['being_hurt', 'not_safe']);
		const sams = await app.desk.alerts(sam.actor);
		expect(sams.map((alert) => alert.statementId)).toEqual([statementId, statementId]);
		// What a manager cannot open is not led to either.
		expect(await app.desk.alerts(manager.actor)).toEqual(
			sams.map((alert) => ({ ...alert, statementId: null }))
		);
		await expect(app.statements.open(manager.actor, statementId)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('taken by name: everybody sees by whom, and the young person is told who', async () => {
		const { app, clock, sam, manager, amina, alert, statementId } = await begin();
		clock.set('2026-11-21T09:30');

		const taken = await app.safety.acknowledge(sam.actor, alert.id);

		expect(taken).toMatchObject({ acknowledgedBy: 'Sam Okoro', acknowledgedAt: clock.now() });
		for (const one of await app.desk.alerts(manager.actor))
			expect(one).toMatchObject({ acknowledgedBy: 'Sam Okoro' });
		expect((await app.home.see(amina.actor)).notices).toMatchObject([
			{ kind: 'alert_taken', byName: 'Sam Okoro', statementId }
		]);
		expect((await app.statements.open(sam.actor, statementId)).alert).toMatchObject({
			acknowledgedBy: 'Sam Okoro'
		});
	});

	test('the first to take it stays the one who did', async () => {
		const { app, clock, sam, manager, amina, alert } = await begin();
		await app.safety.acknowledge(sam.actor, alert.id);
		clock.set('2026-11-21T11:00');

		const again = await app.safety.acknowledge(manager.actor, alert.id);

		expect(again).toMatchObject({ acknowledgedBy: 'Sam Okoro', acknowledgedAt: alert.raisedAt });
		expect((await app.home.see(amina.actor)).notices).toHaveLength(1);
	});

	test('two who take it at the same time: one of them did', async () => {
		const { app, sam, manager, alert } = await begin();
		const [one, other] = await Promise.all([
			app.safety.acknowledge(sam.actor, alert.id),
			app.safety.acknowledge(manager.actor, alert.id)
		]);
		expect({ ...one, statementId: null }).toEqual({ ...other, statementId: null });
	});

	test('an alert nobody took stays in the list; one that was taken leaves it after two weeks', async () => {
		const { app, clock, sam, alert } = await begin();
		clock.set('2027-01-21T09:00');
		expect(await app.desk.alerts(sam.actor)).toHaveLength(2);
		await app.safety.acknowledge(sam.actor, alert.id);
		expect(await app.desk.alerts(sam.actor)).toHaveLength(2);
		clock.set('2027-02-21T09:00');
		expect(await app.desk.alerts(sam.actor)).toEqual([]);
	});

	test('an alert of somebody else’s young person is not there', async () => {
		const { app, alert } = await begin();
		const other = await addStaff(app, { name: 'Another Officer' });
		expect(await app.desk.alerts(other.actor)).toEqual([]);
		await expect(app.safety.acknowledge(other.actor, alert.id)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});
});
