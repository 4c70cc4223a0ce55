import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answerAsCarer, askCarer } from '../../../../tests/support/carers.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { OPERATOR } from '../access.ts';
import { createCarersJob } from './chase-job.ts';

onBothEngines('figures of carers', (engine) => {
	async function begin() {
		const world = await eastbrook((options) => engine.open(options), '2026-03-31T23:30');
		const { app, sam } = world;
		const priya = await addStaff(app, { name: 'Priya Nair' });
		const kai = await addYoungPerson(app, { knownAs: 'Kai', officerId: priya.id, team: 'North' });
		const reviewOf = async (youngPersonId: string) => ({
			youngPersonId,
			meetingId: await addMeeting(app, {
				youngPersonIds: [youngPersonId],
				scheduledAt: app.now() + 14 * 86_400_000,
				chairId: sam.id
			})
		});
		return { ...world, priya, kai, reviewOf };
	}

	test('count who was asked in a month of London’s, and what came of it', async () => {
		const { app, clock, sam, priya, manager, amina, kai, reviewOf } = await begin();
		const hers = await reviewOf(amina.id);
		const his = await reviewOf(kai.id);
		// The last half hour of March in London, which is April elsewhere.
		const first = randomUUID();
		await askCarer(app, sam, { ...hers, id: first });
		clock.set('2026-04-01T00:10');
		await askCarer(app, sam, { ...his, role: 'key_worker' });
		const back = randomUUID();
		await askCarer(app, sam, { ...hers, id: back, email: 'b@home.example' });
		await app.carers.takeBack(sam.actor, { meetingId: hers.meetingId, consultationId: back });
		const strained = { '7': { kind: 'pick', value: 'strained' } } as const;
		await answerAsCarer(app, sam, his, strained, { email: 'c@home.example' }, () => {
			clock.set('2026-04-03T10:00');
			return Promise.resolve();
		});
		clock.set('2026-04-09T10:00');
		await createCarersJob(app).run();

		const asked = { from: '2026-03-01', to: '2026-04-30' };
		const view = await app.carers.figures(manager.actor, asked);
		const chased = { chased: 1, answeredAfterwards: 0 };
		expect(view.total).toEqual({
			...{ asked: 3, answered: 1, answeredPercent: 33.3 },
			...{ chased: 2, answeredAfterwards: 0 }
		});
		expect(view.months).toEqual([
			{ id: '2026-03', asked: 1, answered: 0, answeredPercent: 0, ...chased },
			{ id: '2026-04', asked: 2, answered: 1, answeredPercent: 50, ...chased }
		]);
		expect(view.roles.map(({ id, asked: of }) => [id, of])).toEqual([
			['foster_carer', 2],
			['key_worker', 1]
		]);
		expect(view.teams.map(({ id, asked: of }) => [id, of])).toEqual([
			['North', 2],
			[null, 1]
		]);
		expect(view.officers.map(({ name, asked: of }) => [name, of])).toEqual([
			['Priya Nair', 2],
			['Sam Okoro', 1]
		]);
		expect(view.days).toEqual({ day: 0, days_3: 1, week: 0, weeks_2: 0, longer: 0 });
		expect(view.halfWithin).toBe(2);

		const flagged = await app.carers.flagged(manager.actor);
		expect(flagged).toMatchObject([
			{ youngPerson: 'Kai Osman', officer: 'Priya Nair', flag: 'strained', role: 'foster_carer' }
		]);
		await app.meetings.change(OPERATOR, his.meetingId, { kind: 'hold', heldOn: '2026-04-09' });
		expect(await app.carers.flagged(manager.actor)).toEqual([]);

		// As many stand in the list behind a figure as it says.
		const list = async (more: object) =>
			(await app.carers.unanswered(manager.actor, { ...asked, ...more })).rows.map(
				({ youngPerson }) => youngPerson
			);
		expect(await list({})).toEqual(['Kai Osman', 'Amina Osman']);
		expect(await list({ month: '2026-03' })).toEqual(['Amina Osman']);
		expect(await list({ role: 'key_worker' })).toEqual(['Kai Osman']);
		expect(await list({ team: 'none' })).toEqual(['Amina Osman']);
		expect(await list({ officer: priya.id })).toEqual(['Kai Osman']);
		await expect(app.carers.figures(sam.actor, asked)).rejects.toMatchObject({ kind: 'not_found' });
		await expect(app.carers.flagged(sam.actor)).rejects.toMatchObject({ kind: 'not_found' });

		// An answer after the reminder counts as one; the month it counts in stays that of asking.
		clock.set('2026-04-10T10:00');
		const { carerConsultations } = app.database.read.tables;
		await app.database.inTransaction((tx) =>
			tx
				.update(carerConsultations)
				.set({ answeredAt: app.now() })
				.where(eq(carerConsultations.id, first))
		);
		const [march] = (await app.carers.figures(manager.actor, asked)).months;
		expect(march).toMatchObject({ answered: 1, answeredAfterwards: 1 });
	});
});
