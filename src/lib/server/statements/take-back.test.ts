import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { OPERATOR } from '../access.ts';
import { readDraft } from '../drafts/draft-contents.ts';

const SAID: Readonly<Record<string, Answer>> = {
	'1': { kind: 'faces', value: 2 },
	'3': { kind: 'say', text: 'I do not like the food.', pictures: ['a-picture'] },
	'29': { kind: 'yes_no', value: 'yes' }
};

onBothEngines('taking back', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		await base.review('2026-11-27T16:00');
		const grace = await addStaff(base.app, { name: 'Grace Adeyemi', roles: ['advocate'] });
		const { statementId } = await sendStatement(base.app, base.amina, {
			language: 'ar',
			answers: SAID,
			chairOnly: ['3'],
			pictures: { 'a-picture': '3' }
		});
		const draft = () =>
			readDraft(base.app, base.app.database.read, {
				youngPersonId: base.amina.id,
				formId: 'before-my-review',
				togetherId: ''
			});
		return { ...base, grace, statementId, draft };
	}

	test('what nobody opened is a draft again, whole, and nobody else’s', async () => {
		const { app, amina, sam, grace, statementId, draft } = await begin();
		expect((await app.statements.readOwn(amina.actor, statementId)).mayTakeBack).toBe(true);

		const taken = await app.statements.takeBack(amina.actor, statementId);

		expect(taken).toEqual({ formId: 'before-my-review', again: false });
		const back = await draft();
		expect(back).toMatchObject({ language: 'ar', pictureIds: ['a-picture'] });
		expect(back?.answers['3']).toMatchObject({
			answer: SAID['3'],
			chairOnly: true,
			language: 'ar'
		});
		expect(back?.answers['1']).toMatchObject({ answer: SAID['1'], chairOnly: false });
		expect(await app.statements.listOwn(amina.actor)).toEqual([]);
		for (const attempt of [
			app.statements.readOwn(amina.actor, statementId),
			app.statements.open(sam.actor, statementId),
			app.pictures.openForDesk(sam.actor, 'a-picture'),
			app.statements.add(amina.actor, { statementId, sendKey: 'k', words: 'More' })
		])
			await expect(attempt).rejects.toMatchObject({ kind: 'not_found' });
		const { rows } = await app.desk.inbox(sam.actor);
		expect(rows.flatMap(({ statements }) => statements)).toEqual([]);
		expect(await app.requests.waiting(grace.actor)).toEqual([]);
		expect(await app.requests.listOwn(amina.actor)).toEqual([]);
	});

	test('it can be sent again, and asks again', async () => {
		const { app, amina, grace, statementId, draft } = await begin();
		await app.statements.takeBack(amina.actor, statementId);
		const back = await draft();
		const again = await app.statements.send(amina.actor, {
			formId: 'before-my-review',
			sendKey: back?.sendKey ?? ''
		});
		expect(again.meeting).not.toBeNull();
		expect((await app.statements.readOwn(amina.actor, again.statementId)).answers).toHaveLength(3);
		expect(await app.requests.waiting(grace.actor)).toHaveLength(1);
		expect(await app.pictures.openOwn(amina.actor, 'a-picture')).toBeDefined();
	});

	test('twice is once, also at the same time', async () => {
		const { app, amina, statementId, draft } = await begin();
		const taken = await Promise.all([
			app.statements.takeBack(amina.actor, statementId),
			app.statements.takeBack(amina.actor, statementId)
		]);
		expect(taken.map(({ again }) => again).toSorted()).toEqual([false, true]);
		expect((await draft())?.answers['1']).toBeDefined();
	});

	test('what was opened is too late', async () => {
		const { app, amina, sam, statementId } = await begin();
		await app.statements.open(sam.actor, statementId);
		expect((await app.statements.readOwn(amina.actor, statementId)).mayTakeBack).toBe(false);
		await expect(app.statements.takeBack(amina.actor, statementId)).rejects.toMatchObject({
			code: 'already_opened'
		});
	});

	test('a request that was opened is too late too', async () => {
		const { app, amina, grace } = await begin();
		const { statementId } = await sendStatement(app, amina, {
			formId: 'ask-for-an-advocate',
			answers: { '6': { kind: 'pick', value: 'here' } }
		});
		const [request] = await app.requests.waiting(grace.actor);
		// It joined what an answer had asked for; opened since then.
		await app.requests.open(grace.actor, request?.id ?? '');
		await expect(app.statements.takeBack(amina.actor, statementId)).rejects.toMatchObject({
			code: 'already_opened'
		});
	});

	test('while the form is being answered again there is no place for it', async () => {
		const { app, amina, statementId, draft } = await begin();
		await addDraft(app, amina, { answers: { '1': { kind: 'faces', value: 5 } } });
		await expect(app.statements.takeBack(amina.actor, statementId)).rejects.toMatchObject({
			kind: 'conflict',
			code: 'draft_open'
		});
		expect((await draft())?.answers['1']).toMatchObject({ answer: { value: 5 } });
		expect(await app.statements.listOwn(amina.actor)).toHaveLength(1);
	});

	test('what was added comes back with it', async () => {
		const { app, amina, statementId, draft } = await begin();
		const words = 'And I want my own room.';
		await app.statements.add(amina.actor, { statementId, sendKey: 'k', words });
		await app.statements.takeBack(amina.actor, statementId);
		const kept = Object.values((await draft())?.answers ?? {}).map(({ answer }) => answer);
		expect(kept.some((one) => one.kind === 'say' && one.text.includes(words))).toBe(true);
	});

	test('an alert stays: people were told, and still help', async () => {
		const { app, manager } = await begin();
		const kai = await addYoungPerson(app, { knownAs: 'Kai' });
		const { statementId } = await sendStatement(app, kai, {
			answers: { Z1: { kind: 'pick', value: 'no' } }
		});
		expect((await app.statements.readOwn(kai.actor, statementId)).alerted).toBe(true);
		await app.statements.takeBack(kai.actor, statementId);
		expect(await app.desk.alerts(manager.actor)).toMatchObject([
			{ kind: 'not_safe', statementId: null }
		]);
	});

	test('somebody else’s, or with a helper beside them, is not there', async () => {
		const { app, amina, statementId } = await begin();
		const other = await addYoungPerson(app);
		const helped = {
			...amina.actor,
			only: { formId: 'before-my-review', togetherId: randomUUID() }
		};
		for (const actor of [other.actor, helped])
			await expect(app.statements.takeBack(actor, statementId)).rejects.toMatchObject({
				kind: 'not_found'
			});
	});
});

