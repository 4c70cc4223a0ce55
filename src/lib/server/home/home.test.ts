import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';

onBothEngines('a young person’s home', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));

	test('shows their next meeting and who runs it', async () => {
		const { app, amina, review, conference } = await begin();
		const later = await review('2027-05-27T16:00');
		const next = await review('2026-11-27T16:00');
		await review('2026-11-20T16:00');
		const between = await conference('2026-12-10T10:00');

		const home = await app.home.see(amina.actor);

		expect(home.knownAs).toBe('Amina');
		expect(home.next).toEqual({
			id: next,
			kind: 'looked_after_review',
			scheduledAt: at('2026-11-27T16:00'),
			chair: expect.objectContaining({ name: 'Sam Okoro' }),
			daysAway: 6
		});
		expect(home.meetings.map(({ id }) => id)).toEqual([next, between, later]);
	});

	test('a meeting that has begun stays there for the day', async () => {
		const { app, clock, amina, review } = await begin();
		const today = await review('2026-11-27T16:00');
		clock.set('2026-11-27T18:00');
		expect((await app.home.see(amina.actor)).next).toMatchObject({ id: today, daysAway: 0 });
		clock.set('2026-11-28T00:00');
		expect((await app.home.see(amina.actor)).next).toBeNull();
	});

	test('shows what they began and what they sent, the newest first', async () => {
		const { app, clock, amina } = await begin();
		const first = await sendStatement(app, amina);
		clock.set('2026-11-22T09:00');
		const second = await sendStatement(app, amina);
		await addDraft(app, amina);

		const home = await app.home.see(amina.actor);

		expect(home.sent.map(({ id }) => id)).toEqual([second.statementId, first.statementId]);
		expect(home.drafts).toEqual([
			{ formId: 'before-my-review', updatedAt: clock.now(), helped: null }
		]);
	});

	test('shows by name who helped with what was begun, and which meeting was held last', async () => {
		const { app, clock, sam, amina, review } = await begin();
		const held = await review('2026-11-10T10:00');
		const { draftId } = await addDraft(app, amina, { formId: 'good-news' });
		await app.database.inTransaction(async (tx) => {
			const { togethers, drafts, meetings } = tx.tables;
			await tx.insert(togethers).values({
				id: 'together',
				youngPersonId: amina.id,
				formId: 'good-news',
				staffId: sam.id,
				device: 'helpers',
				codeIndex: 'code',
				createdAt: clock.now(),
				expiresAt: clock.now()
			});
			await tx.update(drafts).set({ togetherId: 'together' }).where(eq(drafts.id, draftId));
			await tx.update(meetings).set({ heldOn: '2026-11-10' }).where(eq(meetings.id, held));
		});

		const home = await app.home.see(amina.actor);

		expect(home.drafts).toMatchObject([
			{ formId: 'good-news', helped: { togetherId: 'together', by: 'Sam Okoro' } }
		]);
		expect(home.lastHeld).toEqual({
			id: held,
			kind: 'looked_after_review',
			heldOn: '2026-11-10'
		});
	});

	test('speaks as the form they went through last, until they choose for everything', async () => {
		const { app, clock, amina } = await begin();
		const face = async () => (await app.home.see(amina.actor)).face;
		expect(await face()).toBeNull();
		await sendStatement(app, amina, { face: 'easy' });
		expect(await face()).toBe('easy');
		clock.set('2026-11-22T09:00');
		await addDraft(app, amina, { face: 'standard' });
		expect(await face()).toBe('standard');
	});

	test('what they are told stays until they put it away', async () => {
		const { app, amina } = await begin();
		await sendStatement(app, amina);
		const [notice] = (await app.home.see(amina.actor)).notices;
		const other = await addYoungPerson(app);

		await expect(app.home.dismiss(other.actor, notice?.id ?? '')).rejects.toMatchObject({
			kind: 'not_found'
		});
		await app.home.dismiss(amina.actor, notice?.id ?? '');

		expect((await app.home.see(amina.actor)).notices).toEqual([]);
	});

	test('holds nothing of a brother or sister in the same conference', async () => {
		const { app, amina, sam } = await begin();
		const idris = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		await addMeeting(app, {
			kind: 'review_conference',
			youngPersonIds: [amina.id, idris.id],
			scheduledAt: at('2026-12-10T10:00'),
			chairId: sam.id
		});
		await sendStatement(app, amina);
		const home = await app.home.see(idris.actor);
		expect(home).toMatchObject({ knownAs: 'Idris', sent: [], drafts: [], notices: [] });
		expect(JSON.stringify(home)).not.toContain('Amina');
	});
});
