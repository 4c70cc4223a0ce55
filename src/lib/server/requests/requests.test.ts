import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { ASKS_AT_ADDRESS } from '../accounts/throttle.ts';
import type { App } from '../app.ts';

const ASKED: Readonly<Record<string, Answer>> = {
	'3': { kind: 'say', text: 'I want to go to my sister.', pictures: [] },
	'6': { kind: 'pick', value: 'here' }
};
const WANTS_ONE: Readonly<Record<string, Answer>> = { '29': { kind: 'yes_no', value: 'yes' } };

onBothEngines('asking for something', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const grace = await addStaff(base.app, { name: 'Grace Adeyemi', roles: ['advocate'] });
		const zoe = await addStaff(base.app, { name: 'Zoe Campbell', roles: ['participation'] });
		return { ...base, grace, zoe };
	}

	test('a form for it goes to who handles it, and says who opened it', async () => {
		const { app, clock, amina, grace, sam } = await begin();
		const { statementId } = await sendStatement(app, amina, {
			formId: 'ask-for-an-advocate',
			answers: ASKED
		});
		expect(await app.requests.listOwn(amina.actor)).toMatchObject([
			{ kind: 'advocate', statementId, handler: 'advocate', state: 'new', openedAt: null }
		]);
		const [request] = await app.requests.waiting(grace.actor);
		expect(request).toMatchObject({ raisedBy: 'form', youngPerson: { name: 'Amina Osman' } });
		// Her officer gets none of it.
		expect(await app.requests.waiting(sam.actor)).toEqual([]);
		await expect(app.statements.open(sam.actor, statementId)).rejects.toMatchObject({
			kind: 'not_found'
		});

		clock.set('2026-11-21T11:00');
		const opened = await app.requests.open(grace.actor, request?.id ?? '');
		expect(opened).toMatchObject({ statementId, asked: null, mayMatch: false });
		expect((await app.statements.open(grace.actor, statementId)).answers).toHaveLength(2);
		expect(await app.requests.listOwn(amina.actor)).toMatchObject([
			{ state: 'opened', openedAt: clock.now(), openedBy: 'Grace Adeyemi' }
		]);
		expect(await app.requests.waiting(grace.actor)).toEqual([]);
		expect((await app.requests.list(grace.actor)).rows).toMatchObject([
			{ state: 'opened', clock: { stage: 'new', late: false } }
		]);
	});

	test('reading the statement opens its request too', async () => {
		const { app, amina, grace } = await begin();
		const { statementId } = await sendStatement(app, amina, {
			formId: 'ask-for-an-advocate',
			answers: ASKED
		});
		await app.statements.open(grace.actor, statementId);
		expect(await app.requests.listOwn(amina.actor)).toMatchObject([
			{ state: 'opened', openedBy: 'Grace Adeyemi' }
		]);
	});

	test('an answer asks in passing: that it was asked is told, and none of the words', async () => {
		const { app, amina, grace, review } = await begin();
		await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina, { answers: WANTS_ONE });
		const [request] = await app.requests.waiting(grace.actor);
		expect(await app.requests.open(grace.actor, request?.id ?? '')).toMatchObject({
			raisedBy: 'question',
			statementId: null,
			fromStatementId: null
		});
		await expect(app.statements.open(grace.actor, statementId)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('once, however often it is sent, and one of a kind in passing', async () => {
		const { app, amina, grace } = await begin();
		const { formId, sendKey } = await addDraft(app, amina, { answers: WANTS_ONE });
		await Promise.all(
			Array.from({ length: 4 }, () => app.statements.send(amina.actor, { formId, sendKey }))
		);
		await sendStatement(app, amina, { answers: WANTS_ONE });
		expect(await app.requests.waiting(grace.actor)).toHaveLength(1);
	});

	test('the form, sent later, brings its words to what an answer had asked', async () => {
		const { app, amina, grace } = await begin();
		await sendStatement(app, amina, { answers: WANTS_ONE });
		const [before] = await app.requests.waiting(grace.actor);
		await app.requests.open(grace.actor, before?.id ?? '');
		const { statementId } = await sendStatement(app, amina, {
			formId: 'ask-for-an-advocate',
			answers: ASKED
		});
		expect((await app.requests.list(grace.actor)).rows).toHaveLength(1);
		expect(await app.requests.waiting(grace.actor)).toMatchObject([
			{ id: before?.id, state: 'new' }
		]);
		expect(await app.requests.open(grace.actor, before?.id ?? '')).toMatchObject({ statementId });
		await app.statements.open(grace.actor, statementId);
	});

	test('a second complaint is one of its own', async () => {
		const { app, amina } = await begin();
		const martin = await addStaff(app, { name: 'Martin Hughes', roles: ['complaints'] });
		for (const text of ['One', 'Two'])
			await sendStatement(app, amina, {
				formId: 'complain',
				answers: { '2': { kind: 'say', text, pictures: [] } }
			});
		const waiting = await app.requests.waiting(martin.actor);
		expect(waiting).toHaveLength(2);
		for (const { id } of waiting)
			expect((await app.requests.open(martin.actor, id)).statementId).not.toBeNull();
	});

	test('with nobody to handle it the managers are told', async () => {
		const { app, amina, manager } = await begin();
		await sendStatement(app, amina, {
			formId: 'complain',
			answers: { '2': { kind: 'say', text: 'It was not fair.', pictures: [] } }
		});
		expect(await noticesTo(app, manager.actor)).toEqual(['nobody_to_handle']);
	});
});

