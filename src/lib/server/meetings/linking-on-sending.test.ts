import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo, onlyOne, settle } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import { OPERATOR } from '../access.ts';

onBothEngines('the linking rule on sending', (engine) => {
	const begin = (local?: string) => eastbrook((options) => engine.open(options), local);

	test('a statement goes to the next planned meeting of its kind', async () => {
		const { app, amina, review, conference } = await begin();
		await review('2027-05-27T16:00');
		const next = await review('2026-11-27T16:00');
		await addMeeting(app, {
			kind: 'pathway_review',
			youngPersonIds: [amina.id],
			scheduledAt: at('2026-11-23T10:00')
		});
		await conference('2026-11-20T10:00');

		const sent = await sendStatement(app, amina);

		expect(sent.meeting).toMatchObject({ id: next, chair: { name: 'Sam Okoro' }, daysAway: 6 });
		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'linked',
			meeting: { id: next },
			steps: ['sent', 'linked']
		});
	});

	test('with no meeting planned it waits, and the young person is told', async () => {
		const { app, amina } = await begin();

		const sent = await sendStatement(app, amina);

		expect(sent.meeting).toBeNull();
		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'waiting',
			steps: ['sent', 'waiting']
		});
		expect(await noticesTo(app, amina.actor)).toEqual(['waiting']);
	});

	test('what waits links by itself when a date is made, and the young person is told again', async () => {
		const { app, clock, amina, review } = await begin();
		await sendStatement(app, amina);
		clock.set('2026-11-24T12:00');

		const made = await review('2026-12-10T10:00');
		await settle(app, made);

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'linked',
			meeting: { id: made },
			steps: ['sent', 'waiting', 'linked']
		});
		expect(await noticesTo(app, amina.actor)).toEqual(['linked', 'waiting']);
	});

	test('a meeting that gets its date later takes what waits', async () => {
		const { app, amina, review } = await begin();
		const undated = await review(null);
		expect((await sendStatement(app, amina)).meeting).toBeNull();

		await app.meetings.change(OPERATOR, undated, {
			kind: 'move',
			scheduledAt: at('2026-12-01T10:00')
		});

		expect(await onlyOne(app, amina.actor)).toMatchObject({ meeting: { id: undated } });
	});

	test('a conference alone does not take what was written for a review', async () => {
		const { app, amina, conference } = await begin();
		await conference('2026-11-27T10:00');
		expect((await sendStatement(app, amina)).meeting).toBeNull();
	});

	test('a statement sent after the meeting has begun goes to the next one, and the chair of the running one is told', async () => {
		const { app, amina, sam, review } = await begin('2026-11-27T16:20');
		const cover = await addStaff(app, { name: 'Cover Chair' });
		await review('2026-11-27T16:00', { chairId: cover.id });
		const next = await review('2027-05-27T16:00');

		const sent = await sendStatement(app, amina);

		expect(sent.meeting?.id).toBe(next);
		expect(await noticesTo(app, cover.actor)).toEqual(['sent_after_start']);
		expect(await noticesTo(app, sam.actor)).toEqual([]);
	});

	test('with no next one after a meeting that has begun, it waits, and the chair is told', async () => {
		const { app, amina, sam, review } = await begin('2026-11-27T16:00');
		await review('2026-11-27T16:00');

		expect((await sendStatement(app, amina)).meeting).toBeNull();

		expect(await noticesTo(app, sam.actor)).toEqual(['sent_after_start']);
	});

	test('one minute before the start it goes to that meeting, and nobody is disturbed', async () => {
		const { app, amina, sam, review } = await begin('2026-11-27T15:59');
		const meetingId = await review('2026-11-27T16:00');

		expect((await sendStatement(app, amina)).meeting?.id).toBe(meetingId);

		expect(await noticesTo(app, sam.actor)).toEqual([]);
	});

	test.each([
		['2026-07-01T00:29', 'this', []],
		['2026-07-01T00:31', 'next', ['sent_after_start']],
		['2026-07-01T01:15', 'next', ['sent_after_start']],
		['2026-07-02T00:05', 'next', []]
	])('a meeting at half past midnight in summer, sent at %s: %s', async (local, which, told) => {
		const { app, amina, sam, review } = await begin(local);
		const meetings = {
			this: await review('2026-07-01T00:30'),
			next: await review('2026-10-01T10:00')
		};

		const sent = await sendStatement(app, amina);

		expect(sent.meeting?.id).toBe(meetings[which === 'this' ? 'this' : 'next']);
		expect(await noticesTo(app, sam.actor)).toEqual(told);
	});

	test('when a review and a conference both fit, the young person is asked which, and nothing is sent before', async () => {
		const { app, amina, review, conference } = await begin();
		const reviewId = await review('2026-11-27T16:00');
		const conferenceId = await conference('2026-11-25T10:00');

		expect(await app.statements.meetingsFor(amina.actor, 'before-my-review')).toMatchObject({
			outcome: 'ask',
			meetings: [{ id: conferenceId }, { id: reviewId }]
		});
		await expect(sendStatement(app, amina)).rejects.toMatchObject({
			kind: 'conflict',
			code: 'choose_meeting',
			detail: { meetingIds: [conferenceId, reviewId] }
		});
		expect(await app.statements.listOwn(amina.actor)).toEqual([]);
		expect((await app.home.see(amina.actor)).drafts).toHaveLength(1);
	});

	test('what was chosen among two kinds is kept to when the meeting is cancelled', async () => {
		const { app, amina, review, conference } = await begin();
		await review('2026-11-27T16:00');
		const chosen = await conference('2026-11-25T10:00');
		await sendStatement(app, amina, { meetingId: chosen });

		await app.meetings.change(OPERATOR, chosen, { kind: 'cancel' });
		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'waiting' });

		const another = await conference('2026-12-15T10:00');
		await settle(app, another);
		expect(await onlyOne(app, amina.actor)).toMatchObject({ meeting: { id: another } });
	});

	test('somebody else’s meeting cannot be chosen', async () => {
		const { app, amina, review } = await begin();
		await review('2026-11-27T16:00');
		const other = await addYoungPerson(app);
		const theirs = await addMeeting(app, {
			youngPersonIds: [other.id],
			scheduledAt: at('2026-11-25T10:00')
		});

		await expect(sendStatement(app, amina, { meetingId: theirs })).rejects.toMatchObject({
			kind: 'not_found'
		});
	});
});
