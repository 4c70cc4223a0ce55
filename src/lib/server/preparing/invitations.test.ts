import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo, settle } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addAccount, addMeeting, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { createInvitationsJob } from './invitations-job.ts';

const run = (app: App) => createInvitationsJob(app).run();

/** Who has been queued a message, under which key. */
async function queued(app: App): Promise<string[]> {
	const { read } = app.database;
	const { messages } = read.tables;
	const rows = await read.select().from(messages).where(eq(messages.message, 'you_have_a_message'));
	return rows.map(({ onceKey }) => onceKey).toSorted();
}

onBothEngines('invitations to take part', (engine) => {
	const begin = async (local?: string) => {
		const world = await eastbrook((options) => engine.open(options), local);
		await addAccount(world.app, world.amina);
		return world;
	};

	test('go out by themselves on the first minute of the day, once, however often it is run', async () => {
		const { app, clock, amina, sam, review } = await begin('2026-11-22T23:59');
		const meetingId = await review('2026-12-14T16:00');
		await run(app);
		expect(await queued(app)).toEqual([]);
		expect(await app.preparing.before(sam.actor, meetingId)).toMatchObject({
			rows: [{ askedOn: '2026-11-23', invitedAt: null, mayAskAgain: true }]
		});

		clock.set('2026-11-23T00:00');
		await Promise.all([run(app), run(app), run(app)]);
		await run(app);
		expect(await noticesTo(app, amina.actor)).toEqual(['invited']);
		expect(await queued(app)).toEqual([`invite:${meetingId}:${amina.id}`]);
		const [row] = (await app.preparing.before(sam.actor, meetingId)).rows;
		expect(row).toMatchObject({ askedOn: null, invitedAt: clock.now(), askedToday: true });

		// Moved, even to where it would be too early: they know of it, and are not asked twice.
		clock.set('2026-11-24T09:00');
		const move = { kind: 'move', scheduledAt: at('2027-02-15T10:00') } as const;
		await app.meetings.change(OPERATOR, meetingId, move);
		await run(app);
		clock.set('2027-02-10T09:00');
		await run(app);
		expect(await queued(app)).toHaveLength(1);
	});

	test('a run that is cut off has asked whom it came to, and the next asks the others', async () => {
		const { app, sam, amina } = await begin();
		const others = [];
		for (const knownAs of ['Kai', 'Lee']) {
			const person = await addYoungPerson(app, { knownAs, officerId: sam.id });
			await addAccount(app, person);
			others.push(person);
		}
		const people = [amina, ...others];
		const meetingId = await addMeeting(app, {
			kind: 'review_conference',
			youngPersonIds: people.map(({ id }) => id),
			scheduledAt: app.now() + 86_400_000,
			chairId: sam.id
		});
		let left = 1;
		const audit = {
			...app.audit,
			record: (...given: Parameters<typeof app.audit.record>) => {
				left -= 1;
				if (left < 0) throw new Error('killed');
				return app.audit.record(...given);
			}
		};
		await expect(createInvitationsJob({ ...app, audit }).run()).rejects.toThrow('killed');
		expect(await queued(app)).toHaveLength(1);
		await run(app);
		expect(await queued(app)).toEqual(
			people.map(({ id }) => `invite:${meetingId}:${id}`).toSorted()
		);
		for (const { actor } of people) expect(await noticesTo(app, actor)).toEqual(['invited']);
	});

	test('who has said something, has no way in, or whose meeting is off, is not written to', async () => {
		const { app, clock, amina, sam, review } = await begin();
		const meetingId = await review('2026-11-27T16:00');
		await sendStatement(app, amina);
		const lee = await addYoungPerson(app, { knownAs: 'Lee', officerId: sam.id });
		const off = [];
		for (const changed of [{}, { heldOn: '2026-11-20' }, { cancelledAt: 1 }])
			off.push(
				await addMeeting(app, {
					youngPersonIds: [lee.id],
					scheduledAt: at('2026-11-30T10:00'),
					chairId: sam.id,
					...changed
				})
			);
		await run(app);
		expect(await queued(app)).toEqual([]);
		expect(await app.preparing.before(sam.actor, meetingId)).toMatchObject({
			rows: [{ invitedAt: clock.now(), mayAskAgain: false, statements: [{}] }]
		});
		expect(await app.preparing.before(sam.actor, off[0] ?? '')).toMatchObject({
			rows: [{ invitedAt: null, gettingOn: 'no_account', mayMakeCard: true, mayAskAgain: false }]
		});

		// The day they can sign in, they are asked.
		await addAccount(app, lee);
		await run(app);
		expect(await queued(app)).toEqual([`invite:${off[0]}:${lee.id}`]);
	});

	test('whoever chairs asks again by hand, once a day, while nothing was said', async () => {
		const { app, clock, amina, sam, review } = await begin();
		const meetingId = await review('2026-11-27T16:00');
		const place = { meetingId, youngPersonId: amina.id };
		const ask = () => app.preparing.askAgain(sam.actor, place);
		await run(app);
		await ask();
		expect(await queued(app)).toHaveLength(1);
		clock.set('2026-11-23T00:01');
		await Promise.all([ask(), ask()]);
		await ask();
		expect(await queued(app)).toContain(`invite:${meetingId}:${amina.id}:2026-11-23`);
		expect(await queued(app)).toHaveLength(2);
		expect(await noticesTo(app, amina.actor)).toEqual(['invited']);
		const row = (await app.preparing.before(sam.actor, meetingId)).rows[0];
		expect(row).toMatchObject({ invitedAgainAt: clock.now(), mayAskAgain: false });

		clock.set('2026-11-24T09:00');
		await sendStatement(app, amina);
		expect(await noticesTo(app, amina.actor)).toEqual([]);
		await expect(ask()).rejects.toMatchObject({ code: 'invite_said' });
		clock.set('2026-11-27T16:00');
		await expect(ask()).rejects.toMatchObject({ code: 'invite_not_planned' });
	});

	test('who was not heard is listed for every near meeting, page by page', async () => {
		const { app, sam, amina, review } = await begin();
		const soon = await review('2026-11-27T16:00');
		await sendStatement(app, amina);
		await review('2026-12-18T16:00');
		await review('2026-12-21T16:00');
		for (let count = 0; count < 26; count += 1)
			await addMeeting(app, {
				youngPersonIds: [(await addYoungPerson(app, { officerId: sam.id })).id],
				scheduledAt: at('2026-11-30T10:00')
			});
		await settle(app, soon);
		const first = await app.preparing.notHeard(sam.actor);
		// Of the meetings with a chair, the one Amina spoke for and the one that is not near are left out.
		expect(first).toMatchObject({ total: 27, page: 1, pages: 2 });
		expect(first.rows).toHaveLength(25);
		expect(first.rows.every(({ mayMakeCard }) => mayMakeCard)).toBe(true);
		const { rows } = await app.preparing.notHeard(sam.actor, { page: 2 });
		expect(rows.at(-1)).toMatchObject({
			youngPerson: { id: amina.id },
			gettingOn: 'account',
			mayAskAgain: true
		});
	});
});
