import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { GIVEN } from '../../../../tests/support/access-areas/meetings.ts';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import { createDiary } from './diary.ts';

onBothEngines('the diary', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, sam } = base;
		/** Somebody looked after since then, whose reviews were held on these days. */
		const child = async (
			knownAs: string,
			given: { planned?: string; held?: readonly string[]; officerId?: string; due?: string } = {}
		) => {
			const officerId = given.officerId ?? sam.id;
			const person = await addYoungPerson(app, { knownAs, lastName: 'Bell', officerId });
			await app.database.inTransaction((tx) =>
				tx.insert(tx.tables.carePeriods).values({
					id: randomUUID(),
					youngPersonId: person.id,
					status: 'looked_after',
					startedOn: '2024-01-08'
				})
			);
			for (const heldOn of given.held ?? ['2024-02-05', '2026-05-28'])
				await addMeeting(app, { youngPersonIds: [person.id], heldOn, chairId: officerId });
			const meetingId = given.planned
				? await addMeeting(app, {
						youngPersonIds: [person.id],
						scheduledAt: at(given.planned),
						chairId: officerId,
						dueBy: given.due ?? null
					})
				: null;
			return { ...person, meetingId };
		};
		return { ...base, child };
	}

	test('a caseload says of each who is next, by when, and what is missing', async () => {
		const { app, sam, amina, child } = await begin();
		await child('Far', { planned: '2027-02-25T10:00', due: '2027-03-01' });
		await child('Unplanned');
		await child('Late', { held: ['2024-02-05', '2026-05-01'] });
		const near = await child('Near', { planned: '2026-11-27T10:00' });
		await child('Over', { planned: '2026-11-19T10:00' });
		await child('Theirs', { officerId: (await addStaff(app)).id });
		await sendStatement(app, near);
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.meetings).values({
				id: randomUUID(),
				kind: 'looked_after_review',
				createdAt: 0,
				chairId: sam.id
			})
		);

		const { rows, counts, officers } = await app.diary.caseload(sam.actor);

		expect(
			rows.map(({ youngPerson, dueBy, daysLeft, missing }) => [
				youngPerson.name.split(' ')[0],
				dueBy,
				daysLeft,
				missing
			])
		).toEqual([
			['Late', '2026-11-01', -20, ['overdue', 'not_planned']],
			['Over', '2026-11-28', 7, ['to_close']],
			['Near', '2026-11-28', 7, ['not_seen_alone']],
			['Unplanned', '2026-11-28', 7, ['not_planned']],
			['Far', '2027-03-01', 100, []]
		]);
		// Nothing is on record that says Amina is in care.
		expect(rows.some(({ youngPerson }) => youngPerson.id === amina.id)).toBe(false);
		expect(counts).toEqual({ all: 5, overdue: 1, not_planned: 2, to_close: 1, not_prepared: 1 });
		expect(officers).toBeNull();
		const shown = await app.diary.caseload(sam.actor, { show: 'not_planned', page: 9 });
		expect(shown).toMatchObject({ page: 1, pages: 1, shown: 'not_planned' });
		expect(shown.rows).toHaveLength(2);
	});

	test('a caseload takes as many queries for many as for few', async () => {
		const { app, sam, child } = await begin();
		const queriesNow = async () => {
			let count = 0;
			const read = new Proxy(app.database.read, {
				get(target, name, receiver) {
					if (name === 'select' || name === 'selectDistinct') count += 1;
					return Reflect.get(target, name, receiver);
				}
			});
			const core = { ...app, database: { ...app.database, read } };
			await createDiary(core, app).caseload(sam.actor);
			return count;
		};
		await child('One', { planned: '2026-12-01T10:00' });
		const few = await queriesNow();
		for (const name of ['Two', 'Three', 'Four'])
			await child(name, { planned: '2026-12-02T10:00', held: ['2025-01-01', '2025-06-01'] });

		expect(await queriesNow()).toBe(few);
		expect(few).toBeLessThan(16);
	});

	test('a manager counts everybody’s, looks at one officer’s, and opens none', async () => {
		const { app, sam, manager, child } = await begin();
		const jo = await addStaff(app, { name: 'Jo Field' });
		const helen = await addStaff(app, { name: 'Helen Marsh' });
		await child('Hers', { officerId: jo.id, held: ['2024-02-05', '2026-05-01'] });
		const his = await child('His');
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.carePeriods).values({
				id: randomUUID(),
				youngPersonId: his.id,
				status: 'child_protection',
				startedOn: '2026-09-01'
			})
		);
		const conference = await addMeeting(app, {
			kind: 'initial_conference',
			youngPersonIds: [his.id],
			heldOn: '2026-09-01',
			chairId: helen.id
		});

		const all = await app.diary.caseload(manager.actor);
		expect(all.officers?.map(({ name, counts }) => [name, counts.all, counts.overdue])).toEqual([
			['Jo Field', 1, 1],
			['Helen Marsh', 1, 0],
			['Sam Okoro', 1, 0]
		]);
		expect(all.rows.every(({ theirs }) => !theirs)).toBe(true);
		const one = await app.diary.caseload(manager.actor, { officer: jo.id });
		expect(one.rows).toMatchObject([{ youngPerson: { name: 'Hers Bell' }, officer: 'Jo Field' }]);
		// The conference is still its chair’s to plan, three months after the first one.
		expect((await app.diary.caseload(helen.actor)).rows).toMatchObject([
			{ kind: 'review_conference', dueBy: '2026-12-01', afterId: conference, theirs: true }
		]);
		expect((await app.diary.caseload(sam.actor, { officer: jo.id })).rows).toMatchObject([
			{ youngPerson: { name: 'His Bell' } }
		]);
	});

	test('a calendar reads when and what, and nobody’s name; cancelled and moved ones stay themselves', async () => {
		const { app, sam, amina, manager } = await begin();
		const meetingId = await app.meetings.make(sam.actor, {
			...GIVEN,
			how: 'video',
			where: 'Ask for Amina Osman',
			link: 'https://meet.eastbrook.example/secret-room',
			minutes: 90,
			meetingId: randomUUID(),
			kind: 'looked_after_review',
			youngPersonIds: [amina.id],
			held: false
		});
		const other = await addMeeting(app, {
			kind: 'review_conference',
			youngPersonIds: [amina.id],
			scheduledAt: at('2027-06-01T10:00')
		});
		const { token } = await app.diary.makeCalendar(sam.actor);
		const origin = 'https://sayso.example';
		const read = async (from = token) => {
			const file = await app.diary.calendarFile(from, origin);
			const events = new ICAL.Component(ICAL.parse(file))
				.getAllSubcomponents('vevent')
				.map((one) => new ICAL.Event(one));
			return { file, events };
		};

		const { file, events } = await read();
		expect(file).not.toMatch(/Amina|Osman|secret-room|eastbrook|LOCATION|CONFERENCE:/);
		expect(
			events.map((event) => [
				event.uid,
				event.startDate.toJSDate().toISOString(),
				event.duration.toSeconds() / 60,
				event.component.getFirstPropertyValue('status')
			])
		).toEqual([
			[`${meetingId}@sayso`, '2026-12-07T10:00:00.000Z', 90, 'CONFIRMED'],
			[`${other}@sayso`, '2027-06-01T09:00:00.000Z', 60, 'CONFIRMED']
		]);

		await app.meetings.cancel(sam.actor, meetingId);
		const [cancelled] = (await read()).events;
		expect(cancelled?.uid).toBe(`${meetingId}@sayso`);
		expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED');

		const feeds = app.database.read.tables.calendarFeeds;
		const stored = JSON.stringify(await app.database.read.select().from(feeds));
		expect(stored).not.toContain(token);
		const again = await app.diary.makeCalendar(sam.actor);
		await expect(read()).rejects.toMatchObject({ kind: 'not_found' });
		await read(again.token);
		await app.diary.revokeCalendar(sam.actor);
		await expect(read(again.token)).rejects.toMatchObject({ kind: 'not_found' });
		await expect(read('no-such-address')).rejects.toMatchObject({ kind: 'not_found' });
		expect(await app.diary.calendar(sam.actor)).toEqual({ since: null });
		await expect(app.diary.makeCalendar(manager.actor)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});
});
