import { expect, test } from 'vitest';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo, onlyOne } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { formOf, FORMS } from '../../forms/catalogue/forms.ts';

const OF_CONFERENCE: Readonly<Record<string, Answer>> = {
	'3': { kind: 'say', text: 'They shout at night.', pictures: [] },
	'13': { kind: 'yes_no', value: 'yes' },
	'13_which': { kind: 'protect', questions: ['3'] }
};

/** A face for every form that has one to be answered with. */
const anyAnswerOf = (formId: string): Record<string, Answer> => {
	const question = formOf(formId)
		?.pages.flatMap(({ questions }) => questions)
		.find(({ type, id }) => type === 'say' && !/^(S|Z)\d/.test(id));
	return { [question?.id ?? '']: { kind: 'say', text: 'Something.', pictures: [] } };
};

onBothEngines('where a form goes', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const liam = await addStaff(base.app, { name: 'Liam Foster', roles: ['social_worker'] });
		const kai = await addYoungPerson(base.app, {
			knownAs: 'Kai',
			officerId: base.sam.id,
			socialWorkerId: liam.id
		});
		return { ...base, liam, kai };
	}

	test('what is for no meeting is there at once, and waits for none', async () => {
		const { app, kai, sam } = await begin();
		expect(await app.statements.meetingsFor(kai.actor, 'good-news')).toEqual({
			outcome: 'straight',
			to: { kind: 'person', name: 'Sam Okoro' }
		});
		const { statementId } = await sendStatement(app, kai, {
			formId: 'good-news',
			answers: anyAnswerOf('good-news')
		});
		expect(await onlyOne(app, kai.actor)).toMatchObject({ state: 'delivered', steps: ['sent'] });
		expect(await noticesTo(app, kai.actor)).toEqual([]);
		const inbox = await app.desk.inbox(sam.actor);
		expect(inbox).toMatchObject({ waiting: [], delivered: [{ id: statementId, openedAt: null }] });

		await addMeeting(app, {
			youngPersonIds: [kai.id],
			scheduledAt: app.now() + 86_400_000,
			chairId: sam.id
		});
		await app.database.inTransaction((tx) => app.meetings.settle(tx, { youngPersonIds: [kai.id] }));
		expect(await onlyOne(app, kai.actor)).toMatchObject({ state: 'delivered', meeting: null });
		expect(await noticesTo(app, kai.actor)).toEqual([]);

		const opened = await app.statements.open(sam.actor, statementId);
		expect(opened.trail).toMatchObject([{ kind: 'sent' }, { kind: 'opened', asChair: false }]);
		expect((await app.desk.inbox(sam.actor)).delivered[0]?.openedAt).not.toBeNull();
	});

	test('what is for their worker goes to the worker, and not to the officer', async () => {
		const { app, clock, kai, sam, liam } = await begin();
		expect(await app.statements.meetingsFor(kai.actor, 'before-a-visit')).toEqual({
			outcome: 'straight',
			to: { kind: 'person', name: 'Liam Foster' }
		});
		const { statementId } = await sendStatement(app, kai, {
			formId: 'before-a-visit',
			answers: anyAnswerOf('before-a-visit')
		});
		await expect(app.statements.open(sam.actor, statementId)).rejects.toMatchObject({
			kind: 'not_found'
		});
		expect(await app.desk.inbox(sam.actor)).toMatchObject({ waiting: [], delivered: [] });
		expect(await app.statements.sentTo(liam.actor)).toMatchObject([
			{ id: statementId, forWorker: true, openedAt: null }
		]);
		const opened = await app.statements.open(liam.actor, statementId);
		expect(opened.mayReply).toBe(true);
		expect((await app.statements.sentTo(liam.actor))[0]?.openedAt).toBe(clock.now());
		clock.set('2026-11-21T12:00');
		await app.statements.add(kai.actor, { statementId, sendKey: 'k', words: 'More' });
		expect((await app.statements.sentTo(liam.actor))[0]?.openedAt).toBeNull();
		expect(await noticesTo(app, liam.actor)).toEqual(['added']);
	});

	test('with no worker the managers are told', async () => {
		const { app, amina, manager } = await begin();
		expect(await app.statements.meetingsFor(amina.actor, 'before-a-visit')).toEqual({
			outcome: 'straight',
			to: null
		});
		await sendStatement(app, amina, {
			formId: 'before-a-visit',
			answers: anyAnswerOf('before-a-visit')
		});
		expect(await noticesTo(app, manager.actor)).toEqual(['no_reader']);
	});

	test('what looks back is about the last meeting that was held', async () => {
		const { app, kai } = await begin();
		const held = (heldOn: string) => addMeeting(app, { youngPersonIds: [kai.id], heldOn });
		await held('2026-05-02');
		const last = await held('2026-11-10');
		await sendStatement(app, kai, {
			formId: 'after-my-review',
			answers: anyAnswerOf('after-my-review')
		});
		const { read } = app.database;
		const rows = await read.select().from(read.tables.statements);
		expect(rows).toMatchObject([{ aboutMeetingId: last, state: 'delivered', goesTo: 'chair' }]);
	});

	test('what is kept is never sent', async () => {
		const { app, kai } = await begin();
		for (const { id } of FORMS.filter(({ goesTo }) => goesTo === 'kept')) {
			const { sendKey } = await addDraft(app, kai, { formId: id });
			await expect(app.statements.send(kai.actor, { formId: id, sendKey })).rejects.toMatchObject({
				code: 'form_kept'
			});
		}
		expect(await app.statements.listOwn(kai.actor)).toEqual([]);
	});

	test('a helper who started another form sends nothing but that one', async () => {
		const { app, kai } = await begin();
		const { formId, sendKey } = await addDraft(app, kai);
		const helped = { ...kai.actor, only: { formId: 'good-news', togetherId: 'x' } };
		await expect(app.statements.send(helped, { formId, sendKey })).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('what must not be told as coming from them stands first, for everybody who reads it', async () => {
		const { app, amina, sam, conference } = await begin();
		await conference('2026-11-27T10:00');
		const { statementId } = await sendStatement(app, amina, {
			formId: 'before-my-conference',
			answers: OF_CONFERENCE,
			chairOnly: ['13', '13_which']
		});
		const ticked = await addStaff(app, { roles: ['social_worker'] });
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.statementAudience).values({ statementId, staffId: ticked.id })
		);
		expect((await app.desk.notices(sam.actor))[0]).toMatchObject({
			kind: 'must_not_tell',
			statementId
		});
		expect((await app.desk.inbox(sam.actor)).rows[0]?.statements[0]?.protects).toBe(true);
		expect((await app.statements.open(sam.actor, statementId)).protectedQuestions).toEqual(['3']);
		const read = await app.statements.open(ticked.actor, statementId);
		expect(read.protectedQuestions).toEqual(['3']);
		expect(read.answers.map(({ questionId }) => questionId)).toEqual(['3']);
	});

	test('that there is something, without saying which, is told as well', async () => {
		const { app, amina, sam, conference } = await begin();
		await conference('2026-11-27T10:00');
		await sendStatement(app, amina, {
			formId: 'before-my-conference',
			answers: { '13': { kind: 'yes_no', value: 'yes' } }
		});
		expect(await noticesTo(app, sam.actor)).toEqual(['must_not_tell']);
		expect((await app.desk.inbox(sam.actor)).rows[0]?.statements[0]?.protects).toBe(true);
	});
});
