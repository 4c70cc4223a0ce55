import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson, type Person } from '../../../../tests/support/people.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { addStaff as addToStaff } from '../people/add-staff.ts';
import { overdueRequests } from './overdue.ts';

const NOT_FOUND = { kind: 'not_found' };

onBothEngines('answering a complaint', (engine) => {
	async function begin(at = '2026-12-18T23:59') {
		const base = await eastbrook((options) => engine.open(options), at);
		const martin = await addStaff(base.app, { name: 'Martin Hughes', roles: ['complaints'] });
		return { ...base, martin };
	}

	async function complain(app: App, amina: Person<'young_person'>, about?: Person<'staff'>) {
		const { statementId } = await sendStatement(app, amina, {
			formId: 'complain',
			answers: {
				'2': { kind: 'say', text: 'Nobody came.', pictures: [] },
				...(about
					? { '4': { kind: 'people', people: [{ name: 'them', staffId: about.id }] } }
					: {}),
				'8': { kind: 'yes_no', value: 'no' }
			}
		});
		const own = (await app.requests.listOwn(amina.actor)).find(
			(one) => one.statementId === statementId
		);
		return own?.id ?? '';
	}

	/** What a page of theirs would send now. */
	const asDrawn = async (app: App, who: Person<'staff'>, id: string) => ({
		id,
		sendKey: randomUUID(),
		version: (await app.requests.open(who.actor, id)).version
	});
	const ownDrawn = async (app: App, who: Person<'young_person'>, id: string) => ({
		id,
		sendKey: randomUUID(),
		version: (await app.requests.readOwn(who.actor, id)).version
	});

	test('goes from the day it came to the ombudsman, each stage with its own clock', async () => {
		const { app, clock, amina, martin } = await begin();
		const id = await complain(app, amina);
		expect((await app.requests.readOwn(amina.actor, id)).clock).toMatchObject({
			stage: 'stage_1',
			dueOn: '2027-01-06'
		});
		expect(await noticesTo(app, martin.actor)).toEqual(['request_new']);

		clock.set('2027-01-06T23:59');
		const answer = { ...(await asDrawn(app, martin, id)), step: 'answered' as const };
		await expect(app.requests.move(martin.actor, answer)).rejects.toMatchObject({
			code: 'asked_words_missing'
		});
		const words = 'You are right. We are sorry.';
		await app.requests.move(martin.actor, { ...answer, words });
		await app.requests.move(martin.actor, { ...answer, words });
		expect(await noticesTo(app, amina.actor)).toEqual(['request_answered']);
		const read = await app.requests.readOwn(amina.actor, id);
		expect(read.clock).toMatchObject({ stage: 'stage_1_answered', theirsUntil: '2027-02-03' });
		expect(read.history.at(-1)).toMatchObject({ kind: 'answered', words, late: false });
		expect(read.history).toHaveLength(3);
		expect(await noticesTo(app, amina.actor)).toEqual([]);

		clock.set('2027-02-03T20:00');
		const next = { ...(await ownDrawn(app, amina, id)), step: 'next_asked' as const };
		await app.requests.ownMove(amina.actor, next);
		await app.requests.ownMove(amina.actor, next);
		expect((await app.requests.readOwn(amina.actor, id)).clock).toMatchObject({
			stage: 'stage_2',
			dueOn: '2027-03-10'
		});

		clock.set('2027-03-20T10:00');
		const act = async (step: 'answered' | 'panel_met' | 'panel_reported', on = '') =>
			app.requests.move(martin.actor, {
				...(await asDrawn(app, martin, id)),
				step,
				words: 'As you asked.',
				on
			});
		await act('answered');
		expect((await app.requests.readOwn(amina.actor, id)).history.at(-1)?.late).toBe(true);
		await app.requests.ownMove(amina.actor, {
			...(await ownDrawn(app, amina, id)),
			step: 'next_asked'
		});
		clock.set('2027-04-12T10:00');
		await expect(act('panel_met', '2027-03-01')).rejects.toMatchObject({
			code: 'asked_date_wrong'
		});
		await act('panel_met', '2027-04-09');
		expect((await app.requests.open(martin.actor, id)).clock.dueOn).toBe('2027-04-16');
		await act('panel_reported', '2027-04-12');
		expect((await app.requests.open(martin.actor, id)).clock.dueOn).toBe('2027-05-04');
		await act('answered');
		const over = await app.requests.readOwn(amina.actor, id);
		expect(over).toMatchObject({ state: 'closed', clock: { stage: 'panel_answered', over: true } });
		expect(over.moves).toEqual([]);
	});

	test('is extended for a reason and only so far, and two at once do not both write', async () => {
		const { app, amina, martin } = await begin();
		const id = await complain(app, amina);
		const drawn = await asDrawn(app, martin, id);
		const extend = (to: string, words: string) =>
			app.requests.extend(martin.actor, { ...drawn, to, words });
		await expect(extend('2027-01-20', ' ')).rejects.toMatchObject({ code: 'asked_reason_missing' });
		for (const to of ['2027-01-21', '2027-01-16', '2027-01-05', 'soon'])
			await expect(extend(to, 'Why')).rejects.toMatchObject({ code: 'asked_extension_wrong' });
		await extend('2027-01-20', 'We look for an advocate for you.');
		await extend('2027-01-20', 'We look for an advocate for you.');
		const read = await app.requests.readOwn(amina.actor, id);
		expect(read.clock.dueOn).toBe('2027-01-20');
		expect(read.history.filter(({ kind }) => kind === 'extended')).toMatchObject([
			{ words: 'We look for an advocate for you.', by: 'Martin Hughes' }
		]);
		await expect(
			app.requests.reply(martin.actor, { ...drawn, sendKey: 'other', words: 'Hello' })
		).rejects.toMatchObject({ kind: 'conflict', code: 'request_changed' });
	});

	test('whom it is about can neither be given it nor do a thing, were they the only one', async () => {
		const { app, amina, martin, manager } = await begin();
		const id = await complain(app, amina, martin);
		expect(await noticesTo(app, manager.actor)).toEqual(['nobody_to_handle']);
		const step = { id, sendKey: 'k', version: 1 };
		for (const attempt of [
			app.requests.assign(martin.actor, { ...step, staffId: martin.id }),
			app.requests.reply(martin.actor, { ...step, words: 'Hello' }),
			app.requests.safeguard(martin.actor, step)
		])
			await expect(attempt).rejects.toMatchObject(NOT_FOUND);

		const nia = await addStaff(app, { name: 'Nia Wells', roles: ['complaints'] });
		const drawn = await asDrawn(app, nia, id);
		await expect(
			app.requests.assign(nia.actor, { ...drawn, staffId: martin.id })
		).rejects.toMatchObject({ code: 'asked_nobody_chosen' });
		await app.requests.assign(nia.actor, { ...drawn, staffId: nia.id });
		expect((await app.requests.open(nia.actor, id)).assigned).toBe('Nia Wells');
		expect((await app.requests.open(nia.actor, id)).work?.handlers).toEqual([
			{ id: nia.id, name: 'Nia Wells' }
		]);
		expect(await app.requests.list(martin.actor)).toMatchObject({ rows: [], counts: { open: 0 } });
		expect(await noticesTo(app, martin.actor)).toEqual([]);
	});

	test('an allegation goes to those who keep safe at once, past whom it is about', async () => {
		const { app, amina, sam, martin, manager } = await begin();
		const id = await complain(app, amina, sam);
		const drawn = await asDrawn(app, martin, id);
		await app.requests.safeguard(martin.actor, drawn);
		await app.requests.safeguard(martin.actor, { ...drawn, version: 2, sendKey: 'again' });
		expect(await app.desk.alerts(manager.actor)).toMatchObject([{ kind: 'allegation' }]);
		expect(await app.desk.alerts(sam.actor)).toEqual([]);
		expect(await noticesTo(app, manager.actor)).toEqual(['request_safeguarding']);
		// It is no end of the complaint.
		expect((await app.requests.open(martin.actor, id)).clock.stage).toBe('stage_1');
	});

	test('who waits too long says so once a day, and the managers are told', async () => {
		const { app, clock, amina, martin, manager, sam } = await begin();
		const id = await complain(app, amina, sam);
		clock.set('2027-01-07T00:00');
		expect(await overdueRequests(app, app.database.read, app.now())).toMatchObject([
			{ requestId: id, kind: 'complaint', dueOn: '2027-01-06', barredStaffIds: [sam.id] }
		]);
		expect((await app.requests.list(martin.actor)).counts).toMatchObject({ open: 1, late: 1 });
		for (const count of [1, 2]) {
			const drawn = await ownDrawn(app, amina, id);
			await app.requests.sayWaiting(amina.actor, drawn);
			expect((await app.requests.readOwn(amina.actor, id)).maySayWaiting).toBe(false);
			expect(await noticesTo(app, manager.actor)).toEqual(['request_late']);
			expect(count).toBeLessThan(3);
		}
		const { history } = await app.requests.readOwn(amina.actor, id);
		expect(history.at(-1)).toMatchObject({ kind: 'still_waiting', managerTold: true });

		clock.set('2027-01-06T23:59');
		expect(await overdueRequests(app, app.database.read, app.now())).toEqual([]);
	});

	test('withdrawn, it keeps its history; only its young person can do that', async () => {
		const { app, amina, martin } = await begin();
		const sister = await addYoungPerson(app, { knownAs: 'Hala' });
		const id = await complain(app, amina);
		const step = { ...(await ownDrawn(app, amina, id)), step: 'withdrawn' as const };
		await expect(app.requests.ownMove(sister.actor, step)).rejects.toMatchObject(NOT_FOUND);
		await expect(app.requests.readOwn(sister.actor, id)).rejects.toMatchObject(NOT_FOUND);
		await app.requests.ownMove(amina.actor, step);
		expect((await app.requests.list(martin.actor)).rows).toEqual([]);
		expect((await app.requests.list(martin.actor, { show: 'closed' })).rows).toMatchObject([
			{ clock: { stage: 'withdrawn' } }
		]);
		expect((await app.requests.open(martin.actor, id)).history.map(({ kind }) => kind)).toEqual([
			'received',
			'advocate_declined',
			'withdrawn'
		]);
		expect(await app.requests.listOwn(amina.actor)).toMatchObject([{ state: 'closed' }]);
	});

	test('who wants no visitor any more has none, at once', async () => {
		const { app, amina } = await begin();
		const zoe = await addStaff(app, { name: 'Zoe Campbell', roles: ['participation'] });
		await sendStatement(app, amina, {
			formId: 'ask-for-a-visitor',
			answers: { '2': { kind: 'yes_no', value: 'yes' } }
		});
		const [asked] = await app.requests.waiting(zoe.actor);
		const id = asked?.id ?? '';
		const listed = { step: 'listed' as const, place: '0' };
		await expect(
			app.requests.move(zoe.actor, { ...(await asDrawn(app, zoe, id)), ...listed })
		).rejects.toMatchObject({ code: 'asked_place_wrong' });
		const drawn = await asDrawn(app, zoe, id);
		await app.requests.move(zoe.actor, { ...drawn, ...listed, place: '3' });
		expect((await app.requests.readOwn(amina.actor, id)).history.at(-1)).toMatchObject({
			kind: 'listed',
			place: 3
		});

		await sendStatement(app, amina, {
			formId: 'my-visitor',
			answers: { '9': { kind: 'yes_no', value: 'yes' } }
		});
		expect((await app.requests.readOwn(amina.actor, id)).clock).toMatchObject({
			stage: 'objected',
			over: true
		});
		// Why is still for somebody to read.
		const [why] = await app.requests.waiting(zoe.actor);
		await app.requests.open(zoe.actor, why?.id ?? '');
		expect((await app.requests.list(zoe.actor)).counts).toMatchObject({ open: 0, closed: 2 });
	});

	test('an advocate declined can be had later, once, and what was written stands sealed', async () => {
		const { app, amina, martin } = await begin();
		const id = await complain(app, amina);
		expect((await app.requests.readOwn(amina.actor, id)).advocate).toBe('declined');
		const drawn = await ownDrawn(app, amina, id);
		for (const sendKey of ['a', 'a', 'b'])
			await app.requests
				.chooseAdvocate(amina.actor, { ...drawn, sendKey, want: 'yes' })
				.catch((refusal: unknown) => expect(refusal).toMatchObject({ code: 'request_changed' }));
		const own = await app.requests.listOwn(amina.actor);
		expect(own.map(({ kind }) => kind).toSorted()).toEqual(['advocate', 'complaint']);
		await app.requests.reply(martin.actor, {
			...(await asDrawn(app, martin, id)),
			words: 'Marigold'
		});
		const { read } = app.database;
		const steps = await read.select().from(read.tables.requestSteps);
		expect(steps.some(({ wordsSealed }) => wordsSealed !== null)).toBe(true);
		for (const { wordsSealed } of steps)
			expect(wordsSealed?.toString('latin1') ?? '').not.toContain('Marigold');
	});

	test('lists take the same number of queries, however much is in them', async () => {
		const { app, martin } = await begin();
		const queries = app.database.read;
		let asked = 0;
		const counting = new Proxy(queries, {
			get: (target, name, receiver) => {
				if (name === 'select') asked += 1;
				return Reflect.get(target, name, receiver);
			}
		});
		const { list } = await import('./read.ts');
		const counts: number[] = [];
		for (const more of [1, 12]) {
			for (let index = 0; index < more; index++)
				await complain(app, await addYoungPerson(app, { knownAs: `Kid ${more}${index}` }));
			asked = 0;
			const { rows } = await list(app, counting, martin.actor, {});
			expect(rows.length).toBeGreaterThanOrEqual(more);
			counts.push(asked);
		}
		expect(counts[0]).toBe(counts[1]);
	});
});