onBothEngines('asking without an account', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const grace = await addStaff(base.app, { name: 'Grace Adeyemi', roles: ['advocate'] });
		const zoe = await addStaff(base.app, { name: 'Zoe Campbell', roles: ['participation'] });
		return { ...base, grace, zoe };
	}

	const ask = (app: App, more: Partial<Parameters<App['requests']['ask']>[0]> = {}) =>
		app.requests.ask(
			{
				sendKey: randomUUID(),
				name: ' Ami ',
				age: '15',
				reach: 'phone',
				reachHow: '07700 900123, after school',
				about: ['moving'],
				words: 'They want to move me.',
				language: 'ar',
				...more
			},
			'203.0.113.9'
		);

	test('participation says who asked; from then on it is the advocates’', async () => {
		const { app, zoe, grace, amina } = await begin();
		await ask(app);
		expect(await app.requests.waiting(grace.actor)).toEqual([]);
		const [request] = await app.requests.waiting(zoe.actor);
		const id = request?.id ?? '';
		expect(await app.requests.open(zoe.actor, id)).toMatchObject({
			state: 'unmatched',
			youngPerson: null,
			mayMatch: true,
			asked: { name: 'Ami', reachHow: '07700 900123, after school', about: ['moving'] }
		});
		await expect(app.requests.open(grace.actor, id)).rejects.toMatchObject({ kind: 'not_found' });

		await app.requests.match(zoe.actor, { id, youngPersonId: amina.id });
		await app.requests.match(zoe.actor, { id, youngPersonId: amina.id });

		expect(await app.requests.waiting(zoe.actor)).toEqual([]);
		expect(await app.requests.open(grace.actor, id)).toMatchObject({
			youngPerson: { name: 'Amina Osman' },
			matched: { by: 'Zoe Campbell' },
			asked: { words: 'They want to move me.' },
			mayMatch: false
		});
		expect(await app.requests.listOwn(amina.actor)).toMatchObject([
			{ kind: 'advocate', state: 'opened', openedBy: 'Grace Adeyemi' }
		]);
		const other = await addYoungPerson(app, { knownAs: 'Other' });
		await expect(
			app.requests.match(zoe.actor, { id, youngPersonId: other.id })
		).rejects.toMatchObject({ code: 'request_not_waiting' });
	});

	test('it can go on without a name, so that no child waits', async () => {
		const { app, zoe, grace } = await begin();
		await ask(app);
		const [request] = await app.requests.waiting(zoe.actor);
		await app.requests.passOn(zoe.actor, request?.id ?? '');
		await app.requests.passOn(zoe.actor, request?.id ?? '');
		expect(await app.requests.open(grace.actor, request?.id ?? '')).toMatchObject({
			youngPerson: null,
			asked: { name: 'Ami' }
		});
	});

	test('the same key again asks once', async () => {
		const { app, zoe } = await begin();
		const sendKey = randomUUID();
		await Promise.all([ask(app, { sendKey }), ask(app, { sendKey }), ask(app, { sendKey })]);
		expect(await app.requests.waiting(zoe.actor)).toHaveLength(1);
	});

	test('one address may ask only so often; another still can', async () => {
		const { app } = await begin();
		for (let count = 0; count < ASKS_AT_ADDRESS.points; count++) await ask(app);
		await expect(ask(app)).rejects.toMatchObject({ kind: 'throttled' });
		await app.requests.ask(
			{ sendKey: randomUUID(), name: 'Bo', reach: 'school', reachHow: 'Year 9', language: 'en' },
			'198.51.100.4'
		);
	});

	test.each([
		['no name', { name: '  ' }, 'ask_name_missing'],
		['no way to reach them', { reachHow: '' }, 'ask_reach_missing'],
		['too much', { words: 'a'.repeat(4001) }, 'answer_too_long']
	])('with %s it is refused, and nothing is kept', async (_, more, code) => {
		const { app, zoe } = await begin();
		await expect(ask(app, more)).rejects.toMatchObject({ kind: 'invalid', code });
		expect(await app.requests.waiting(zoe.actor)).toEqual([]);
	});

	test('with no participation worker the managers are told', async () => {
		const base = await eastbrook((options) => engine.open(options));
		await ask(base.app);
		expect(await noticesTo(base.app, base.manager.actor)).toEqual(['nobody_to_match']);
	});

	test('what was asked stands nowhere in clear', async () => {
		const { app } = await begin();
		await ask(app);
		const { read } = app.database;
		const rows = await read.select().from(read.tables.requests);
		expect(JSON.stringify(rows.map((row) => ({ ...row, askedSealed: null })))).not.toMatch(
			/Ami|07700|move/
		);
		expect(rows[0]?.askedSealed?.toString('latin1')).not.toMatch(/Ami|07700|move/);
	});
});
