import { expect, test } from 'vitest';
import { addDraft } from '../../../../tests/support/drafts.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { beeps, wav } from '../../../../tests/support/recordings.ts';
import { MOST_A_QUESTION } from './sounds.ts';

const FORM = 'before-my-review';
const NOT_FOUND = { kind: 'not_found' };

onBothEngines('voice notes', (engine) => {
	async function setUp() {
		const app = await engine.open();
		const officer = await addStaff(app, {});
		const worker = await addStaff(app, { roles: ['social_worker'] });
		const amina = await addYoungPerson(app, { officerId: officer.id, socialWorkerId: worker.id });
		const { sendKey } = await addDraft(app, amina);
		const note = { formId: FORM, questionId: '3', language: 'en', bytes: beeps('webm') };
		const answer = async () =>
			(await app.drafts.open(amina.actor, FORM)).draft?.answers['3']?.answer;
		return { app, officer, worker, amina, sendKey, note, answer };
	}

	test('go with the words of their answer, sealed, and are taken out for good', async () => {
		const { app, amina, note, answer } = await setUp();

		const id = await app.sounds.add(amina.actor, note);

		expect(await answer()).toMatchObject({ text: 'The garden is good.', sounds: [id] });
		const { read } = app.database;
		const [row] = await read.select().from(read.tables.sounds);
		expect(row?.milliseconds).toBeGreaterThan(2000);
		const kept = await app.sounds.openOwn(amina.actor, id);
		expect(row?.bytesSealed.includes(kept.subarray(0, 64))).toBe(false);

		await app.sounds.remove(amina.actor, { formId: FORM, id, language: 'en' });
		expect(await answer()).toEqual({ kind: 'say', text: 'The garden is good.', pictures: [] });
		expect(await read.select().from(read.tables.sounds)).toEqual([]);
	});

	test('are nobody else’s in a draft, and once sent are heard by who may read the answer', async () => {
		const { app, officer, worker, amina, sendKey, note } = await setUp();
		const stranger = await addYoungPerson(app, { knownAs: 'Kai' });
		const id = await app.sounds.add(amina.actor, note);
		for (const { actor } of [officer, worker, stranger]) {
			await expect(app.sounds.openForDesk(actor, id)).rejects.toMatchObject(NOT_FOUND);
			await expect(app.sounds.openOwn(actor, id)).rejects.toMatchObject(NOT_FOUND);
		}

		const { statementId } = await app.statements.send(amina.actor, { formId: FORM, sendKey });
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.statementAudience).values({ statementId, staffId: worker.id })
		);
		for (const { actor } of [officer, worker])
			expect((await app.sounds.openForDesk(actor, id)).length).toBeGreaterThan(1000);
		expect((await app.sounds.openOwn(amina.actor, id)).length).toBeGreaterThan(1000);
	});

	test('kept for the chair are heard by the chair alone', async () => {
		const { app, officer, worker, amina, sendKey, note } = await setUp();
		const id = await app.sounds.add(amina.actor, note);
		await app.drafts.keepForChair(amina.actor, { formId: FORM, questionId: '3', chairOnly: true });
		const { statementId } = await app.statements.send(amina.actor, { formId: FORM, sendKey });
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.statementAudience).values({ statementId, staffId: worker.id })
		);

		expect((await app.sounds.openForDesk(officer.actor, id)).length).toBeGreaterThan(1000);
		await expect(app.sounds.openForDesk(worker.actor, id)).rejects.toMatchObject(NOT_FOUND);
	});

	test('are opened with a trace, one for each time somebody listens', async () => {
		const { app, amina, note } = await setUp();
		const id = await app.sounds.add(amina.actor, note);

		// A player asks for a recording in parts.
		await app.sounds.openOwn(amina.actor, id);
		await app.sounds.openOwn(amina.actor, id);

		const { read } = app.database;
		const entries = await read.select().from(read.tables.auditEntries);
		expect(entries.filter(({ action }) => action === 'sound.opened')).toHaveLength(1);
	});

	test('there are only so many for an answer, and a refused one changes nothing', async () => {
		const { app, amina, note, answer } = await setUp();
		const before = await answer();
		await expect(
			app.sounds.add(amina.actor, { ...note, bytes: wav({ seconds: 1, loudness: 0 }) })
		).rejects.toMatchObject({ code: 'sound_silent' });
		expect(await answer()).toEqual(before);

		for (let added = 0; added < MOST_A_QUESTION; added++) await app.sounds.add(amina.actor, note);
		await expect(app.sounds.add(amina.actor, note)).rejects.toMatchObject({
			code: 'sound_too_many'
		});
	});

	test('are minutes in all for a draft', async () => {
		const { app, amina, note } = await setUp();
		const id = await app.sounds.add(amina.actor, note);
		await app.database.inTransaction((tx) =>
			tx.update(tx.tables.sounds).set({ milliseconds: 20 * 60_000 - 1000 })
		);

		await expect(app.sounds.add(amina.actor, note)).rejects.toMatchObject({
			code: 'sound_too_many_minutes'
		});
		expect((await app.sounds.openOwn(amina.actor, id)).length).toBeGreaterThan(1000);
	});

	test('of a form begun with a helper are heard there, and no others', async () => {
		const { app, worker, amina, note } = await setUp();
		const own = await app.sounds.add(amina.actor, note);
		const { token } = await app.together.startHere(worker.actor, {
			youngPersonId: amina.id,
			formId: FORM
		});
		const actor = (await app.together.sessionOf(token))?.actor;
		if (actor?.kind !== 'young_person') throw new Error('it did not begin');
		await app.drafts.begin(actor, { formId: FORM, face: 'standard', language: 'en' });

		const there = await app.sounds.add(actor, note);

		expect((await app.sounds.openOwn(actor, there)).length).toBeGreaterThan(1000);
		await expect(app.sounds.openOwn(actor, own)).rejects.toMatchObject(NOT_FOUND);
		await expect(
			app.sounds.remove(actor, { formId: FORM, id: own, language: 'en' })
		).rejects.toMatchObject(NOT_FOUND);
	});
});