onBothEngines('saying more', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const meetingId = await base.review('2026-11-27T16:00');
		const { statementId } = await sendStatement(base.app, base.amina);
		const add = (words = 'And my bike is broken.', sendKey: string = randomUUID()) =>
			base.app.statements.add(base.amina.actor, { statementId, sendKey, words, language: 'en' });
		return { ...base, meetingId, statementId, add };
	}

	test('it stands below what was sent, is told to the chair, and is new to them again', async () => {
		const { app, clock, amina, sam, statementId, add } = await begin();
		const state = async () => (await app.desk.inbox(sam.actor)).rows[0]?.state;
		await app.statements.open(sam.actor, statementId);
		expect(await state()).toBe('opened');

		clock.set('2026-11-21T10:00');
		await add();

		expect(await state()).toBe('new');
		expect(await noticesTo(app, sam.actor)).toEqual(['added']);
		const own = await app.statements.readOwn(amina.actor, statementId);
		expect(own.additions).toMatchObject([{ words: 'And my bike is broken.', language: 'en' }]);
		expect(own.trail.map(({ kind }) => kind)).toEqual(['sent', 'linked', 'opened', 'added']);

		clock.set('2026-11-21T11:00');
		const opened = await app.statements.open(sam.actor, statementId);
		expect(opened.additions).toMatchObject([{ words: 'And my bike is broken.' }]);
		expect(await state()).toBe('opened');
	});

	test('the same key adds once', async () => {
		const { app, amina, sam, statementId, add } = await begin();
		const added = await Promise.all([add('More', 'key'), add('More', 'key'), add('More', 'key')]);
		expect(added.filter(({ again }) => !again)).toHaveLength(1);
		expect((await app.statements.readOwn(amina.actor, statementId)).additions).toHaveLength(1);
		expect(await noticesTo(app, sam.actor)).toEqual(['added']);
	});

	test('once the meeting is over it is too late', async () => {
		const { app, clock, amina, sam, meetingId, statementId, add } = await begin();
		await app.statements.open(sam.actor, statementId);
		clock.set('2026-11-28T09:00');
		await app.meetings.change(OPERATOR, meetingId, { kind: 'hold', heldOn: '2026-11-27' });
		expect((await app.statements.readOwn(amina.actor, statementId)).mayAdd).toBe(false);
		await expect(add()).rejects.toMatchObject({ code: 'statement_closed' });
	});

	test.each([
		['nothing', ' \n ', 'addition_empty'],
		['too much', 'a'.repeat(4001), 'answer_too_long']
	])('%s is refused', async (_, words, code) => {
		const { add } = await begin();
		await expect(add(words)).rejects.toMatchObject({ kind: 'invalid', code });
	});

	test('somebody else cannot add to it, nor find it by the key of an addition', async () => {
		const { app, statementId, add } = await begin();
		await add('More', 'key');
		const other = await addYoungPerson(app);
		const theirs = await sendStatement(app, other);
		await expect(
			app.statements.add(other.actor, { statementId, sendKey: 'x', words: 'Mine' })
		).rejects.toMatchObject({ kind: 'not_found' });
		await expect(
			app.statements.add(other.actor, {
				statementId: theirs.statementId,
				sendKey: 'key',
				words: 'Mine'
			})
		).rejects.toMatchObject({ kind: 'not_found' });
	});
});
