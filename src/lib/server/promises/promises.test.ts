import { expect, test } from 'vitest';
import { addDecision } from '../../../../tests/support/decided.ts';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { promisesBefore } from './before.ts';

onBothEngines('promises', (engine) => {
	/** At Amina’s review on 10 November three things were promised, one of them by her social worker Liam. */
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, amina, sam } = base;
		const liam = await addStaff(app, { name: 'Liam Foster', roles: ['social_worker'] });
		const meetingId = await addMeeting(app, {
			youngPersonIds: [amina.id],
			chairId: sam.id,
			heldOn: '2026-11-10'
		});
		const of = { meetingId, youngPersonId: amina.id };
		const overdue = await addDecision(app, {
			...of,
			decided: 'A bus pass',
			owner: { staffId: liam.id },
			dueOn: '2026-11-20'
		});
		const open = await addDecision(app, { ...of, owner: { name: 'School' }, dueOn: '2026-12-20' });
		// Agreed by nobody in particular, or not agreed: no promise.
		await addDecision(app, { ...of, dueOn: '2026-12-01' });
		await addDecision(app, {
			...of,
			outcome: 'not_agreed',
			owner: { staffId: liam.id },
			dueOn: '2026-12-01'
		});
		const sendLetter = async () => {
			await app.letters.approve(sam.actor, { ...of, version: 0 });
			await app.letters.send(sam.actor, { ...of, version: 1 });
		};
		return { ...base, liam, meetingId, of, overdue, open, sendLetter };
	}

	test('are listed for the officer and for who is to keep them, the longest overdue first', async () => {
		const { app, sam, liam, manager, overdue, open } = await begin();
		const hers = await app.promises.list(sam.actor);
		expect(hers.promises.map(({ id }) => id)).toEqual([overdue, open]);
		expect(hers).toMatchObject({
			counts: { open: 2, overdue: 1, done: 0, notDone: 0 },
			promises: [
				{ overdue: true, owner: 'Liam Foster', words: { words: 'A bus pass' } },
				{ overdue: false, owner: 'School' }
			],
			council: null
		});
		expect((await app.promises.list(liam.actor)).promises.map(({ id }) => id)).toEqual([overdue]);
		// A manager has counts, and nobody’s words.
		expect(await app.promises.list(manager.actor)).toMatchObject({
			promises: [],
			council: { open: 2, overdue: 1, officers: [{ name: 'Sam Okoro', open: 2, overdue: 1 }] }
		});
		const other = await addStaff(app, { name: 'Other', roles: ['social_worker'] });
		expect((await app.promises.list(other.actor)).promises).toEqual([]);
	});

	test('are said to be kept or not by who may, with a reason, and once at a time', async () => {
		const { app, clock, sam, liam, amina, overdue, open, sendLetter } = await begin();
		const refused = (code: string) => expect.objectContaining({ code });
		const mark = { id: overdue, version: 0 };
		await expect(
			app.promises.mark(liam.actor, { id: open, version: 0, done: 'done' })
		).rejects.toEqual(refused('not_found'));
		await expect(app.promises.mark(liam.actor, { ...mark, done: 'not_done' })).rejects.toEqual(
			refused('promise_why_missing')
		);
		await expect(
			app.promises.mark(liam.actor, { ...mark, done: 'done', on: '2026-11-22' })
		).rejects.toEqual(refused('promise_date_wrong'));
		await app.promises.mark(liam.actor, { ...mark, done: 'not_done', why: 'No money left.' });
		await expect(app.promises.mark(sam.actor, { ...mark, done: 'done' })).rejects.toEqual(
			refused('promise_changed')
		);
		await sendLetter();
		expect(await app.promises.listOwn(amina.actor)).toMatchObject([
			{ id: open, done: null },
			{ id: overdue, done: 'not_done', doneOn: '2026-11-21', doneWhy: { text: 'No money left.' } }
		]);
		clock.set('2026-11-25T10:00');
		await app.promises.mark(sam.actor, { id: overdue, version: 1, done: 'done', on: '2026-11-24' });
		const closed = await app.promises.list(sam.actor, { show: 'closed' });
		expect(closed.promises).toMatchObject([
			{ id: overdue, done: 'done', doneOn: '2026-11-24', doneBy: 'Sam Okoro', doneWhy: null }
		]);
		await app.promises.mark(sam.actor, { id: overdue, version: 2, done: 'open' });
		expect((await app.promises.list(sam.actor)).counts).toMatchObject({ open: 2, overdue: 1 });
	});

	test('are asked about in the next form once they were told, and what is said stands beside them', async () => {
		const { app, clock, sam, liam, amina, review, overdue, open, sendLetter } = await begin();
		expect((await app.people.factsOf(app.database.read, amina.id)).promises).toEqual([]);
		await sendLetter();
		const { promises } = await app.people.factsOf(app.database.read, amina.id);
		expect(promises).toEqual([
			{ id: overdue, words: 'A bus pass' },
			{ id: open, words: 'See my brother more' }
		]);

		const next = await review('2026-11-27T16:00');
		const said = {
			kind: 'promises',
			promises: { [overdue]: 'not_done', [open]: 'done', gone: 'done' }
		} as const;
		const { statementId } = await sendStatement(app, amina, { answers: { '21': said } });
		const opened = await app.statements.open(sam.actor, statementId);
		const asked = opened.wording.questions.find(({ id }) => id === '21');
		expect(asked?.labels[overdue]).toEqual({ shown: 'A bus pass', english: 'A bus pass' });
		// What is not asked about any more has no words to be read with.
		expect(opened.answers[0]?.answer).toEqual({
			kind: 'promises',
			promises: { [overdue]: 'not_done', [open]: 'done' }
		});
		expect((await app.promises.list(sam.actor)).promises[0]).toMatchObject({
			said: { said: 'not_done', statementId }
		});
		// It was not sent to him.
		expect((await app.promises.list(liam.actor)).promises[0]?.said).toBeNull();
		expect(await promisesBefore(app, app.database.read, amina.id, next)).toMatchObject([
			{
				id: overdue,
				words: 'A bus pass',
				owner: 'Liam Foster',
				dueOn: '2026-11-20',
				said: 'not_done'
			},
			{ id: open, said: 'done' }
		]);

		clock.set('2026-11-22T10:00');
		await sendStatement(app, amina, { answers: { '21': said }, chairOnly: ['21'] });
		expect((await app.promises.list(sam.actor)).promises[0]?.said).toBeNull();
		expect((await promisesBefore(app, app.database.read, amina.id, null))[0]?.said).toBeNull();
	});

	test('those of a brother or a sister are never among them', async () => {
		const { app, amina, meetingId, sam, sendLetter } = await begin();
		const idris = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.meetingYoungPeople).values({ meetingId, youngPersonId: idris.id })
		);
		await sendLetter();
		expect(await app.promises.listOwn(idris.actor)).toEqual([]);
		expect((await app.people.factsOf(app.database.read, idris.id)).promises).toEqual([]);
		expect(await app.promises.listOwn(amina.actor)).toHaveLength(2);
	});
});
