import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { GIVEN } from '../../../../tests/support/access-areas/meetings.ts';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo, onlyOne } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import { OPERATOR } from '../access.ts';
import type { NewMeeting } from './make.ts';

const LINK = 'https://meet.eastbrook.example/room-of-amina?pin=8812';
const refused = { kind: 'not_found' };

onBothEngines('a meeting made at the desk', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, sam, amina } = base;
		const make = (given: Partial<NewMeeting> = {}) =>
			app.meetings.make(sam.actor, {
				...GIVEN,
				meetingId: randomUUID(),
				kind: 'looked_after_review',
				youngPersonIds: [amina.id],
				held: false,
				...given
			});
		const row = async (id: string) => app.diary.meeting(sam.actor, id);
		const edit = async (id: string, given: Partial<typeof GIVEN> & { version?: number }) =>
			app.meetings.edit(sam.actor, {
				...GIVEN,
				youngPersonIds: (await row(id)).youngPeople.map((person) => person.id),
				meetingId: id,
				version: (await row(id)).version,
				...given
			});
		return { ...base, make, row, edit };
	}

	test('what waits goes to it, its due date is worked out, and the same page sent twice makes one', async () => {
		const { app, amina, make, row } = await begin();
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.carePeriods).values({
				id: randomUUID(),
				youngPersonId: amina.id,
				status: 'looked_after',
				startedOn: '2026-11-12'
			})
		);
		await sendStatement(app, amina);
		const meetingId = randomUUID();

		await make({ meetingId });
		await make({ meetingId });

		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'linked',
			meeting: { id: meetingId, scheduledAt: at('2026-12-07T10:00'), chair: { name: 'Sam Okoro' } }
		});
		expect(await row(meetingId)).toMatchObject({
			dueBy: '2026-12-10',
			next: 'prepare',
			minutes: 60
		});
		await expect(make()).rejects.toMatchObject({ code: 'diary_already_planned' });
	});

	test.each<[string, Partial<NewMeeting>]>([
		['diary_in_past', { times: [{ date: '2026-11-20', time: '10:00' }] }],
		['diary_hour_odd', { times: [{ date: '2026-12-07', time: '03:00' }] }],
		['diary_date_missing', { times: [{ date: '', time: '10:00' }] }],
		['diary_same_time', { times: [...GIVEN.times, ...GIVEN.times] }],
		['diary_link', { how: 'video', link: 'http://meet.example/1' }],
		['diary_link', { how: 'video', link: 'javascript:alert(1)' }],
		['diary_how_missing', { where: 'Room 4' }],
		['diary_length', { minutes: 0 }],
		['diary_nobody', { youngPersonIds: [] }],
		['diary_strategy', { kind: 'initial_conference', strategyOn: '2026-11-22' }],
		['diary_held_in_future', { held: true }],
		['form_unreadable', { guestIds: [randomUUID()] }]
	])('is refused with %s', async (code, given) => {
		const { make } = await begin();
		await expect(make(given)).rejects.toMatchObject({ code });
	});

	test('where it is, is for its chair, who is invited and whose meeting it is; sealed for everybody else', async () => {
		const { app, sam, amina, manager, make } = await begin();
		const guest = await addStaff(app, { name: 'Lena Hart', roles: ['social_worker'] });
		const place = { how: 'video' as const, where: 'Ring the bell', link: LINK };
		const meetingId = await make({ ...place, guestIds: [guest.id] });

		expect((await app.diary.meeting(sam.actor, meetingId)).place).toEqual(place);
		expect(await app.diary.meeting(guest.actor, meetingId)).toMatchObject({
			place,
			mayChange: false,
			youngPeople: []
		});
		expect(await noticesTo(app, guest.actor)).toEqual(['meeting_invited']);
		expect(await app.diary.ownPlace(amina.actor, meetingId)).toMatchObject(place);
		await expect(app.diary.meeting(manager.actor, meetingId)).rejects.toMatchObject(refused);
		const stranger = await addYoungPerson(app, { knownAs: 'Kai' });
		await expect(app.diary.ownPlace(stranger.actor, meetingId)).rejects.toMatchObject(refused);
		const { read } = app.database;
		const [stored] = await read.select().from(read.tables.meetings);
		expect(stored?.placeSealed?.toString('latin1')).not.toContain('eastbrook');
	});

	test('whoever is invited is told when it moves, once, and when it is called off', async () => {
		const { app, make } = await begin();
		const guest = await addStaff(app, { name: 'Lena Hart', roles: ['social_worker'] });
		const meetingId = await make({ guestIds: [guest.id] });
		const moved = { kind: 'move', scheduledAt: app.now() + 3 * 86_400_000 } as const;
		await app.meetings.change(OPERATOR, meetingId, moved);
		await app.meetings.change(OPERATOR, meetingId, moved);
		await app.meetings.change(OPERATOR, meetingId, { kind: 'cancel' });
		expect((await noticesTo(app, guest.actor)).toSorted()).toEqual([
			'guest_cancelled',
			'guest_moved',
			'meeting_invited'
		]);
	});

	test('an officer of a brother sees that the meeting is, and nothing of her', async () => {
		const { app, amina, make } = await begin();
		const jo = await addStaff(app, { name: 'Jo Field' });
		const brother = await addYoungPerson(app, { knownAs: 'Idris', officerId: jo.id });
		await expect(
			make({ kind: 'initial_conference', youngPersonIds: [amina.id, brother.id] })
		).rejects.toMatchObject(refused);
		const meetingId = await make({ kind: 'initial_conference', how: 'room', where: 'Room 4' });
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.meetingYoungPeople).values({ meetingId, youngPersonId: brother.id })
		);

		expect(await app.diary.meeting(jo.actor, meetingId)).toMatchObject({
			youngPeople: [{ id: brother.id }],
			place: null,
			mayChange: false
		});
		await expect(app.meetings.cancel(jo.actor, meetingId)).rejects.toMatchObject(refused);
	});

	test('of two who change it at once, the second is told', async () => {
		const { make, row, edit } = await begin();
		const meetingId = await make();
		const { version } = await row(meetingId);
		await edit(meetingId, { times: [{ date: '2026-12-08', time: '11:00' }], version });

		await expect(edit(meetingId, { version })).rejects.toMatchObject({
			kind: 'conflict',
			code: 'diary_meeting_changed'
		});
		expect((await row(meetingId)).scheduledAt).toBe(at('2026-12-08T11:00'));
	});

	test('a review in parts: each part that was held moves it to the next, the statement stays, and the last one closes it', async () => {
		const { app, clock, amina, sam, make, row } = await begin();
		const meetingId = await make({
			times: [
				{ date: '2026-12-14', time: '10:00' },
				{ date: '2026-12-07', time: '10:00' }
			]
		});
		const { statementId } = await sendStatement(app, amina);
		await app.statements.open(sam.actor, statementId);
		const [first, second] = (await row(meetingId)).sittings;
		expect([first?.scheduledAt, second?.scheduledAt]).toEqual([
			at('2026-12-07T10:00'),
			at('2026-12-14T10:00')
		]);
		clock.set('2026-12-08T09:00');
		const hold = (sittingId = '', heldOn = '2026-12-07') =>
			app.meetings.hold(sam.actor, { meetingId, heldOn, sittingId });

		await hold(first?.id);
		await hold(first?.id);

		expect(await row(meetingId)).toMatchObject({
			heldOn: null,
			scheduledAt: at('2026-12-14T10:00'),
			next: 'prepare'
		});
		expect(await onlyOne(app, amina.actor)).toMatchObject({
			state: 'linked',
			meeting: { id: meetingId, scheduledAt: at('2026-12-14T10:00') },
			steps: ['sent', 'linked', 'opened']
		});
		expect(await noticesTo(app, amina.actor)).toEqual(['meeting_moved']);
		await expect(hold(second?.id, '2026-12-14')).rejects.toMatchObject({
			code: 'diary_held_in_future'
		});
		clock.set('2026-12-15T09:00');
		await hold(second?.id, '2026-12-14');
		expect(await row(meetingId)).toMatchObject({ heldOn: '2026-12-14', next: 'after' });
		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'closed' });

		await app.meetings.undoHold(sam.actor, meetingId);
		await app.meetings.undoHold(sam.actor, meetingId);
		expect(await row(meetingId)).toMatchObject({
			heldOn: null,
			scheduledAt: at('2026-12-07T10:00'),
			mayUndo: false
		});
		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'linked' });
	});

	test('moved, and called off, with all that was sent for it', async () => {
		const { app, amina, sam, make, row, edit } = await begin();
		const meetingId = await make();
		await sendStatement(app, amina);
		await edit(meetingId, { times: [{ date: '2026-12-09', time: '16:00' }] });
		expect(await onlyOne(app, amina.actor)).toMatchObject({ meeting: { id: meetingId } });

		await app.meetings.cancel(sam.actor, meetingId);
		await app.meetings.cancel(sam.actor, meetingId);

		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'waiting', meeting: null });
		expect(await row(meetingId)).toMatchObject({ cancelled: true, next: 'nothing' });
		await expect(edit(meetingId, {})).rejects.toMatchObject({ code: 'diary_cancelled' });
		const next = await make();
		expect(await onlyOne(app, amina.actor)).toMatchObject({ meeting: { id: next } });
	});

	test('once held it says when the next one is due, by the council’s own limits', async () => {
		const { app, clock, sam, amina, make, row } = await begin();
		const meetingId = await make();
		clock.set('2026-12-07T12:00');
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.settings).values({
				key: 'council.limits',
				value: JSON.stringify({ later_review: 5 }),
				updatedAt: app.now()
			})
		);

		await app.meetings.hold(sam.actor, { meetingId, heldOn: '2026-12-07', sittingId: '' });

		expect((await row(meetingId)).following).toEqual({
			kind: 'looked_after_review',
			dueBy: '2027-05-07',
			daysLeft: 151,
			beyondHolidays: false,
			meetingId: null,
			scheduledAt: null,
			youngPersonIds: [amina.id]
		});
		const form = await app.diary.formToMake(sam.actor, { youngPersonId: null, afterId: meetingId });
		expect(form.chosen).toMatchObject({ ids: [amina.id], dueBy: '2027-05-07' });
	});

	test('who chaired a conference plans the next one, for a child that is nobody else’s to know of', async () => {
		const { app, amina, sam } = await begin();
		const helen = await addStaff(app, { name: 'Helen Marsh' });
		const held = await addMeeting(app, {
			kind: 'initial_conference',
			youngPersonIds: [amina.id],
			heldOn: '2026-11-20',
			scheduledAt: at('2026-11-20T10:00'),
			chairId: helen.id
		});
		const following = {
			...GIVEN,
			meetingId: randomUUID(),
			youngPersonIds: [amina.id],
			held: false,
			afterId: held
		};

		await expect(
			app.meetings.make(helen.actor, { ...following, kind: 'looked_after_review' })
		).rejects.toMatchObject(refused);
		await app.meetings.make(helen.actor, { ...following, kind: 'review_conference' });

		expect((await app.diary.meeting(helen.actor, following.meetingId)).chair).toBe('Helen Marsh');
		expect(await app.diary.meeting(sam.actor, following.meetingId)).toMatchObject({
			mayChange: false
		});
	});
});
