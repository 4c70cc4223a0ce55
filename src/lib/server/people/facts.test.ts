import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { NO_FACTS } from '../../../../tests/support/sample-form.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { GoesTo } from '../../forms/definition.ts';
import { londonInstant as at } from '../../language/dates.ts';

onBothEngines('what forms know of a young person', (engine) => {
	async function begin(socialWorkerActive = true) {
		const base = await eastbrook((options) => engine.open(options));
		const lena = await addStaff(base.app, {
			name: 'Lena Hart',
			roles: ['social_worker'],
			active: socialWorkerActive
		});
		const jo = await addYoungPerson(base.app, {
			dateOfBirth: '2010-11-22',
			unaccompanied: 'yes',
			officerId: base.sam.id,
			socialWorkerId: lena.id
		});
		return { ...base, lena, jo };
	}

	test('their age on the London day, and whether they came alone', async () => {
		const { app, clock, jo } = await begin();
		const facts = () => app.people.factsOf(app.database.read, jo.id);
		expect(await facts()).toEqual({
			...NO_FACTS,
			age: 15,
			unaccompanied: true
		});
		clock.set('2026-11-22T00:00');
		expect(await facts()).toMatchObject({ age: 16 });
	});

	test('the social worker may be ticked, by name, role and reason', async () => {
		const { app, lena, jo } = await begin();
		expect(await app.people.audienceChoices(jo.actor)).toEqual([
			{ id: lena.id, name: 'Lena Hart', role: 'social_worker', reason: 'works_with_you' }
		]);
	});

	test('the reviewing officer may be ticked when somebody else chairs', async () => {
		const { app, sam, jo } = await begin();
		const cover = await addStaff(app, { name: 'Cover Chair' });
		await addMeeting(app, {
			youngPersonIds: [jo.id],
			scheduledAt: at('2026-11-27T16:00'),
			chairId: cover.id
		});
		const choices = await app.people.audienceChoices(jo.actor);
		expect(choices.map(({ id, role }) => [id, role])).toContainEqual([sam.id, 'officer']);
	});

	test('whoever gets it first is not to be ticked, and who does not is', async () => {
		const { app, sam, lena, jo } = await begin();
		const offered = async (goesTo: GoesTo) =>
			(await app.people.audienceChoices(jo.actor, goesTo)).map(({ id }) => id);

		expect(await offered('chair')).toEqual([lena.id]);
		expect(await offered('worker')).toEqual([sam.id]);
		expect(await offered({ request: 'complaint' })).toEqual([lena.id, sam.id]);
		expect(await offered({ request: 'early_review' })).toEqual([lena.id]);
		expect(await offered('kept')).toEqual([]);
	});

	test('who has left is not offered', async () => {
		const { app, jo } = await begin(false);
		expect(await app.people.audienceChoices(jo.actor)).toEqual([]);
	});

	test('who stands to nobody is offered nobody', async () => {
		const { app, lena } = await begin();
		await expect(app.people.audienceChoices(lena.actor)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});
});
