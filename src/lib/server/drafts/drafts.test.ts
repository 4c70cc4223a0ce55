import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { SAMPLE } from '../../../../tests/support/sample-form.ts';
import { NOBODY, type Actor } from '../access.ts';
import type { App } from '../app.ts';
import { readDraft } from './draft-contents.ts';
import { createDrafts, type SaveOutcome } from './drafts.ts';
import { pageView } from './page-view.ts';
import type { PagePost } from './page-post.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const formOf = (id: string) => (id === SAMPLE.id ? SAMPLE : undefined);

const post = (given: Partial<Omit<PagePost, 'author'>> & { pageId: string }) => ({
	formId: 'sample',
	fields: {},
	intent: 'next' as const,
	language: 'en',
	pageToken: 'page-1',
	turn: 0,
	stamps: {},
	choices: {},
	chairOnly: null,
	...given
});

const codes = (outcome: SaveOutcome) =>
	outcome.kept ? [] : outcome.faults.map(({ code }) => code);

onBothEngines('drafts', (engine) => {
	async function setUp() {
		let at = NOW;
		const app = await engine.open({ now: () => at });
		const officer = await addStaff(app, { name: 'Sam Okafor' });
		const { id, actor } = await addYoungPerson(app, { officerId: officer.id });
		const service = createDrafts(app, formOf);
		// Every page carries its author's mark.
		const { author } = await service.open(actor, 'sample');
		const drafts = {
			...service,
			save: (who: Actor, page: ReturnType<typeof post>) => service.save(who, { author, ...page })
		};
		const contents = () =>
			readDraft(app, app.database.read, {
				youngPersonId: id,
				formId: 'sample',
				togetherId: ''
			});
		const answer = async (question: string) => (await contents())?.answers[question]?.answer;
		return {
			app,
			drafts,
			actor,
			id,
			officer,
			contents,
			answer,
			passTime: (ms: number) => (at += ms)
		};
	}

	test('pass over what is between for somebody who has said enough, and count none of it as skipped', async () => {
		const { drafts, actor, contents } = await setUp();

		const outcome = await drafts.save(
			actor,
			post({ pageId: 'home', enough: true, fields: { 'a-1': ['5'], 'a-2': ['Good'] } })
		);

		expect(outcome).toMatchObject({ kept: true, next: 'safe' });
		expect(Object.keys((await contents())?.answers ?? {})).toEqual(['1', '2']);
	});

	test('are kept from the first answer, and say where to go on', async () => {
		const { drafts, actor, answer, contents } = await setUp();

		const outcome = await drafts.save(
			actor,
			post({ pageId: 'home', fields: { 'a-1': ['2'], 'a-2': ['It is loud'] } })
		);

		expect(outcome).toMatchObject({ kept: true, next: 'help' });
		expect(await answer('1')).toEqual({ kind: 'faces', value: 2 });
		expect(await answer('2')).toEqual({ kind: 'say', text: 'It is loud', pictures: [] });
		expect(await contents()).toMatchObject({ lastPage: 'home', language: 'en', face: 'standard' });
	});

	test('there is one of a form and young person', async () => {
		const { app, drafts, actor } = await setUp();

		await drafts.begin(actor, { formId: 'sample', face: 'easy', language: 'ar' });
		await drafts.begin(actor, { formId: 'sample', face: 'standard', language: 'en' });

		expect(await app.database.read.select().from(app.database.read.tables.drafts)).toHaveLength(1);
	});

	test('an answer in the database cannot be read without the key', async () => {
		const { app, drafts, actor } = await setUp();
		await drafts.save(
			actor,
			post({ pageId: 'home', fields: { 'a-2': ['a secret about Friday'] } })
		);

		const rows = await app.database.read.select().from(app.database.read.tables.draftAnswers);
		for (const row of rows) expect(row.answerSealed.toString('utf8')).not.toContain('secret');
	});

	test('what was left empty is skipped by Next, and left alone while they are still writing', async () => {
		const { drafts, actor, answer } = await setUp();
		await drafts.begin(actor, { formId: 'sample', face: 'standard', language: 'en' });
		const typing = { pageId: 'home', fields: { 'a-2': ['Hel'] } };

		await drafts.save(actor, post({ ...typing, intent: 'keep' }));
		expect(await answer('1')).toBeUndefined();

		await drafts.save(actor, post(typing));
		expect(await answer('1')).toEqual({ kind: 'skipped' });
	});

	test('skipping sends nothing and loses nothing', async () => {
		const { drafts, actor, answer, contents } = await setUp();
		const fields = { 'a-1': ['1'], 'a-2': ['I want my own room'] };

		await drafts.save(actor, post({ pageId: 'home', fields, intent: 'skip' }));

		expect(await answer('2')).toEqual({ kind: 'skipped' });
		expect((await contents())?.answers['2']?.kept).toMatchObject({ text: 'I want my own room' });
		const page = pageView(await drafts.open(actor, 'sample'), 'home');
		expect(page?.fields).toEqual({ 'a-1': ['1'], 'a-2': ['I want my own room'] });
	});

	test('nothing of a page is kept when one answer on it is refused', async () => {
		const { drafts, actor, answer } = await setUp();
		const fields = { 'a-1': ['3'], 'a-2': ['x'.repeat(5001)] };

		expect(codes(await drafts.save(actor, post({ pageId: 'home', fields })))).toEqual([
			'answer_too_long'
		]);
		expect(await answer('1')).toBeUndefined();
	});

	test('a stale page never overwrites a newer answer: they choose one, or keep both', async () => {
		const { drafts, actor, answer, contents, passTime } = await setUp();
		const here = { pageId: 'home', pageToken: 'one', fields: { 'a-2': ['From the first window'] } };
		const there = { pageId: 'home', pageToken: 'two', fields: { 'a-2': ['From the second'] } };
		await drafts.save(actor, post(there));
		passTime(1000);

		expect(codes(await drafts.save(actor, post(here)))).toEqual(['answer_changed_elsewhere']);
		expect(await answer('2')).toMatchObject({ text: 'From the second' });

		const shown = (await contents())?.answers['2']?.updatedAt ?? 0;
		const chosen = { ...here, pageToken: 'three', stamps: { '2': shown } };
		await drafts.save(actor, post({ ...chosen, choices: { '2': 'both' } }));
		expect(await answer('2')).toMatchObject({ text: 'From the second\n\nFrom the first window' });
	});

	test('a page that is not asked any more keeps what was typed on it', async () => {
		const { drafts, actor, answer } = await setUp();
		await drafts.save(actor, post({ pageId: 'home', fields: { 'a-1': ['5'] } }));

		const typed = { pageId: 'who-helps', fields: { 'a-4-name-0': ['Gran'] } };
		const outcome = await drafts.save(actor, post(typed));

		expect(outcome).toMatchObject({ kept: true, next: 'feelings' });
		expect(await answer('4')).toEqual({ kind: 'people', people: [{ name: 'Gran' }] });
	});

	test('two windows in the same millisecond are still two', async () => {
		const { drafts, actor } = await setUp();
		const first = post({ pageId: 'home', pageToken: 'one', fields: { 'a-2': ['a'] } });
		const outcome = await drafts.save(actor, first);
		const stamps = outcome.kept ? outcome.stamps : {};
		const second = post({ pageId: 'home', pageToken: 'two', fields: { 'a-2': ['b'] }, stamps });
		await drafts.save(actor, second);

		const third = post({ pageId: 'home', pageToken: 'three', fields: { 'a-2': ['c'] }, stamps });
		expect(codes(await drafts.save(actor, third))).toEqual(['answer_changed_elsewhere']);
	});

	test('an empty box on a stale page takes nothing away', async () => {
		const { drafts, actor, answer } = await setUp();
		await drafts.save(
			actor,
			post({ pageId: 'home', pageToken: 'two', fields: { 'a-2': ['Stay'] } })
		);

		await drafts.save(actor, post({ pageId: 'home', pageToken: 'one', fields: { 'a-1': ['4'] } }));

		expect(await answer('2')).toMatchObject({ text: 'Stay' });
		expect(await answer('1')).toEqual({ kind: 'faces', value: 4 });
	});

	test('a page is never in its own way, and what it sent earlier but comes late changes nothing', async () => {
		const { drafts, actor, answer } = await setUp();
		const typed = (text: string, turn: number) =>
			drafts.save(actor, post({ pageId: 'home', fields: { 'a-2': [text] }, turn, intent: 'keep' }));

		await drafts.begin(actor, { formId: 'sample', face: 'standard', language: 'en' });
		await typed('H', 1);
		await typed('Hello', 3);
		await typed('He', 2);

		expect(await answer('2')).toMatchObject({ text: 'Hello' });
	});

	test('changing face and language in the middle loses nothing', async () => {
		const { drafts, actor, contents } = await setUp();
		await drafts.begin(actor, { formId: 'sample', face: 'standard', language: 'ar' });
		const fields = { 'a-5': ['angry'], 'a-5-other': ['جائع'] };
		await drafts.save(actor, post({ pageId: 'feelings', fields, language: 'ar' }));

		await drafts.begin(actor, { formId: 'sample', face: 'easy', language: 'en' });

		const draft = await contents();
		expect(draft).toMatchObject({ face: 'easy', language: 'en' });
		expect(draft?.answers['5']).toMatchObject({
			language: 'ar',
			answer: { values: ['angry'], other: 'جائع' }
		});
	});

	test('the grown-up face is from 16', async () => {
		const { drafts, actor } = await setUp();
		const grownUp = { formId: 'sample', face: 'grown_up', language: 'en' } as const;
		await expect(drafts.begin(actor, grownUp)).rejects.toMatchObject({ code: 'face_unknown' });
	});

	test('one answer is kept for the chair, and stays so when it is written again', async () => {
		const { drafts, actor, contents } = await setUp();
		const fields = { 'a-1': ['1'], 'a-2': ['Only for Sam'] };
		await drafts.save(actor, post({ pageId: 'home', fields, chairOnly: true }));
		expect((await contents())?.answers['2']?.chairOnly).toBe(true);

		const more = { 'a-1': ['1'], 'a-2': ['Only for Sam, please'] };
		await drafts.save(actor, post({ pageId: 'home', fields: more }));
		expect((await contents())?.answers['2']?.chairOnly).toBe(true);

		await drafts.keepForChair(actor, { formId: 'sample', questionId: '2', chairOnly: false });
		expect((await contents())?.answers['2']?.chairOnly).toBe(false);
		expect((await contents())?.answers['1']?.chairOnly).toBe(true);
	});

	test('the reader is who chairs the next meeting, else the allocated officer', async () => {
		const { app, drafts, actor, id } = await setUp();
		expect((await drafts.open(actor, 'sample')).reader).toMatchObject({
			kind: 'person',
			name: 'Sam Okafor'
		});

		const chair = await addStaff(app, { name: 'Ada Wells' });
		const scheduledAt = NOW + 86_400_000;
		await addMeeting(app, { youngPersonIds: [id], scheduledAt, chairId: chair.id });
		expect((await drafts.open(actor, 'sample')).reader).toMatchObject({
			kind: 'person',
			name: 'Ada Wells'
		});
	});

	test('reading is audited once a visit, answering each time', async () => {
		const { app, drafts, actor, passTime } = await setUp();
		await drafts.save(actor, post({ pageId: 'home', fields: { 'a-1': ['5'] } }));
		await drafts.open(actor, 'sample');
		await drafts.open(actor, 'sample');
		passTime(3_600_000);
		await drafts.open(actor, 'sample');

		expect(await actionsOf(app)).toEqual([
			'draft.begun',
			'draft.answered',
			'draft.read',
			'draft.read'
		]);
		expect(await app.audit.verify(app.database.read)).toMatchObject({ brokenAt: null });
	});

	test('deleting takes everything; a window left open brings nothing back by itself', async () => {
		const { drafts, actor, contents } = await setUp();
		const fields = { 'a-2': ['Gone'] };
		await drafts.save(actor, post({ pageId: 'home', fields }));

		await drafts.remove(actor, 'sample');
		await drafts.remove(actor, 'sample');

		expect(await contents()).toBeNull();
		const late = drafts.save(actor, post({ pageId: 'home', fields, intent: 'keep' }));
		await expect(late).rejects.toMatchObject({ code: 'draft_gone' });
	});

	test('on a shared phone, a page left open by one person keeps nothing for another', async () => {
		const { app, drafts, actor } = await setUp();
		const other = await addYoungPerson(app, { knownAs: 'Jayden' });
		await drafts.begin(other.actor, { formId: 'sample', face: 'easy', language: 'en' });

		const hers = drafts.save(other.actor, post({ pageId: 'home', fields: { 'a-1': ['1'] } }));

		await expect(hers).rejects.toMatchObject({ code: 'not_the_author' });
		expect((await drafts.open(other.actor, 'sample')).draft?.answers).toEqual({});
		expect((await drafts.open(actor, 'sample')).draft).toBeNull();
	});

	test('are nobody else’s: not staff’s, not another young person’s, and nobody is asked to sign in', async () => {
		const { app, drafts, actor, officer } = await setUp();
		await drafts.save(actor, post({ pageId: 'home', fields: { 'a-2': ['Mine'] } }));
		const other = await addYoungPerson(app, { knownAs: 'Jayden' });

		const refused = (stranger: Actor, kind: string) =>
			expect(drafts.open(stranger, 'sample')).rejects.toMatchObject({ kind });
		await refused(officer.actor, 'not_found');
		await refused(NOBODY, 'signed_out');
		expect((await drafts.open(other.actor, 'sample')).draft).toBeNull();
		await expect(drafts.open(actor, 'no-such-form')).rejects.toMatchObject({ kind: 'not_found' });
	});
});

async function actionsOf(app: App): Promise<string[]> {
	const { auditEntries } = app.database.read.tables;
	const rows = await app.database.read
		.select({ action: auditEntries.action })
		.from(auditEntries)
		.where(eq(auditEntries.subjectKind, 'draft'));
	return rows.map(({ action }) => action);
}
