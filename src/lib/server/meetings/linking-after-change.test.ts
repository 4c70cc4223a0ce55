import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo, onlyOne, settle } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import { OPERATOR } from '../access.ts';

onBothEngines('the linking rule after a change', (engine) => {
	const begin = (local?: string) => eastbrook((options) => engine.open(options), local);

	test('the meeting is moved: the link stays, even past another one, and the young person is told', async () => {
		const { app, amina, review } = await begin();
		const moved = await review('2026-11-27T16:00');
		await review('2026-12-10T10:00');
		await sendStatement(app, amina);

		await app.meetings.change(OPERATOR, moved, {
			kind: 'move',
			scheduledAt: at('2027-01-15T10:00')
		});

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'linked',
			meeting: { id: moved, scheduledAt: at('2027-01-15T10:00') },
			steps: ['sent', 'linked']
		});
		expect(await noticesTo(app, amina.actor)).toEqual(['meeting_moved']);
	});

	test('the meeting is cancelled: it goes to the next one', async () => {
		const { app, amina, review } = await begin();
		const cancelled = await review('2026-11-27T16:00');
		const next = await review('2026-12-10T10:00');
		await sendStatement(app, amina);

		await app.meetings.change(OPERATOR, cancelled, { kind: 'cancel' });

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'linked',
			meeting: { id: next },
			steps: ['sent', 'linked', 'meeting_cancelled', 'linked']
		});
		expect(await noticesTo(app, amina.actor)).toEqual(['linked', 'meeting_cancelled']);
	});

	test('the meeting is cancelled with none after it: it waits', async () => {
		const { app, amina, review } = await begin();
		const cancelled = await review('2026-11-27T16:00');
		await sendStatement(app, amina);

		await app.meetings.change(OPERATOR, cancelled, { kind: 'cancel' });

		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'waiting', meeting: null });
		expect(await noticesTo(app, amina.actor)).toEqual(['meeting_cancelled', 'waiting']);
	});

	test('the meeting loses its date: it waits, and links again when there is one', async () => {
		const { app, amina, review } = await begin();
		const meetingId = await review('2026-11-27T16:00');
		await sendStatement(app, amina);

		await app.meetings.change(OPERATOR, meetingId, { kind: 'move', scheduledAt: null });
		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'waiting' });
		expect(await noticesTo(app, amina.actor)).toEqual(['meeting_gone', 'waiting']);

		await app.meetings.change(OPERATOR, meetingId, {
			kind: 'move',
			scheduledAt: at('2026-12-02T10:00')
		});
		expect(await onlyOne(app, amina.actor)).toMatchObject({ meeting: { id: meetingId } });
	});

	test('the meeting is closed and the statement was never opened: missed, carried on, and shown to chair, manager and young person', async () => {
		const { app, clock, amina, sam, manager, review } = await begin();
		const held = await review('2026-11-27T16:00');
		const next = await review('2027-02-25T10:00');
		await sendStatement(app, amina);
		clock.set('2026-11-28T09:00');

		await app.meetings.change(OPERATOR, held, { kind: 'hold', heldOn: '2026-11-27' });

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'linked',
			meeting: { id: next },
			steps: ['sent', 'linked', 'missed', 'linked']
		});
		expect(await noticesTo(app, amina.actor)).toEqual(['linked', 'missed']);
		expect(await noticesTo(app, sam.actor)).toEqual(['missed']);
		expect(await app.desk.missed(manager.actor)).toMatchObject([
			{ kind: 'missed', youngPersonName: 'Amina Osman', meeting: { id: held } }
		]);
	});

	test('missed with no meeting to carry it to: it waits for a date', async () => {
		const { app, amina, review } = await begin();
		const held = await review('2026-11-27T16:00');
		await sendStatement(app, amina);

		await app.meetings.change(OPERATOR, held, { kind: 'hold', heldOn: '2026-11-27' });

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'waiting',
			steps: ['sent', 'linked', 'missed', 'waiting']
		});
	});

	test('the meeting is closed and the chair had opened the statement: it is over, and stays with its meeting', async () => {
		const { app, amina, sam, manager, review } = await begin();
		const held = await review('2026-11-27T16:00');
		await review('2027-02-25T10:00');
		const { statementId } = await sendStatement(app, amina);
		await app.statements.open(sam.actor, statementId);

		await app.meetings.change(OPERATOR, held, { kind: 'hold', heldOn: '2026-11-27' });

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'closed',
			meeting: { id: held },
			steps: ['sent', 'linked', 'opened']
		});
		expect(await app.desk.missed(manager.actor)).toEqual([]);
		await app.statements.open(sam.actor, statementId);
	});

	test('opened by the social worker alone, it is still missed: the chair never read it', async () => {
		const { app, clock, sam, review } = await begin();
		const worker = await addStaff(app, { name: 'Lena Hart', roles: ['social_worker'] });
		const jo = await addYoungPerson(app, { officerId: sam.id, socialWorkerId: worker.id });
		await review('2026-11-27T16:00');
		const held = await addMeeting(app, {
			youngPersonIds: [jo.id],
			scheduledAt: at('2026-11-27T16:00'),
			chairId: sam.id
		});
		const { statementId } = await sendStatement(app, jo, {
			answers: { '1': { kind: 'faces', value: 2 }, Z3: { kind: 'audience', staff: [worker.id] } }
		});
		clock.set('2026-11-26T09:00');
		await app.statements.open(worker.actor, statementId);

		await app.meetings.change(OPERATOR, held, { kind: 'hold', heldOn: '2026-11-27' });

		expect((await onlyOne(app, jo.actor)).steps).toContain('missed');
	});

	test('a meeting marked as held by mistake: the statement is open again', async () => {
		const { app, amina, sam, review } = await begin();
		const held = await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina);
		await app.statements.open(sam.actor, statementId);
		await app.meetings.change(OPERATOR, held, { kind: 'hold', heldOn: '2026-11-20' });

		await app.meetings.change(OPERATOR, held, { kind: 'hold', heldOn: null });

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'linked',
			meeting: { id: held }
		});
	});

	test('a meeting that is over and not yet closed keeps its statement', async () => {
		const { app, clock, amina, review } = await begin();
		const over = await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina);
		clock.set('2026-12-03T09:00');

		await settle(app, await review('2027-02-25T10:00'));

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			id: statementId,
			meeting: { id: over }
		});
	});

	test('the meeting is no longer about this young person: the statement does not stay with it', async () => {
		const { app, amina, conference, review } = await begin();
		const brother = await addYoungPerson(app, { knownAs: 'Idris' });
		const shared = await conference('2026-11-25T10:00', [amina.id, brother.id]);
		await review('2026-11-27T16:00');
		await sendStatement(app, amina, { meetingId: shared });

		await app.meetings.change(OPERATOR, shared, { kind: 'cover', youngPersonIds: [brother.id] });

		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'waiting' });
		expect(await noticesTo(app, amina.actor)).toEqual(['meeting_gone', 'waiting']);
	});

	test('each child’s statement for a household’s conference is that child’s alone', async () => {
		const { app, sam, conference } = await begin();
		const ruth = await addYoungPerson(app, { knownAs: 'Ruth', officerId: sam.id });
		const eli = await addYoungPerson(app, { knownAs: 'Eli', officerId: sam.id });
		const shared = await conference('2026-11-25T10:00', [ruth.id, eli.id]);
		for (const child of [ruth, eli])
			await addMeeting(app, {
				youngPersonIds: [child.id],
				scheduledAt: at('2027-03-01T10:00'),
				chairId: sam.id
			});
		const ruths = await sendStatement(app, ruth, { meetingId: shared });
		const elis = await sendStatement(app, eli, { meetingId: shared });

		const { rows } = await app.desk.inbox(sam.actor);

		const byChild = rows
			.filter(({ meeting }) => meeting.id === shared)
			.map(({ youngPerson, statements }) => [youngPerson.name, statements.map(({ id }) => id)]);
		expect(byChild.toSorted()).toEqual([
			['Eli Osman', [elis.statementId]],
			['Ruth Osman', [ruths.statementId]]
		]);
		expect((await onlyOne(app, ruth.actor)).id).toBe(ruths.statementId);
		await expect(app.statements.readOwn(eli.actor, ruths.statementId)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('the chair changes: the inbox follows, the old chair loses access, the trail stays', async () => {
		const { app, clock, amina, sam, review } = await begin();
		const meetingId = await review('2026-11-27T16:00');
		const cover = await addStaff(app, { name: 'Cover Chair' });
		const { statementId } = await sendStatement(app, amina);
		await app.statements.open(sam.actor, statementId);
		clock.add(60_000);

		await app.meetings.change(OPERATOR, meetingId, { kind: 'change_chair', chairId: cover.id });

		expect((await app.desk.inbox(sam.actor)).rows).toEqual([]);
		expect((await app.desk.inbox(cover.actor)).rows).toMatchObject([
			{ meeting: { id: meetingId }, statements: [{ id: statementId }] }
		]);
		await expect(app.statements.open(sam.actor, statementId)).rejects.toMatchObject({
			kind: 'not_found'
		});
		const view = await app.statements.open(cover.actor, statementId);
		expect(view.trail).toMatchObject([
			{ kind: 'sent' },
			{ kind: 'linked' },
			{ kind: 'opened', by: 'Sam Okoro' },
			{ kind: 'opened', by: 'Cover Chair' }
		]);
		const told = (await app.home.see(amina.actor)).notices;
		expect(told).toMatchObject([{ kind: 'chair_changed', byName: 'Cover Chair' }]);
	});
});
