import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { join } from '../../../../tests/support/joining.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { NOBODY } from '../access.ts';

onBothEngines('young people at the desk', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));
	const nothingHere = { kind: 'not_found' };

	test('an officer sees those allocated to them and those whose meeting they chair, by name', async () => {
		const { app, sam, amina } = await begin();
		const kai = await addYoungPerson(app, { knownAs: 'Kai', lastName: 'Doyle' });
		await addMeeting(app, { youngPersonIds: [kai.id], chairId: sam.id });
		const past = await addYoungPerson(app, { knownAs: 'Zoe' });
		await addMeeting(app, { youngPersonIds: [past.id], chairId: sam.id, heldOn: '2026-10-01' });

		const { people, everybody } = await app.people.list(sam.actor, {});

		expect(everybody).toBe(false);
		expect(people.map(({ id, name }) => [id, name])).toEqual([
			[amina.id, 'Amina Osman'],
			[kai.id, 'Kai Doyle']
		]);
	});

	test('a participation worker sees everybody, 25 a page', async () => {
		const { app } = await begin();
		const pat = await addStaff(app, { roles: ['participation'] });
		for (let at = 0; at < 26; at += 1) await addYoungPerson(app, { knownAs: `Jo ${at}` });

		const first = await app.people.list(pat.actor, {});
		const second = await app.people.list(pat.actor, { page: 2 });

		expect(first).toMatchObject({ total: 27, pages: 2, everybody: true });
		expect(first.people).toHaveLength(25);
		expect(second.people).toHaveLength(2);
		const ids = [...first.people, ...second.people].map(({ id }) => id);
		expect(new Set(ids).size).toBe(27);
	});

	test('a name is found by its exact words, and only among those one may see', async () => {
		const { app, sam, amina } = await begin();
		const pat = await addStaff(app, { roles: ['participation'] });
		await addYoungPerson(app, { knownAs: 'Zoë', lastName: 'O’Hara' });
		const found = async (actor: typeof sam.actor, name: string) =>
			(await app.people.list(actor, { name })).people.map((person) => person.name);

		expect(await found(pat.actor, '  zoe   o’hara ')).toEqual(['Zoë O’Hara']);
		expect(await found(pat.actor, 'zoe')).toEqual([]);
		expect(await found(sam.actor, 'zoe o’hara')).toEqual([]);
		expect((await app.people.list(sam.actor, { name: 'amina osman' })).people[0]?.id).toBe(
			amina.id
		);
	});

	test('everybody else is told there is nothing, of the list and of a young person', async () => {
		const { app, manager, amina } = await begin();
		const worker = await addStaff(app, { roles: ['social_worker', 'advocate', 'admin'] });

		for (const { actor } of [manager, worker, amina, { actor: NOBODY }]) {
			await expect(app.people.list(actor, {})).rejects.toMatchObject(nothingHere);
			await expect(app.people.see(actor, amina.id)).rejects.toMatchObject(nothingHere);
		}
		const stranger = await addStaff(app);
		expect((await app.people.list(stranger.actor, {})).people).toEqual([]);
		await expect(app.people.see(stranger.actor, amina.id)).rejects.toMatchObject(nothingHere);
		await expect(app.people.see(stranger.actor, 'nobody')).rejects.toMatchObject(nothingHere);
	});

	test('their page tells of their cards and account, and leaves a line in the audit chain', async () => {
		const { app, sam, amina, review, clock } = await begin();
		await review('2026-11-27T16:00');
		await app.accounts.makeInvitation(sam.actor, amina.id);
		clock.set('2026-11-21T09:01');
		await join(app, sam, amina.id);
		clock.set('2026-11-21T09:02');
		await app.accounts.makeInvitation(sam.actor, amina.id);

		const person = await app.people.see(sam.actor, amina.id);

		expect(person).toMatchObject({
			name: 'Amina Osman',
			age: 15,
			officer: 'Sam Okoro',
			next: { daysAway: 6, chair: { name: 'Sam Okoro' } },
			gettingOn: { state: 'account' },
			mayInvite: true
		});
		expect(person.cards.map(({ purpose, state, madeBy }) => [purpose, state, madeBy])).toEqual([
			['new_secret', 'out', 'Sam Okoro'],
			['join', 'used', 'Sam Okoro'],
			['join', 'replaced', 'Sam Okoro']
		]);
		const { auditEntries } = app.database.read.tables;
		const lines = await app.database.read.select().from(auditEntries);
		expect(lines.at(-1)).toMatchObject({
			action: 'young_person.seen',
			actorId: sam.id,
			youngPersonId: amina.id
		});
	});
});
