import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { clockAt } from '../../../../tests/support/clock.ts';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import type { YoungPersonActor } from '../access.ts';

const FORM = 'before-my-review';
const ADDRESS = '203.0.113.7';
const NOT_FOUND = { kind: 'not_found' };

onBothEngines('a form gone through together', (engine) => {
	async function setUp() {
		const clock = clockAt('2026-11-21T09:00');
		const app = await engine.open({ now: clock.now });
		const officer = await addStaff(app, { name: 'Sam Okoro' });
		const worker = await addStaff(app, { name: 'Liam Foster', roles: ['social_worker'] });
		const amina = await addYoungPerson(app, {
			officerId: officer.id,
			socialWorkerId: worker.id,
			language: 'ar'
		});
		await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: clock.now() + 6 * 86_400_000,
			chairId: officer.id
		});
		const asked = { youngPersonId: amina.id, formId: FORM };
		return { app, clock, officer, worker, amina, asked };
	}

	async function here(app: App, token: string): Promise<YoungPersonActor> {
		const session = await app.together.sessionOf(token);
		if (session?.actor.kind !== 'young_person') throw new Error('nothing is open here');
		return session.actor;
	}

	/** On the helper's device, with something said and ready to be sent. */
	async function said(app: App, actor: YoungPersonActor, ticked: readonly string[] = []) {
		const of = { formId: FORM, face: 'standard', language: 'ar' } as const;
		await app.drafts.begin(actor, of);
		const { author } = await app.drafts.open(actor, FORM);
		const page = (pageId: string, fields: Record<string, string[]>) =>
			app.drafts.save(actor, {
				author,
				formId: FORM,
				pageId,
				fields,
				intent: 'next',
				language: 'ar',
				pageToken: pageId,
				turn: 0,
				stamps: {},
				choices: {},
				chairOnly: null
			});
		expect(await page('1', { 'a-1': ['4'] })).toMatchObject({ kept: true });
		const audience = (await app.drafts.open(actor, FORM)).form.pages.find(({ questions }) =>
			questions.some(({ type }) => type === 'audience')
		);
		const question = audience?.questions.find(({ type }) => type === 'audience');
		if (audience && question && ticked.length > 0)
			expect(await page(audience.id, { [`a-${question.id}`]: [...ticked] })).toMatchObject({
				kept: true
			});
		const { draft } = await app.drafts.open(actor, FORM);
		return draft?.sendKey ?? '';
	}

	test('on the helper’s device is one form, and nothing they said before', async () => {
		const { app, amina, worker, asked } = await setUp();
		const sent = await sendStatement(app, amina);
		const own = await addDraft(app, amina, {
			answers: { '3': { kind: 'say', text: 'mine', pictures: ['own-picture'] } },
			pictures: { 'own-picture': '3' }
		});
		const { token } = await app.together.startHere(worker.actor, asked);
		const actor = await here(app, token);

		expect((await app.drafts.open(actor, FORM)).draft).toBeNull();
		expect(actor.only).toMatchObject({ formId: FORM });
		await expect(app.home.see(actor)).rejects.toMatchObject(NOT_FOUND);
		await expect(app.drafts.open(actor, 'good-news')).rejects.toMatchObject(NOT_FOUND);
		await expect(app.drafts.remove(actor, 'about-me')).rejects.toMatchObject(NOT_FOUND);
		await expect(app.statements.listOwn(actor)).rejects.toMatchObject(NOT_FOUND);
		await expect(app.statements.readOwn(actor, sent.statementId)).rejects.toMatchObject(NOT_FOUND);
		await expect(app.pictures.openOwn(actor, 'own-picture')).rejects.toMatchObject(NOT_FOUND);
		await expect(app.requests.listOwn(actor)).rejects.toMatchObject(NOT_FOUND);
		await expect(
			app.statements.send(actor, { formId: FORM, sendKey: own.sendKey })
		).rejects.toMatchObject({ code: 'nothing_to_send' });
		await expect(app.documents.everything(actor, 'en')).rejects.toMatchObject(NOT_FOUND);
		await expect(app.together.adopt(actor, actor.only?.togetherId ?? '')).rejects.toMatchObject(
			NOT_FOUND
		);
		// Theirs is untouched.
		expect((await app.drafts.open(amina.actor, FORM)).draft?.draftId).toBe(own.draftId);
	});

	test('speaks the young person’s language, and lasts two hours', async () => {
		const { app, clock, worker, asked } = await setUp();
		const { token } = await app.together.startHere(worker.actor, asked);

		expect(await app.together.sessionOf(token)).toMatchObject({ language: 'ar' });
		expect(await app.together.sessionOf(`${token}x`)).toBeNull();
		clock.set('2026-11-21T10:59');
		expect(await app.together.sessionOf(token)).not.toBeNull();
		clock.set('2026-11-21T11:01');
		expect(await app.together.sessionOf(token)).toBeNull();
	});

	test('a code opens it once, within half an hour, and nobody guesses one', async () => {
		const { app, clock, worker, asked } = await setUp();
		const late = await app.together.start(worker.actor, asked);
		clock.set('2026-11-21T09:31');
		await expect(app.together.open(late.code, ADDRESS)).rejects.toMatchObject({
			code: 'code_expired'
		});

		const { code } = await app.together.start(worker.actor, asked);
		const { token } = await app.together.open(code.toLowerCase(), ADDRESS);
		expect(await app.together.sessionOf(token)).not.toBeNull();
		await expect(app.together.open(code, ADDRESS)).rejects.toMatchObject({ code: 'code_used' });

		for (let tries = 0; tries < 40; tries++)
			await app.together.open('333-4444-666', ADDRESS).catch(() => undefined);
		const { code: another } = await app.together.start(worker.actor, asked);
		await expect(app.together.open(another, ADDRESS)).rejects.toMatchObject({ kind: 'throttled' });
	});

	test('neither code nor token stands in the database', async () => {
		const { app, worker, asked } = await setUp();
		const { code } = await app.together.start(worker.actor, asked);
		const { token } = await app.together.open(code, ADDRESS);

		const { read } = app.database;
		const rows = JSON.stringify(await read.select().from(read.tables.togethers));
		expect(rows).not.toContain(code);
		expect(rows).not.toContain(token);
	});

	test('once it is sent it is over, and tells who helped', async () => {
		const { app, amina, officer, worker, asked } = await setUp();
		const { token } = await app.together.startHere(worker.actor, asked);
		const actor = await here(app, token);
		const sendKey = await said(app, actor);

		const { statementId } = await app.statements.send(actor, { formId: FORM, sendKey });

		expect(await app.together.sessionOf(token)).toBeNull();
		expect(await app.statements.open(officer.actor, statementId)).toMatchObject({
			helper: { name: 'Liam Foster', role: 'social_worker', device: 'helpers' }
		});
		expect(await app.statements.readOwn(amina.actor, statementId)).toMatchObject({
			id: statementId
		});
		await expect(app.statements.readOwn(actor, statementId)).rejects.toMatchObject(NOT_FOUND);
	});

	test('who helped cannot open it afterwards, unless they were ticked', async () => {
		const { app, worker, asked } = await setUp();
		const unticked = await here(app, (await app.together.startHere(worker.actor, asked)).token);
		const first = await app.statements.send(unticked, {
			formId: FORM,
			sendKey: await said(app, unticked)
		});
		const ticked = await here(app, (await app.together.startHere(worker.actor, asked)).token);
		const second = await app.statements.send(ticked, {
			formId: FORM,
			sendKey: await said(app, ticked, [worker.id])
		});

		await expect(app.statements.open(worker.actor, first.statementId)).rejects.toMatchObject(
			NOT_FOUND
		);
		expect(await app.statements.open(worker.actor, second.statementId)).toMatchObject({
			id: second.statementId
		});
	});

	test('where the helper chairs the meeting, the young person is told that they read it', async () => {
		const { app, officer, worker, asked } = await setUp();
		const told = async (helper: typeof officer) => {
			const { token } = await app.together.startHere(helper.actor, asked);
			return app.together.see(await here(app, token));
		};

		expect(await told(officer)).toMatchObject({ helper: 'Sam Okoro', helperReads: true });
		expect(await told(worker)).toMatchObject({ helper: 'Liam Foster', helperReads: false });
	});

	test('what was not sent waits, and becomes their own when they ask for it', async () => {
		const { app, amina, worker, officer, asked } = await setUp();
		const { token } = await app.together.startHere(worker.actor, asked);
		const actor = await here(app, token);
		await said(app, actor);
		const togetherId = actor.only?.togetherId ?? '';

		expect(await app.together.adopt(amina.actor, togetherId)).toEqual({ formId: FORM });

		expect(await app.together.sessionOf(token)).toBeNull();
		const { draft } = await app.drafts.open(amina.actor, FORM);
		expect(draft?.answers['1']?.answer).toEqual({ kind: 'faces', value: 4 });
		await expect(app.together.adopt(amina.actor, togetherId)).rejects.toMatchObject(NOT_FOUND);

		const { sendKey = '' } = draft ?? {};
		const { statementId } = await app.statements.send(amina.actor, { formId: FORM, sendKey });
		const { helper } = await app.statements.open(officer.actor, statementId);
		expect(helper?.name).toBe('Liam Foster');
	});

	test('their own draft is never put aside for it, and nobody else can take it', async () => {
		const { app, amina, worker, asked } = await setUp();
		const stranger = await addYoungPerson(app, { knownAs: 'Kai' });
		const actor = await here(app, (await app.together.startHere(worker.actor, asked)).token);
		await said(app, actor);
		const togetherId = actor.only?.togetherId ?? '';
		const own = await addDraft(app, amina);

		await expect(app.together.adopt(amina.actor, togetherId)).rejects.toMatchObject({
			code: 'draft_open'
		});
		expect((await app.drafts.open(amina.actor, FORM)).draft?.draftId).toBe(own.draftId);
		for (const id of [togetherId, '', randomUUID()])
			await expect(app.together.adopt(stranger.actor, id)).rejects.toMatchObject(NOT_FOUND);
	});

	test('what is only kept is for no helper to open', async () => {
		const { app, amina, worker } = await setUp();
		const kept = { youngPersonId: amina.id, formId: 'about-me' };

		await expect(app.together.startHere(worker.actor, kept)).rejects.toMatchObject({
			code: 'form_not_chosen'
		});
		const forms = await app.together.formsFor(worker.actor, amina.id);
		expect(forms.map(({ id }) => id)).toContain(FORM);
		expect(forms.every(({ goesTo }) => goesTo !== 'kept')).toBe(true);
	});

	test('stopping, or Leave now, ends it at once', async () => {
		const { app, worker, asked } = await setUp();
		const { token } = await app.together.startHere(worker.actor, asked);

		await app.together.end(token);
		await app.together.end(token);

		expect(await app.together.sessionOf(token)).toBeNull();
	});
});
