import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson, type Person } from '../../../../tests/support/people.ts';
import type { NamedPerson } from '../../forms/answers.ts';
import type { App } from '../app.ts';

onBothEngines('whom a complaint is about', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const martin = await addStaff(base.app, { name: 'Martin Hughes', roles: ['complaints'] });
		const liam = await addStaff(base.app, { name: 'Liam Foster', roles: ['social_worker'] });
		const kai = await addYoungPerson(base.app, {
			knownAs: 'Kai',
			officerId: base.sam.id,
			socialWorkerId: liam.id
		});
		return { ...base, martin, liam, kai };
	}

	const complain = (
		app: App,
		person: Person<'young_person'>,
		people: readonly NamedPerson[],
		more: { readonly ticked?: readonly string[]; readonly mustNotSee?: string } = {}
	) =>
		sendStatement(app, person, {
			formId: 'complain',
			answers: {
				'2': { kind: 'say', text: 'They shouted at me.', pictures: ['shown'] },
				'4': { kind: 'people', people },
				'8': { kind: 'yes_no', value: 'yes' },
				Z1: { kind: 'pick', value: 'no' },
				Z3: { kind: 'audience', staff: more.ticked ?? [] },
				...(more.mustNotSee === undefined
					? {}
					: { Z4: { kind: 'people' as const, people: [{ name: more.mustNotSee }] } })
			},
			pictures: { shown: '2' }
		});

	/** Everything of the desk that could tell somebody of it. */
	async function everythingTold(app: App, who: Person<'staff'>) {
		const { roles } = who.actor;
		const officer = roles.includes('iro');
		const manages = roles.includes('manager');
		const inbox = officer ? await app.desk.inbox(who.actor) : null;
		const handles = officer || roles.some((role) => ['complaints', 'advocate'].includes(role));
		return {
			alerts: officer || manages ? await app.desk.alerts(who.actor) : [],
			notices: await app.desk.notices(who.actor),
			inbox: [...(inbox?.delivered ?? []), ...(inbox?.waiting ?? [])],
			sentTo: await app.statements.sentTo(who.actor),
			requests: handles ? await app.requests.waiting(who.actor) : [],
			frame: {
				alerts: (await app.desk.frame(who.actor)).openAlerts ?? 0,
				requests: (await app.desk.frame(who.actor)).newRequests ?? 0
			}
		};
	}
	const NOTHING = {
		alerts: [],
		notices: [],
		inbox: [],
		sentTo: [],
		requests: [],
		frame: { alerts: 0, requests: 0 }
	};

	async function findsNothing(
		app: App,
		who: Person<'staff'>,
		statementId: string,
		alertId: string
	) {
		expect(await everythingTold(app, who)).toEqual(NOTHING);
		for (const attempt of [
			app.statements.open(who.actor, statementId),
			app.statements.reply(who.actor, { statementId, sendKey: 'k', readyReply: 'thank_you' }),
			app.pictures.openForDesk(who.actor, 'shown'),
			app.safety.acknowledge(who.actor, alertId)
		])
			await expect(attempt).rejects.toMatchObject({ kind: 'not_found' });
	}

	test('a social worker, chosen by name: no list, no alert, no reading, though they were ticked too', async () => {
		const { app, martin, liam, kai, manager } = await begin();
		const { statementId } = await complain(app, kai, [{ name: 'my worker', staffId: liam.id }], {
			ticked: [liam.id]
		});
		const [alert] = await app.desk.alerts(manager.actor);

		await findsNothing(app, liam, statementId, alert?.id ?? '');
		const waiting = await app.requests.waiting(martin.actor);
		expect(waiting).toMatchObject([{ kind: 'complaint', youngPerson: { name: 'Kai Osman' } }]);
		await app.statements.open(martin.actor, statementId);
	});

	test.each([
		['the complaints manager', 'martin', 'Martin'],
		['the reviewing officer', 'sam', 'Sam O.'],
		['the manager', 'manager', 'blake'],
		['the reviewing officer, by what they are', 'sam', 'my reviewing officer']
	] as const)('%s, as they typed it', async (_, key, typed) => {
		const world = await begin();
		const { app, kai, clock } = world;
		const another = await addStaff(app, { name: 'Nia Wells', roles: ['complaints'] });
		const other = await addStaff(app, { name: 'Olu Ade', roles: ['manager'] });
		const { statementId } = await complain(app, kai, [{ name: typed }]);
		const [alert] = await app.desk.alerts(other.actor);
		expect(alert).toBeDefined();

		await findsNothing(app, world[key], statementId, alert?.id ?? '');

		clock.set('2026-11-21T10:00');
		await app.statements.add(kai.actor, { statementId, sendKey: 'more', words: 'Again today.' });
		await findsNothing(app, world[key], statementId, alert?.id ?? '');
		expect(await app.requests.waiting(another.actor)).toHaveLength(1);
		for (const { id } of await app.requests.listOwn(kai.actor))
			await expect(app.requests.open(world[key].actor, id)).rejects.toMatchObject({
				kind: 'not_found'
			});
	});

	test('whoever they said must not see it cannot handle it either', async () => {
		const { app, kai, martin } = await begin();
		const { statementId } = await complain(app, kai, [], { mustNotSee: 'martin' });
		await expect(app.statements.open(martin.actor, statementId)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('a name in letters no name of the staff has: in doubt none of their own', async () => {
		const { app, kai, sam, liam, martin, manager } = await begin();
		const { statementId } = await complain(app, kai, [{ name: 'ليام' }], { ticked: [liam.id] });
		const [alert] = await app.desk.alerts(manager.actor);
		await findsNothing(app, sam, statementId, alert?.id ?? '');
		await findsNothing(app, liam, statementId, alert?.id ?? '');
		await app.statements.open(martin.actor, statementId);
	});

	test('the one complaints manager there is: the managers are told that nobody can read it', async () => {
		const { app, kai, martin, manager } = await begin();
		await complain(app, kai, [{ name: 'Martin Hughes' }]);
		// The advocate they asked for is missing here too.
		expect(await noticesTo(app, manager.actor)).toEqual(['nobody_to_handle', 'nobody_to_handle']);
		expect(await app.requests.waiting(martin.actor)).toEqual([]);
	});

	test('an advocate complained about does not get the request for an advocate it made', async () => {
		const { app, kai } = await begin();
		const grace = await addStaff(app, { name: 'Grace Adeyemi', roles: ['advocate'] });
		const ada = await addStaff(app, { name: 'Ada Cole', roles: ['advocate'] });
		const { statementId } = await complain(app, kai, [{ name: 'Grace' }]);
		expect(await app.requests.waiting(grace.actor)).toEqual([]);
		expect(await app.requests.waiting(ada.actor)).toMatchObject([{ kind: 'advocate' }]);
		// It asked for one; its words are for who handles complaints.
		await expect(app.statements.open(ada.actor, statementId)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('an alert leads the officer to nothing they cannot open', async () => {
		const { app, kai, sam } = await begin();
		await complain(app, kai, [{ name: 'Liam' }]);
		expect(await app.desk.alerts(sam.actor)).toMatchObject([
			{ kind: 'not_safe', statementId: null }
		]);
		expect((await app.desk.inbox(sam.actor)).delivered).toEqual([]);
	});
});