onBothEngines('advocacy services', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const zoe = await addStaff(base.app, { name: 'Zoe Campbell', roles: ['participation'] });
		const advocate = async (name: string, provider?: string) => {
			const { staffId } = await addToStaff(base.app, OPERATOR, {
				name,
				email: `${name}@x.example`,
				roles: ['advocate'],
				provider
			});
			const roles = ['advocate'] as const;
			return { id: staffId, actor: { kind: 'staff', id: staffId, accountId: '', roles } } as const;
		};
		return { ...base, zoe, advocate };
	}
	const ask = async (app: App, who: Person<'young_person'>) => {
		const { statementId } = await sendStatement(app, who, {
			formId: 'ask-for-an-advocate',
			answers: { '3': { kind: 'say', text: 'Help me.', pictures: [] } }
		});
		const own = (await app.requests.listOwn(who.actor)).find(
			(one) => one.statementId === statementId
		);
		return { id: own?.id ?? '', statementId };
	};

	test('with one, what is asked for is its own by itself, and what waited too', async () => {
		const { app, amina, advocate } = await begin();
		const lone = await advocate('Lone');
		const { id } = await ask(app, amina);
		expect((await app.requests.open(lone.actor, id)).clock.stage).toBe('new');

		const grace = await advocate('Grace', 'Voice First');
		await expect(app.requests.open(lone.actor, id)).rejects.toMatchObject(NOT_FOUND);
		expect(await app.requests.open(grace.actor, id)).toMatchObject({
			provider: 'Voice First',
			clock: { stage: 'given', dueOn: '2026-11-24' }
		});
		const kai = await addYoungPerson(app, { knownAs: 'Kai' });
		await ask(app, kai);
		expect(await app.requests.listOwn(kai.actor)).toMatchObject([{ provider: 'Voice First' }]);
	});

	test('with two, somebody gives it to one, and the other sees nothing of it', async () => {
		const { app, amina, zoe, advocate } = await begin();
		const grace = await advocate('Grace', 'Voice First');
		const ada = await advocate('Ada', 'Side by Side');
		await expect(
			addToStaff(app, OPERATOR, { name: 'X', email: 'x@x.uk', roles: ['iro'], provider: 'Voice' })
		).rejects.toMatchObject({ code: 'staff_provider' });
		const { id, statementId } = await ask(app, amina);
		expect(await app.requests.waiting(grace.actor)).toEqual([]);
		const { toGive, providers } = await app.requests.list(zoe.actor);
		expect(toGive).toMatchObject([{ id, youngPerson: { name: 'Amina Osman' } }]);
		expect((await app.desk.frame(zoe.actor)).newRequests).toBe(1);
		// Who gives it reads none of it.
		await expect(app.requests.open(zoe.actor, id)).rejects.toMatchObject(NOT_FOUND);
		await expect(app.statements.open(zoe.actor, statementId)).rejects.toMatchObject(NOT_FOUND);

		const providerId = providers.find(({ name }) => name === 'Voice First')?.id ?? '';
		const step = { id, sendKey: 'give', version: toGive[0]?.version ?? 0, providerId };
		await app.requests.give(zoe.actor, step);
		await app.requests.give(zoe.actor, step);
		expect((await app.requests.list(zoe.actor)).toGive).toEqual([]);

		await app.statements.open(grace.actor, statementId);
		expect(await app.requests.waiting(ada.actor)).toEqual([]);
		expect((await app.requests.list(ada.actor)).counts.open).toBe(0);
		expect((await app.desk.frame(ada.actor)).newRequests).toBe(0);
		expect(await noticesTo(app, ada.actor)).toEqual([]);
		for (const attempt of [
			app.requests.open(ada.actor, id),
			app.requests.reply(ada.actor, { id, sendKey: 'k', version: 2, words: 'Hello' }),
			app.statements.open(ada.actor, statementId)
		])
			await expect(attempt).rejects.toMatchObject(NOT_FOUND);
		const { version } = await app.requests.open(grace.actor, id);
		await expect(
			app.requests.assign(grace.actor, { id, sendKey: 'to', version, staffId: ada.id })
		).rejects.toMatchObject({ code: 'asked_nobody_chosen' });
		await app.requests.move(grace.actor, { id, sendKey: 'c', version, step: 'contacted' });
		expect((await app.requests.readOwn(amina.actor, id)).clock).toMatchObject({
			stage: 'contacted',
			dueOn: null
		});
	});
});
