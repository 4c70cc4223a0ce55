import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addDraft } from '../../../../tests/support/drafts.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { afterMove } from '../../forms/agenda.ts';
import type { Answer } from '../../forms/answers.ts';
import type { Fields } from '../../forms/fields.ts';
import type { YoungPersonActor } from '../access.ts';
import { deleteDraft, readDraft } from './draft-contents.ts';
import { myPeople, readKept } from './kept.ts';
import { pageView } from './page-view.ts';
import { sentBefore } from './sent-before.ts';

const START = Date.parse('2026-11-21T10:00:00Z');

onBothEngines('what can be answered in a draft', (engine) => {
	async function setUp(formId: string) {
		let at = START;
		const app = await engine.open({ now: () => at });
		const officer = await addStaff(app, { name: 'Sam Okafor' });
		const worker = await addStaff(app, { name: 'Lena Hart', roles: ['social_worker'] });
		const person = await addYoungPerson(app, {
			officerId: officer.id,
			socialWorkerId: worker.id
		});
		const { id, actor } = person;
		const { author } = await app.drafts.open(actor, formId);
		await app.drafts.begin(actor, { formId, face: 'standard', language: 'en' });
		const save = (pageId: string, fields: Fields, given: object = {}) =>
			app.drafts.save(actor, {
				formId,
				pageId,
				fields,
				intent: 'next',
				language: 'en',
				author,
				pageToken: randomUUID(),
				turn: 0,
				stamps: {},
				choices: {},
				chairOnly: null,
				...given
			});
		const contents = () =>
			readDraft(app, app.database.read, { youngPersonId: id, formId, togetherId: '' });
		const answer = async (question: string) => (await contents())?.answers[question]?.answer;
		const page = async (pageId: string, who: YoungPersonActor = actor) =>
			pageView(await app.drafts.open(who, formId), pageId);
		const send = async (answers: Readonly<Record<string, Answer>>) => {
			const draft = await contents();
			if (draft) await app.database.inTransaction((tx) => deleteDraft(tx, draft.draftId));
			const { sendKey } = await addDraft(app, person, { formId, answers });
			await app.statements.send(actor, { formId, sendKey });
			at += 60_000;
		};
		return { app, person, actor, save, contents, answer, page, send };
	}

	test('what is folded away and left empty was not skipped', async () => {
		const { save, answer } = await setUp('my-skills');
		await save('care', { 'a-PC1': ['can'], 'a-PC2_how': ['I learned it at school'] });

		expect(await answer('PC1')).toEqual({ kind: 'pick', value: 'can' });
		expect(await answer('PC1_how')).toBeUndefined();
		expect(await answer('PC2')).toEqual({ kind: 'skipped' });
		expect(await answer('PC2_how')).toMatchObject({ text: 'I learned it at school' });
	});

	test('an agenda is put in order page by page, and an old window does not undo it unasked', async () => {
		const { save, answer, page } = await setUp('plan-my-meeting');
		await save('6', { 'a-6-add': ['home', 'money'], 'a-6-own': ['My dog'] });
		const fields = (await page('6'))?.fields ?? {};
		const stamps = (await page('6'))?.stamps ?? {};

		const moved = afterMove(fields, { kind: 'move', questionId: '6', at: 2, to: 'up' });
		await save('6', moved, { stamps, intent: 'keep' });
		const items = [{ card: 'home' }, { words: 'My dog' }, { card: 'money' }];
		expect(await answer('6')).toEqual({ kind: 'agenda', items, starred: null });

		const old = await save('6', fields, { stamps });
		expect(old).toMatchObject({ kept: false, faults: [{ code: 'answer_changed_elsewhere' }] });
		expect(await answer('6')).toMatchObject({ items });
	});

	test('only answers they gave can be protected', async () => {
		const { save, answer, page } = await setUp('before-my-conference');
		await save('13', { 'a-13': ['yes'] });
		await save('6', { 'a-6': ['3'] });
		expect((await page('13_which'))?.protectable).toContain('6');

		const refused = await save('13_which', { 'a-13_which': ['12'] });
		expect(refused).toMatchObject({ kept: false, faults: [{ code: 'answer_unknown' }] });
		await save('13_which', { 'a-13_which': ['6'] });
		expect(await answer('13_which')).toEqual({ kind: 'protect', questions: ['6'] });
	});

	test('a day may be not sure, and that is not skipped', async () => {
		const { save, answer } = await setUp('ask-for-an-advocate');
		await save('4', { 'a-4': ['', 'not_sure'] });
		expect(await answer('4')).toEqual({ kind: 'not_sure' });
		const both = await save('4', { 'a-4': ['2026-12-01', 'not_sure'] }, { choices: {} });
		expect(both).toMatchObject({ kept: false, faults: [{ code: 'answer_both_kinds' }] });
	});

	test('what they chose last time is on the page, and is said again only by going on', async () => {
		const { answer, page, save, send } = await setUp('my-skills');
		await send({
			PC1: { kind: 'pick', value: 'with_help' },
			PC1_how: { kind: 'say', text: 'My carer reminds me', pictures: [] }
		});
		await save('laundry', { 'a-LA1': ['can'] });

		const shown = await page('care');
		expect(shown?.fields).toMatchObject({ 'a-PC1': ['with_help'] });
		expect(shown?.fields['a-PC1_how']).toBeUndefined();
		expect(shown?.lastTime['PC1']).toMatchObject({ answer: { value: 'with_help' } });
		expect(await answer('PC1')).toBeUndefined();

		await save('care', shown?.fields ?? {});
		expect(await answer('PC1')).toEqual({ kind: 'pick', value: 'with_help' });
	});

	test('everything sent of a form can be looked back on, oldest first', async () => {
		const { app, person, send } = await setUp('my-skills');
		await send({ PC1: { kind: 'pick', value: 'not_yet' } });
		await send({ PC1: { kind: 'pick', value: 'can' } });

		const of = { youngPersonId: person.id, formId: 'my-skills' };
		const sent = await sentBefore(app, app.database.read, of);
		expect(sent.map(({ answers }) => answers['PC1'])).toEqual([
			{ kind: 'pick', value: 'not_yet' },
			{ kind: 'pick', value: 'can' }
		]);
	});

	test('their own people are kept once, and offered by name wherever people are asked for', async () => {
		const { app, person, save, page } = await setUp('complain');
		const people: Answer = { kind: 'people', people: [{ name: 'Gran', choice: 'family' }] };
		await addDraft(app, person, { formId: 'my-people', answers: { people } });

		expect(await myPeople(app, app.database.read, person.id)).toEqual(people.people);
		expect((await page('4'))?.people).toEqual(['Gran']);
		expect((await page('4'))?.named.map(({ name }) => name).sort()).toEqual([
			'Lena Hart',
			'Sam Okafor'
		]);
		await save('4', { 'a-4-offered-2': ['1'], 'a-4-name-2': ['Gran'] });
		expect((await page('4'))?.answers['4']).toEqual({ kind: 'skipped' });
	});

	test('a helper’s device shows nothing they keep or sent elsewhere', async () => {
		const { app, person, actor, send } = await setUp('my-skills');
		await send({ PC1: { kind: 'pick', value: 'can' } });
		const helped = { ...actor, only: { formId: 'my-skills', togetherId: randomUUID() } };
		await app.drafts.begin(helped, { formId: 'my-skills', face: 'standard', language: 'en' });
		await addDraft(app, person, {
			formId: 'my-people',
			answers: { people: { kind: 'people', people: [{ name: 'Gran' }] } }
		});

		const view = await app.drafts.open(helped, 'my-skills');
		expect(view).toMatchObject({ people: [], lastTime: {} });
	});

	test('what is kept is read as it was written, without its pictures', async () => {
		const { app, person } = await setUp('my-skills');
		const answers: Record<string, Answer> = {
			'1': { kind: 'words', text: 'Jo' },
			'2': { kind: 'skipped' }
		};
		await addDraft(app, person, { formId: 'about-me', answers });

		const of = { youngPersonId: person.id, translators: app.translator };
		const kept = await readKept(app, app.database.read, { ...of, formId: 'about-me' });
		expect(kept?.answers).toEqual([
			{ questionId: '1', answer: answers['1'], chairOnly: false, language: 'en' }
		]);
		expect(await readKept(app, app.database.read, { ...of, formId: 'my-skills' })).toBeNull();
	});

	test('who gets it first hangs on the form', async () => {
		const { app, actor } = await setUp('my-skills');
		const readerOf = async (formId: string) => (await app.drafts.open(actor, formId)).reader;

		expect(await readerOf('my-skills')).toEqual({ kind: 'person', name: 'Sam Okafor' });
		expect(await readerOf('before-a-visit')).toEqual({ kind: 'person', name: 'Lena Hart' });
		expect(await readerOf('complain')).toEqual({ kind: 'service', handler: 'complaints' });
		expect(await readerOf('ask-for-an-advocate')).toEqual({ kind: 'service', handler: 'advocate' });
		expect(await readerOf('about-me')).toBeNull();
	});

	test('an answer is kept for the reader alone only where others can be ticked', async () => {
		const { page } = await setUp('before-my-conference');
		expect((await page('6'))?.chairOnly).toBe(false);
		const kept = await setUp('about-me');
		expect((await kept.page('1'))?.chairOnly ?? null).toBeNull();
	});

	test('voice notes of a draft go with it', async () => {
		const { app, person, contents } = await setUp('my-skills');
		const draftId = (await contents())?.draftId ?? '';
		await app.database.inTransaction(async (tx) => {
			await tx.insert(tx.tables.sounds).values({
				id: randomUUID(),
				youngPersonId: person.id,
				draftId,
				questionId: 'PC1_how',
				bytesSealed: Buffer.from('x'),
				milliseconds: 1000,
				createdAt: START
			});
		});
		expect((await contents())?.soundIds).toHaveLength(1);
		await app.drafts.remove(person.actor, 'my-skills');
		const { sounds } = app.database.read.tables;
		expect(await app.database.read.select().from(sounds)).toEqual([]);
	});
});
