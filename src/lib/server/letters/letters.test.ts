import { describe, expect, test } from 'vitest';
import { addDecision } from '../../../../tests/support/decided.ts';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import {
	addAccount,
	addMeeting,
	addStaff,
	addYoungPerson
} from '../../../../tests/support/people.ts';
import { noLetterWords, type LetterWords, type Paper } from '../../meetings/letter.ts';
import { createAfterwardsJob } from './afterwards.ts';

const textOf = ({ title, hello, parts, from }: Paper): string =>
	[
		title,
		hello,
		...parts.flatMap((part) => [part.title ?? '', ...part.lines.map(({ text }) => text)]),
		from ?? ''
	].join('\n');

onBothEngines('a letter after a meeting', (engine) => {
	/** Amina’s review was held on 10 November, and two things were decided. */
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, amina, sam } = base;
		const meetingId = await addMeeting(app, {
			youngPersonIds: [amina.id],
			chairId: sam.id,
			heldOn: '2026-11-10'
		});
		const of = { meetingId, youngPersonId: amina.id };
		const no = await addDecision(app, {
			...of,
			point: 'A phone of my own',
			outcome: 'not_agreed',
			why: 'We wait until January.'
		});
		const starred = await addDecision(app, {
			...of,
			starred: true,
			decided: 'Every second Saturday',
			outcome: 'partly',
			why: 'Saturdays are free.',
			owner: { name: 'Liam Foster' },
			dueOn: '2026-12-01'
		});
		const view = () => app.letters.compose(sam.actor, of);
		const words = (more: Partial<LetterWords> = {}): LetterWords => ({
			...noLetterWords('en'),
			opening: { words: 'You spoke well.', theirs: '' },
			...more
		});
		const sent = async () => {
			await app.letters.approve(sam.actor, { ...of, version: 0, words: words() });
			await app.letters.send(sam.actor, { ...of, version: 1 });
			const [row] = await app.letters.listOwn(amina.actor);
			return row?.id ?? '';
		};
		return { ...base, meetingId, of, no, starred, view, words, sent };
	}

	test('tells what was decided, the starred thing first and what was not agreed last, with reasons', async () => {
		const { view } = await begin();
		const { paper, state, clock } = await view();
		expect(state).toBe('draft');
		expect(clock).toMatchObject({ dueOn: '2026-12-08', state: 'running' });
		const text = textOf(paper);
		expect(text.indexOf('Every second Saturday')).toBeLessThan(text.indexOf('A phone of my own'));
		for (const words of [
			'Dear Amina',
			'10 November 2026',
			'Liam Foster will do it by',
			'1 December 2026',
			'The answer is no.',
			'We wait until January.',
			'There is no date yet.',
			'From Sam Okoro'
		])
			expect(text).toContain(words);
	});

	test('is written, approved and sent once; a change after approval makes it a draft again', async () => {
		const { app, of, view, words, sam, amina, clock } = await begin();
		const refused = (code: string) => expect.objectContaining({ code });
		await app.letters.save(sam.actor, { ...of, version: 0, words: words() });
		await expect(
			app.letters.save(sam.actor, { ...of, version: 0, words: words() })
		).rejects.toEqual(refused('letter_changed'));
		await expect(app.letters.send(sam.actor, { ...of, version: 1 })).rejects.toEqual(
			refused('letter_not_approved')
		);
		await app.letters.approve(sam.actor, { ...of, version: 1 });
		expect(await view()).toMatchObject({ state: 'approved', approved: { by: 'Sam Okoro' } });
		const other = words({ closing: { words: 'See you soon.', theirs: '' } });
		await app.letters.save(sam.actor, { ...of, version: 2, words: other });
		expect(await view()).toMatchObject({ state: 'draft', approved: null, version: 3 });
		await app.letters.approve(sam.actor, { ...of, version: 3 });
		await Promise.all(
			Array.from({ length: 3 }, () => app.letters.send(sam.actor, { ...of, version: 4 }))
		);
		expect(await noticesTo(app, amina.actor)).toEqual(['how_was_it', 'letter']);
		const { read } = app.database;
		expect(await read.select().from(read.tables.messages)).toHaveLength(1);
		await expect(
			app.letters.save(sam.actor, { ...of, version: 5, words: words() })
		).rejects.toEqual(refused('letter_sent'));

		const [row] = await app.letters.listOwn(amina.actor);
		clock.set('2026-11-22T10:00');
		const own = await app.letters.readOwn(amina.actor, row?.id ?? '');
		expect(textOf(own.paper)).toContain('See you soon.');
		expect((await view()).readAt).toBe(clock.now());
		expect(await noticesTo(app, amina.actor)).toEqual(['how_was_it']);
	});

	test('goes out as it was approved and no other, and never changes after', async () => {
		const { app, of, view, sam, manager, amina } = await begin();
		await app.letters.approve(manager.actor, { ...of, version: 0 });
		await addDecision(app, { ...of, point: 'Swimming' });
		expect((await view()).stale).toBe(true);
		await expect(app.letters.send(sam.actor, { ...of, version: 1 })).rejects.toMatchObject({
			code: 'letter_stale'
		});
		await app.letters.approve(sam.actor, { ...of, version: 1 });
		await app.letters.send(sam.actor, { ...of, version: 2 });
		const [row] = await app.letters.listOwn(amina.actor);
		const before = await app.letters.readOwn(amina.actor, row?.id ?? '');
		await addDecision(app, { ...of, point: 'Later thoughts' });
		await app.database.inTransaction((tx) =>
			tx.update(tx.tables.meetings).set({ heldOn: '2026-11-12' })
		);
		expect((await app.letters.readOwn(amina.actor, row?.id ?? '')).paper).toEqual(before.paper);
		expect((await view()).paper).toEqual(before.paper);
	});

	test('speaks their language; the officer’s words stay as written unless an interpreter gave them', async () => {
		const { app, sam, manager } = await begin();
		const noor = await addYoungPerson(app, { knownAs: 'Noor', language: 'ar', officerId: sam.id });
		const meetingId = await addMeeting(app, {
			youngPersonIds: [noor.id],
			chairId: sam.id,
			heldOn: '2026-11-10'
		});
		const of = { meetingId, youngPersonId: noor.id };
		const id = await addDecision(app, {
			...of,
			decided: 'A tutor',
			owner: { staffId: manager.id },
			dueOn: '2026-12-01'
		});
		await app.letters.approve(sam.actor, {
			...of,
			version: 0,
			words: {
				...noLetterWords('en'),
				opening: { words: 'Well done.', theirs: '' },
				decisions: {
					[id]: {
						note: { words: '', theirs: '' },
						theirs: { point: '', decided: 'مدرّس خاص', why: '' }
					}
				}
			}
		});
		const { paper } = await app.letters.compose(sam.actor, of);
		expect(paper).toMatchObject({ language: 'ar', title: 'رسالة عن اجتماع المراجعة' });
		const lines = paper.parts.flatMap((part) => part.lines);
		expect(lines).toContainEqual(
			expect.objectContaining({ text: 'Well done.', language: 'en', original: null })
		);
		expect(lines.find((line) => line.text === 'Well done.')).toMatchObject({
			note: expect.stringContaining('الإنجليزية')
		});
		expect(lines).toContainEqual({
			kind: 'words',
			text: 'مدرّس خاص',
			language: 'ar',
			note: expect.any(String),
			original: { text: 'A tutor', language: 'en' }
		});
		const { blocks } = await app.letters.document(sam.actor, of);
		expect(blocks).toContainEqual({ kind: 'words', text: { text: 'مدرّس خاص', language: 'ar' } });
		expect(blocks).toContainEqual({ kind: 'words', text: { text: 'A tutor', language: 'en' } });
		await app.letters.send(sam.actor, { ...of, version: 1 });
		// What forms ask about speaks it too.
		expect((await app.people.factsOf(app.database.read, noor.id)).promises).toEqual([
			{ id, words: 'A tutor', inLanguage: { ar: 'مدرّس خاص' } }
		]);
	});

	test('of a household each child has their own, and no word said for the chair alone is in it', async () => {
		const { app, sam, manager, amina } = await begin();
		const idris = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		const meetingId = await addMeeting(app, {
			kind: 'review_conference',
			youngPersonIds: [amina.id, idris.id],
			chairId: sam.id,
			heldOn: '2026-11-12'
		});
		const her = { meetingId, youngPersonId: amina.id };
		await addDecision(app, { ...her, point: 'Dad shouts', kept: 'chair', decided: 'A visit' });
		await addDecision(app, { meetingId, youngPersonId: idris.id, point: 'My rabbit' });
		const { letters } = await app.letters.ofMeeting(sam.actor, meetingId);
		expect(letters).toHaveLength(2);
		await app.letters.approve(sam.actor, { ...her, version: 0 });
		await app.letters.send(sam.actor, { ...her, version: 1 });
		const text = textOf((await app.letters.compose(manager.actor, her)).paper);
		expect(text).toContain('A visit');
		expect(text).not.toMatch(/Dad shouts|rabbit/);
		expect(await app.letters.listOwn(idris.actor)).toEqual([]);
		const [row] = await app.letters.listOwn(amina.actor);
		for (const id of [row?.id ?? '', meetingId])
			await expect(app.letters.readOwn(idris.actor, id)).rejects.toMatchObject({
				kind: 'not_found'
			});
	});

	test('one tap asks about it: who chairs the meeting is told once', async () => {
		const { app, amina, sam, sent, view } = await begin();
		const id = await sent();
		await app.letters.askAbout(amina.actor, id);
		await app.letters.askAbout(amina.actor, id);
		expect(await noticesTo(app, sam.actor)).toEqual(['letter_asked']);
		expect((await view()).askedAt).toBe(app.now());
		expect((await app.letters.readOwn(amina.actor, id)).askedAt).toBe(app.now());
	});

	test('does not go while managers may still object', async () => {
		const { app, of, meetingId, sam, clock } = await begin();
		await app.letters.approve(sam.actor, { ...of, version: 0 });
		const objectUntil = clock.now() + 86_400_000;
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.meetingOutcomes).values({
				meetingId,
				outcomeSealed: Buffer.alloc(1),
				decisionsSentAt: clock.now(),
				objectUntil,
				version: 1,
				updatedAt: clock.now()
			})
		);
		const send = () => app.letters.send(sam.actor, { ...of, version: 1 });
		await expect(send()).rejects.toMatchObject({ code: 'letter_with_managers' });
		clock.add(86_400_000 + 1);
		await expect(send()).resolves.toBeUndefined();
	});

	test('what came of a statement is told with the letter, or when that is late and managers have agreed', async () => {
		const base = await eastbrook((options) => engine.open(options));
		const { app, clock, sam, amina, review } = base;
		const meetingId = await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina);
		await app.statements.open(sam.actor, statementId);
		await app.database.inTransaction((tx) =>
			tx.update(tx.tables.meetings).set({ heldOn: '2026-11-27' })
		);
		clock.set('2026-11-30T10:00');
		const of = { meetingId, youngPersonId: amina.id };
		await addDecision(app, { ...of, statementId, questionId: '3', decided: 'A new bed' });
		const told = () => app.letters.decidedAbout(amina.actor, { statementId });
		const steps = async () =>
			(await app.statements.listOwn(amina.actor))[0]?.trail.map(({ kind }) => kind);
		expect(await told()).toEqual([]);
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.meetingOutcomes).values({
				meetingId,
				outcomeSealed: Buffer.alloc(1),
				finalAt: clock.now(),
				version: 1,
				updatedAt: clock.now()
			})
		);
		clock.set('2026-12-29T23:59');
		expect(await told()).toEqual([]);
		expect(await steps()).not.toContain('talked_about');
		clock.set('2026-12-30T00:00');
		expect(await told()).toMatchObject([{ outcome: 'agreed', decided: { text: 'A new bed' } }]);
		expect(await steps()).toContain('talked_about');
		expect(await app.letters.decidedAbout(sam.actor, { statementId }).catch(() => null)).toBeNull();
	});

	describe('afterwards', () => {
		test('everybody with an account is asked once how it was, and their officer sees the answer', async () => {
			const { app, amina, sam, meetingId, sent, view } = await begin();
			const job = createAfterwardsJob(app);
			await job.run();
			expect(await noticesTo(app, amina.actor)).toEqual([]);
			await addAccount(app, amina);
			await job.run();
			await job.run();
			expect(await noticesTo(app, amina.actor)).toEqual(['how_was_it']);
			await sent();
			expect(await noticesTo(app, amina.actor)).toEqual(['how_was_it', 'letter']);
			const { statementId } = await sendStatement(app, amina, {
				formId: 'after-my-review',
				answers: { '4': { kind: 'pick', value: 'some' } }
			});
			// Said: not asked for any more.
			expect(await noticesTo(app, amina.actor)).toEqual(['letter']);
			const said = { statementId, talkedAbout: 'some' };
			expect((await view()).afterwards).toMatchObject(said);
			expect((await app.letters.ofMeeting(sam.actor, meetingId)).letters).toMatchObject([
				{ afterwards: said }
			]);
			const stranger = await addStaff(app, { name: 'A manager', roles: ['manager'] });
			expect((await app.letters.ofMeeting(stranger.actor, meetingId)).letters).toMatchObject([
				{ afterwards: null }
			]);
		});
	});

	test('nothing of it stands in clear', async () => {
		const { app, sent } = await begin();
		await sent();
		const { read } = app.database;
		const rows = await read.select().from(read.tables.letters);
		expect(rows[0]?.letterSealed.toString('latin1')).not.toMatch(/spoke|Saturday|Amina/);
		const traces = await read.select().from(read.tables.auditEntries);
		expect(JSON.stringify(traces)).not.toMatch(/spoke|Saturday|phone/);
	});
});
