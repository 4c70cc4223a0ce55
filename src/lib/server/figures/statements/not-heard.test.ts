import { expect, test } from 'vitest';
import { sendStatement } from '../../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../../tests/support/engines.ts';
import {
	addAccount,
	addMeeting,
	addStaff,
	addYoungPerson
} from '../../../../../tests/support/people.ts';
import {
	HEARD_GROUPS,
	HEARD_WORKERS,
	type HeardAsked,
	type HeardWhen
} from '../../../figures/not-heard.ts';
import { londonInstant as at } from '../../../language/dates.ts';
import { OPERATOR } from '../../access.ts';

/** Ruth and Eli have a conference on the 27th, Ruth has said something; Kai’s review is in seven weeks. */
async function council(engine: Engine) {
	const world = await eastbrook((options) => engine.open(options));
	const { app, sam } = world;
	const lena = await addStaff(app, { name: 'Lena Hart', roles: ['social_worker'] });
	const with_ = { officerId: sam.id, socialWorkerId: lena.id, team: 'North' };
	const ruth = await addYoungPerson(app, { ...with_, knownAs: 'Ruth', sex: 'female' });
	const eli = await addYoungPerson(app, { ...with_, knownAs: 'Eli', sex: 'male', language: 'pl' });
	const kai = await addYoungPerson(app, { knownAs: 'Kai', unaccompanied: 'yes' });
	await addAccount(app, ruth);
	const conference = await world.conference('2026-11-27T10:00', [ruth.id, eli.id]);
	await addMeeting(app, { youngPersonIds: [kai.id], scheduledAt: at('2027-01-08T10:00') });
	const { statementId } = await sendStatement(app, ruth, { meetingId: conference });
	const near = (asked: Omit<Partial<HeardAsked>, 'when'> = {}) =>
		app.statementFigures.listHeard(world.manager.actor, { when: 'near', filters: {}, ...asked });
	const held = (asked: Omit<Partial<HeardAsked>, 'when'> = {}) =>
		app.statementFigures.listHeard(world.manager.actor, { when: 'held', filters: {}, ...asked });
	return { ...world, lena, ruth, eli, kai, conference, statementId, near, held };
}

onBothEngines('who is not heard', (engine) => {
	test('of those with a meeting near, by the chair’s own rule or as far ahead as is asked', async () => {
		const { app, manager, sam, eli, kai, near } = await council(engine);

		const { ahead, groups: figures } = await app.statementFigures.notHeard(manager.actor, {});
		expect(ahead).toEqual({ weeks: null, workingDays: 20 });
		expect(figures).toMatchObject({ places: 2, silent: 1 });
		expect(figures.by.sex).toEqual([
			{ value: 'male', places: 1, silent: 1 },
			{ value: 'female', places: 1, silent: 0 }
		]);
		expect(figures.with.officer.shown).toEqual([
			{ value: sam.id, name: 'Sam Okoro', places: 2, silent: 1 }
		]);
		const own = await app.preparing.notHeard(sam.actor, {});
		expect(own.rows.map(({ youngPerson }) => youngPerson.id)).toEqual([eli.id]);

		const ahead8 = await app.statementFigures.notHeard(manager.actor, { weeks: 8 });
		expect(ahead8.near).toMatchObject({ places: 3, silent: 2 });
		const names = (await near({ weeks: 8 })).rows.map(({ youngPerson }) => youngPerson.name);
		expect(names).toEqual(['Eli Osman', 'Kai Osman']);
		expect((await near({ weeks: 7, filters: { officer: '-' } })).rows[0]?.youngPerson.id).toBe(
			kai.id
		);
		expect((await near({ weeks: 6, filters: { officer: '-' } })).total).toBe(0);
	});

	test('the list says which meeting, whose officer, whether they were asked and can sign in', async () => {
		const { conference, eli, ruth, statementId, near } = await council(engine);

		const list = await near({ filters: { silent: 'no' } });

		const meeting = {
			id: conference,
			kind: 'review_conference',
			scheduledAt: at('2026-11-27T10:00'),
			heldOn: null
		};
		const place = { meeting, officer: 'Sam Okoro', invitedAt: null, invitedAgainAt: null };
		const both = [
			{
				...place,
				youngPerson: { id: ruth.id, name: 'Ruth Osman' },
				said: true,
				gettingOn: 'account'
			},
			{
				...place,
				youngPerson: { id: eli.id, name: 'Eli Osman' },
				said: false,
				gettingOn: 'no_account'
			}
		];
		expect(list.rows).toHaveLength(2);
		expect(list.rows).toEqual(expect.arrayContaining(both));
		expect(JSON.stringify(list)).not.toContain(statementId);
	});

	test('looking back, what nobody opened in time was said for all that; what was taken back was not', async () => {
		const { app, clock, manager, ruth, eli, conference, held } = await council(engine);
		const { statementId } = await sendStatement(app, eli, { meetingId: conference });
		await app.statements.takeBack(eli.actor, statementId);
		clock.set('2026-11-27T12:00');
		await app.meetings.change(OPERATOR, conference, { kind: 'hold', heldOn: '2026-11-27' });

		const told = await app.statementFigures.notHeard(manager.actor, { when: 'held' });

		expect(told).toMatchObject({ near: { places: 0, silent: 0 }, held: { places: 2, silent: 1 } });
		expect(await app.statementFigures.notHeard(manager.actor, {})).toMatchObject({
			...{ near: told.near, held: told.held }
		});
		expect(told.groups.by.kind).toEqual([{ value: 'review_conference', places: 2, silent: 1 }]);
		expect((await held()).rows).toMatchObject([{ youngPerson: { id: eli.id }, said: false }]);
		const all = (await held({ filters: { silent: 'no' } })).rows;
		expect(
			all.map(({ youngPerson, said }) => [youngPerson.id === ruth.id, said]).toSorted()
		).toEqual([
			[false, false],
			[true, true]
		]);
	});

	test('behind every number is a list of just as many', async () => {
		const { app, clock, manager, conference, near, held } = await council(engine);
		const of = async (list: typeof near, when: HeardWhen) => {
			const told = await app.statementFigures.notHeard(manager.actor, { weeks: 12, when });
			const dimensions = [
				...HEARD_GROUPS.map((name) => [name, told.groups.by[name]] as const),
				...HEARD_WORKERS.map((name) => [name, told.groups.with[name].shown] as const)
			];
			for (const [name, values] of dimensions) {
				expect(values.reduce((sum, { places }) => sum + places, 0)).toBe(told[when].places);
				for (const { value, places, silent } of values) {
					const weeks = 12;
					expect((await list({ weeks, filters: { [name]: value } })).total).toBe(silent);
					const everybody = await list({ weeks, filters: { [name]: value, silent: 'no' } });
					expect(everybody.total).toBe(places);
				}
			}
		};
		await of(near, 'near');
		clock.set('2026-11-27T12:00');
		await app.meetings.change(OPERATOR, conference, { kind: 'hold', heldOn: '2026-11-27' });
		await of(held, 'held');
	});
});
