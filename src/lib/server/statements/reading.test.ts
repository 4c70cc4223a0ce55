import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';

const OPEN: Answer = { kind: 'say', text: 'I like the garden.', pictures: [] };
const PRIVATE: Answer = { kind: 'say', text: 'Only for Sam.', pictures: [] };

onBothEngines('reading and answering a statement', (engine) => {
	/** A statement of Amina's that her social worker Lena was ticked for, with one answer kept for the chair. */
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const lena = await addStaff(base.app, { name: 'Lena Hart', roles: ['social_worker'] });
		const jo = await addYoungPerson(base.app, {
			knownAs: 'Jo',
			officerId: base.sam.id,
			socialWorkerId: lena.id,
			dialect: 'Sudan',
			language: 'ar'
		});
		const { statementId } = await sendStatement(base.app, jo, {
			answers: { '3': OPEN, '4': PRIVATE, Z3: { kind: 'audience', staff: [lena.id] } },
			chairOnly: ['4']
		});
		return { ...base, lena, jo, statementId };
	}

	test('the chair reads all of it, and may reply', async () => {
		const { app, sam, jo, statementId } = await begin();

		const view = await app.statements.open(sam.actor, statementId);

		expect(view).toMatchObject({
			youngPerson: { id: jo.id, name: 'Jo Osman', age: 15, language: 'ar' },
			dialect: 'Sudan',
			meeting: null,
			mayReply: true,
			alert: null
		});
		expect(view.answers.map(({ answer }) => answer)).toContainEqual(PRIVATE);
	});

	test('somebody ticked reads what was not kept for the chair, and may not reply', async () => {
		const { app, lena, statementId } = await begin();

		const view = await app.statements.open(lena.actor, statementId);

		expect(view.mayReply).toBe(false);
		expect(view.answers.map(({ answer }) => answer)).toContainEqual(OPEN);
		expect(JSON.stringify(view)).not.toContain('Only for Sam');
		await expect(
			app.statements.reply(lena.actor, { statementId, sendKey: 'k', readyReply: 'thank_you' })
		).rejects.toMatchObject({ kind: 'not_found' });
	});

	test('the young person sees who opened it and when, once a reader and day', async () => {
		const { app, clock, sam, lena, jo, statementId } = await begin();
		clock.set('2026-11-21T10:00');
		await app.statements.open(sam.actor, statementId);
		clock.set('2026-11-21T11:00');
		await app.statements.open(sam.actor, statementId);
		await app.statements.open(lena.actor, statementId);
		clock.set('2026-11-22T00:10');
		await app.statements.open(sam.actor, statementId);

		const { trail } = await app.statements.readOwn(jo.actor, statementId);

		expect(trail.filter(({ kind }) => kind === 'opened')).toMatchObject([
			{ by: 'Sam Okoro', asChair: true },
			{ by: 'Lena Hart', asChair: false },
			{ by: 'Sam Okoro', asChair: true }
		]);
		const { auditEntries } = app.database.read.tables;
		const chain = await app.database.read.select().from(auditEntries);
		expect(chain.filter(({ action }) => action === 'statement.opened')).toHaveLength(4);
	});

	test('a ready reply reaches the young person, who is told, and is seen once they read it', async () => {
		const { app, clock, sam, jo, statementId } = await begin();
		clock.set('2026-11-21T10:00');

		await app.statements.reply(sam.actor, { statementId, sendKey: 'r1', readyReply: 'thank_you' });

		expect((await app.home.see(jo.actor)).notices).toContainEqual(
			expect.objectContaining({ kind: 'reply', byName: 'Sam Okoro', statementId })
		);
		const [, , before] = (await app.home.see(jo.actor)).sent[0]?.trail ?? [];
		expect(before).toMatchObject({
			kind: 'reply',
			reply: { readyReply: 'thank_you', seenAt: null }
		});
		clock.set('2026-11-21T18:00');
		const read = await app.statements.readOwn(jo.actor, statementId);
		expect(read.trail.at(-1)).toMatchObject({ kind: 'reply', reply: { seenAt: clock.now() } });
		expect((await app.home.see(jo.actor)).notices).toEqual([]);
	});

	test('own words are kept as they were written, sealed', async () => {
		const { app, sam, jo, statementId } = await begin();
		const words = 'I will ask about the garden.\nThank you, Jo.';

		await app.statements.reply(sam.actor, { statementId, sendKey: 'r1', words: `  ${words} ` });

		const read = await app.statements.readOwn(jo.actor, statementId);
		expect(read.trail.at(-1)).toMatchObject({
			by: 'Sam Okoro',
			reply: { readyReply: null, words, language: 'en' }
		});
		const [row] = await app.database.read.select().from(app.database.read.tables.replies);
		expect(row?.wordsSealed?.includes('garden')).toBe(false);
	});

	test('the same reply twice, or at the same time, is one', async () => {
		const { app, sam, jo, statementId } = await begin();
		const reply = { statementId, sendKey: 'r1', readyReply: 'will_ask' } as const;

		const sent = await Promise.all([1, 2, 3].map(() => app.statements.reply(sam.actor, reply)));

		expect(sent.filter(({ again }) => !again)).toHaveLength(1);
		const { trail } = await app.statements.readOwn(jo.actor, statementId);
		expect(trail.filter(({ kind }) => kind === 'reply')).toHaveLength(1);
	});

	test('a reply says something, and not too much', async () => {
		const { app, sam, statementId } = await begin();
		const refused = (words: string) =>
			app.statements.reply(sam.actor, { statementId, sendKey: 'r1', words });
		await expect(refused('  ')).rejects.toMatchObject({ kind: 'invalid', code: 'reply_empty' });
		await expect(refused('a'.repeat(4001))).rejects.toMatchObject({ code: 'reply_too_long' });
		await refused('a'.repeat(4000));
	});

	test('what they were sent stands in the list of those who were ticked, and of nobody else', async () => {
		const { app, sam, lena, statementId } = await begin();
		expect(await app.statements.sentTo(lena.actor)).toMatchObject([
			{ id: statementId, youngPerson: { name: 'Jo Osman' }, openedAt: null, meeting: null }
		]);
		await app.statements.open(lena.actor, statementId);
		expect(await app.statements.sentTo(lena.actor)).toMatchObject([{ openedAt: app.now() }]);
		expect(await app.statements.sentTo(sam.actor)).toEqual([]);
	});

	test('a statement is not there, or is not theirs: it looks the same', async () => {
		const { app, sam, statementId } = await begin();
		const other = await addStaff(app, { name: 'Another Officer' });
		const refusal = { kind: 'not_found', code: 'not_found', detail: {} };
		await expect(app.statements.open(other.actor, statementId)).rejects.toMatchObject(refusal);
		await expect(app.statements.open(sam.actor, 'none')).rejects.toMatchObject(refusal);
	});
});
