import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { LIMITS_SETTING } from '../council/limits.ts';

onBothEngines('midway checks', (engine) => {
	async function begin() {
		const world = await eastbrook((options) => engine.open(options));
		const held = async (local: string) => {
			const id = await world.review(`${local}T10:00`);
			await world.app.database.inTransaction(async (tx) => {
				const { meetings } = tx.tables;
				await tx.update(meetings).set({ heldOn: local }).where(eq(meetings.id, id));
			});
			return id;
		};
		return { ...world, held };
	}

	test('come due between two meetings, and no more once the next was held', async () => {
		const { app, sam, amina, held, review } = await begin();
		const first = await held('2026-08-20');
		const due = async () =>
			(await app.midway.list(sam.actor)).due.map(({ meetingId, dueOn, late }) => ({
				meetingId,
				dueOn,
				late
			}));
		expect(await due()).toEqual([{ meetingId: first, dueOn: '2026-11-20', late: true }]);

		await review('2026-12-20T10:00');
		expect(await due()).toEqual([{ meetingId: first, dueOn: '2026-10-20', late: true }]);

		const second = await held('2026-11-02');
		expect((await due()).map(({ meetingId }) => meetingId)).toEqual([second]);
		const { checks } = await app.midway.ofPerson(sam.actor, amina.id);
		expect(checks.map(({ meetingId, late }) => [meetingId, late])).toEqual([
			[second, false],
			[first, false]
		]);
	});

	test('are due after as many months as the council sets', async () => {
		const { app, sam, held } = await begin();
		await held('2026-08-20');
		await app.database.inTransaction((tx) =>
			tx
				.insert(tx.tables.settings)
				.values({ key: LIMITS_SETTING, value: '{"midway_check":4}', updatedAt: 1 })
		);

		expect((await app.midway.list(sam.actor)).due[0]).toMatchObject({
			dueOn: '2026-12-20',
			late: false
		});
	});

	test('are written once, kept with their words sealed, and not written over', async () => {
		const { app, sam, manager, amina, held } = await begin();
		const meetingId = await held('2026-08-20');
		const of = { youngPersonId: amina.id, meetingId };
		const words = 'The school place is still not there.';
		const save = { ...of, version: 0, going: 'partly' as const, doneOn: '2026-11-21', words };
		await app.midway.save(sam.actor, save);
		await app.midway.save(sam.actor, save);

		expect(await app.midway.open(sam.actor, of)).toMatchObject({
			...{ words, going: 'partly', doneOn: '2026-11-21', version: 1, by: 'Sam Okoro' },
			...{ dueOn: '2026-11-20', mayRaise: true, decisions: [] }
		});
		await expect(app.midway.save(sam.actor, { ...save, going: 'well' })).rejects.toMatchObject({
			kind: 'conflict',
			code: 'midway_changed'
		});
		await app.midway.save(sam.actor, { ...save, version: 1, going: 'well' });
		const { due, done } = await app.midway.list(sam.actor);
		expect(due).toEqual([]);
		expect(done).toMatchObject([{ meetingId, going: 'well', youngPerson: { id: amina.id } }]);
		await expect(app.midway.open(manager.actor, of)).rejects.toMatchObject({ code: 'not_found' });
		const rows = await app.database.read.select().from(app.database.read.tables.midwayChecks);
		expect(JSON.stringify(rows)).not.toContain('school');
	});

	test('have a day that has been since the meeting, and say how it goes', async () => {
		const { app, sam, amina, held } = await begin();
		const meetingId = await held('2026-08-20');
		const save = { youngPersonId: amina.id, meetingId, version: 0, words: '' };

		for (const doneOn of ['2026-11-22', '2026-08-19', 'yesterday', ''])
			await expect(
				app.midway.save(sam.actor, { ...save, going: 'well', doneOn })
			).rejects.toMatchObject({ code: 'midway_date' });
		await expect(
			app.midway.save(sam.actor, { ...save, doneOn: '2026-11-21' })
		).rejects.toMatchObject({ code: 'midway_going' });
	});
});
