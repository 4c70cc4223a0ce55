import { expect, test } from 'vitest';
import { addDraft, sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import { PLAN_FORM } from '../../meetings/agenda.ts';
import { OPERATOR } from '../access.ts';

const ANSWERS: Record<string, Answer> = {
	'1': { kind: 'pick', value: 'all' },
	'6': { kind: 'agenda', items: [{ card: 'home' }, { words: 'My dog' }], starred: 1 },
	'7': { kind: 'say', text: 'The move', pictures: [] },
	'8': { kind: 'words', text: 'Say my name' }
};
const PLAN = { formId: PLAN_FORM, answers: ANSWERS, chairOnly: ['8'] };
const notThere = expect.objectContaining({ kind: 'not_found' });

onBothEngines('the plan for a meeting', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));

	test('what was sent comes out for the young person and for the chair, in its language and in English', async () => {
		const { app, sam, amina, review } = await begin();
		const meeting = await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina, { ...PLAN, language: 'ar' });

		const own = await app.plans.ofMeeting(amina.actor, meeting);
		const chairs = await app.plans.forChair(sam.actor, meeting);

		expect(own).toMatchObject({
			youngPerson: 'Amina',
			language: 'ar',
			from: { kind: 'statement', id: statementId },
			whole: { level: 'all', words: [{ words: 'Say my name', language: 'ar' }] },
			room: { words: [], notAloud: [] }
		});
		expect(own?.room.items[1]?.title).toMatchObject({ label: { english: 'Where I live' } });
		expect(own?.room.items.map(({ starred }) => starred)).toEqual([true, false]);
		expect(chairs).toMatchObject({ fullName: 'Amina Osman', whole: own?.whole, room: own?.room });
		expect(await app.plans.listForChair(sam.actor, meeting)).toEqual([
			{ id: statementId, youngPerson: 'Amina Osman' }
		]);
	});

	test('the young person sees who opened it; every reading stands in the audit chain', async () => {
		const { app, sam, amina, review } = await begin();
		const meeting = await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina, PLAN);

		await app.plans.forChair(sam.actor, meeting);
		await app.plans.forChair(sam.actor, meeting);
		await app.plans.ofMeeting(amina.actor, meeting);

		const { trail } = await app.statements.readOwn(amina.actor, statementId);
		expect(trail.filter(({ kind }) => kind === 'opened')).toMatchObject([
			{ by: 'Sam Okoro', asChair: true }
		]);
		const { read } = app.database;
		const chain = await read.select().from(read.tables.auditEntries);
		const actions = chain.map(({ action }) => action);
		expect(actions.filter((action) => action === 'statement.opened')).toHaveLength(2);
		expect(actions).toContain('statement.read_by_author');
	});

	test('what is begun is a preview for themselves alone', async () => {
		const { app, sam, amina, review } = await begin();
		const meeting = await review('2026-11-27T16:00');
		const later = await review('2027-05-27T16:00');
		await addDraft(app, amina, PLAN);

		expect(await app.plans.ofMeeting(amina.actor, meeting)).toMatchObject({
			from: { kind: 'draft' },
			room: { items: [{ starred: true }, { card: 'home' }] }
		});
		// It would not go to that one.
		expect(await app.plans.ofMeeting(amina.actor, later)).toBeNull();
		await expect(app.plans.forChair(sam.actor, meeting)).rejects.toEqual(notThere);
		expect(await app.plans.ownMeeting(amina.actor, meeting)).toMatchObject({
			begun: true,
			mayPlan: true,
			plan: null
		});
		expect(await app.plans.ownMeeting(amina.actor, later)).toMatchObject({ mayPlan: false });
	});

	test('a plan sent again takes the place of the one before', async () => {
		const { app, clock, amina, review } = await begin();
		const meeting = await review('2026-11-27T16:00');
		await sendStatement(app, amina, PLAN);
		clock.set('2026-11-22T09:00');
		const second = await sendStatement(app, amina, PLAN);
		expect(await app.plans.ofMeeting(amina.actor, meeting)).toMatchObject({
			from: { id: second.statementId }
		});
	});

	test('in a conference each child’s plan is that child’s alone', async () => {
		const { app, sam, amina, conference } = await begin();
		const idris = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		const meeting = await conference('2026-12-10T10:00', [amina.id, idris.id]);
		const hers = await sendStatement(app, amina, PLAN);
		expect(await app.plans.ofMeeting(idris.actor, meeting)).toBeNull();
		expect(await app.plans.ownMeeting(idris.actor, meeting)).toMatchObject({ plan: null });
		const his = await sendStatement(app, idris, PLAN);

		const own = await app.plans.ofMeeting(idris.actor, meeting);
		expect(own?.from).toMatchObject({ id: his.statementId });
		expect(JSON.stringify(own)).not.toContain('Amina');
		for (const { statementId } of [hers, his])
			expect(await app.plans.forChair(sam.actor, meeting, statementId)).toMatchObject({
				statementId
			});
		expect(await app.plans.listForChair(sam.actor, meeting)).toHaveLength(2);
	});

	test('follows the meeting’s chair, and is nobody’s who only knows its address', async () => {
		const { app, sam, amina, review } = await begin();
		const meeting = await review('2026-11-27T16:00');
		const other = await review('2026-12-27T16:00');
		const kim = await addStaff(app, { name: 'Kim Hale' });
		const stranger = await addYoungPerson(app, { knownAs: 'Kai' });
		const { statementId } = await sendStatement(app, amina, PLAN);
		await app.meetings.change(OPERATOR, meeting, { kind: 'change_chair', chairId: kim.id });

		expect(await app.plans.forChair(kim.actor, meeting)).toMatchObject({ statementId });
		await expect(app.plans.forChair(sam.actor, meeting)).rejects.toEqual(notThere);
		await expect(app.plans.forChair(kim.actor, other, statementId)).rejects.toEqual(notThere);
		await expect(app.plans.forChair(kim.actor, 'none')).rejects.toEqual(notThere);
		await expect(app.plans.ofMeeting(stranger.actor, meeting)).rejects.toEqual(notThere);
		await expect(app.plans.ownMeeting(stranger.actor, meeting)).rejects.toEqual(notThere);
	});

	test('a young person whom a helper helps with one form sees no meeting there', async () => {
		const { app, amina, review } = await begin();
		const meeting = await review('2026-11-27T16:00');
		const helped = { ...amina.actor, only: { formId: PLAN_FORM, togetherId: 'helper' } };
		await expect(app.plans.ownMeeting(helped, meeting)).rejects.toEqual(notThere);
		await expect(app.plans.ofMeeting(helped, meeting)).rejects.toEqual(notThere);
	});
});
