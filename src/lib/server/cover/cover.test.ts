import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo, onlyOne } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import {
	addAccount,
	addMeeting,
	addStaff,
	addYoungPerson,
	type Person
} from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import type { Actor } from '../access.ts';
import { createSessions } from '../accounts/sessions.ts';

const refused = { kind: 'not_found' };

onBothEngines('cover and allocation', (engine) => {
	/** Sam is Amina's officer and Jo another one; both are signed in, from the first morning on. */
	async function begin(local?: string) {
		const base = await eastbrook((options) => engine.open(options), local);
		const { app, sam, manager, review } = base;
		const jo = await addStaff(app, { name: 'Jo Field' });
		const tokenOf = async ({ actor }: Person<'staff'>) => {
			await addAccount(app, { actor });
			return app.database.inTransaction((tx) =>
				createSessions(app).begin(tx, actor.accountId, 'staff')
			);
		};
		const tokens = new Map<string, string>();
		for (const one of [sam, jo]) tokens.set(one.id, (await tokenOf(one)).token);
		/** Who they are by their cookie, at this moment. */
		const now = async ({ id }: { id: string }): Promise<Actor> => {
			const signedIn = await app.accounts.sessionOf(tokens.get(id) ?? '');
			if (!signedIn) throw new Error('signed out');
			return signedIn.actor;
		};
		const signInAgain = async (one: Person<'staff'>) => {
			const { token } = await app.database.inTransaction((tx) =>
				createSessions(app).begin(tx, one.actor.accountId, 'staff')
			);
			tokens.set(one.id, token);
		};
		const cover = (given: { from?: string; to?: string; who?: string; by?: string } = {}) =>
			app.cover.make(manager.actor, {
				id: randomUUID(),
				staffId: given.who ?? sam.id,
				coveredByStaffId: given.by ?? jo.id,
				fromOn: given.from ?? '2026-11-21',
				toOn: given.to ?? '2026-11-25'
			});
		const meetingId = await review('2026-11-27T16:00');
		return { ...base, jo, now, signInAgain, cover, meetingId };
	}

	test('who covers has all of it at once, who is covered nothing, and the trail says who did what', async () => {
		const { app, amina, sam, jo, now, cover, meetingId } = await begin();
		const { statementId } = await sendStatement(app, amina, {
			answers: { Z1: { kind: 'pick', value: 'no' } }
		});
		await app.statements.open(await now(sam), statementId);
		await expect(app.statements.open(await now(jo), statementId)).rejects.toMatchObject(refused);

		await cover();

		const [samNow, joNow] = [await now(sam), await now(jo)];
		await expect(app.statements.open(samNow, statementId)).rejects.toMatchObject(refused);
		await expect(app.people.see(samNow, amina.id)).rejects.toMatchObject(refused);
		await expect(app.diary.meeting(samNow, meetingId)).rejects.toMatchObject(refused);
		expect(await app.desk.inbox(samNow)).toMatchObject({ rows: [], alerts: [], notices: [] });
		expect((await app.diary.caseload(samNow)).rows).toEqual([]);

		expect((await app.statements.open(joNow, statementId)).mayReply).toBe(true);
		expect((await app.desk.inbox(joNow)).rows).toMatchObject([
			{
				meeting: { id: meetingId, chair: { name: 'Sam Okoro' } },
				statements: [{ id: statementId }]
			}
		]);
		expect(await app.desk.alerts(joNow)).toMatchObject([{ statementId }]);
		await app.people.see(joNow, amina.id);
		expect((await app.diary.caseload(joNow)).rows).toMatchObject([{ meetingId, theirs: true }]);
		await app.meetings.hold(joNow, { meetingId, heldOn: '2026-11-21', sittingId: '' });
		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'closed' });
		const { read } = app.database;
		const openings = await read.select().from(read.tables.statementOpenings);
		expect(openings.map(({ staffId }) => staffId).toSorted()).toEqual([sam.id, jo.id].toSorted());
	});

	test('cover holds from the first midnight in London to the last one, in summer time too', async () => {
		const { app, amina, clock, sam, jo, now, signInAgain, cover } = await begin('2027-06-28T09:00');
		await cover({ from: '2027-06-29', to: '2027-06-30' });
		const has = async (who: Person<'staff'>) => {
			await signInAgain(who);
			const actor = await now(who);
			return app.people.see(actor, amina.id).then(
				() => true,
				() => false
			);
		};
		const both = async () => [await has(sam), await has(jo)];

		clock.set('2027-06-28T23:59');
		expect(await both()).toEqual([true, false]);
		clock.set('2027-06-29T00:00');
		expect(await both()).toEqual([false, true]);
		clock.set('2027-06-30T23:59');
		expect(await both()).toEqual([false, true]);
		// Yesterday's cover is over.
		clock.set('2027-07-01T00:00');
		expect(await both()).toEqual([true, false]);
	});

	test('cover that is ended early, or whose stand-in leaves, is over at once', async () => {
		const { app, amina, manager, sam, jo, now, cover } = await begin();
		await cover();
		const [running] = (await app.cover.see(manager.actor)).covers;
		expect(running).toMatchObject({ who: 'Sam Okoro', by: 'Jo Field', running: true });
		await expect(app.cover.end(sam.actor, running?.id ?? '')).rejects.toMatchObject(refused);

		await app.cover.end(manager.actor, running?.id ?? '');
		await app.cover.end(manager.actor, running?.id ?? '');

		await app.people.see(await now(sam), amina.id);
		await expect(app.people.see(await now(jo), amina.id)).rejects.toMatchObject(refused);
		expect((await app.cover.see(manager.actor)).covers).toEqual([]);

		await cover();
		await expect(app.people.see(await now(sam), amina.id)).rejects.toMatchObject(refused);
		const { staff } = app.database.read.tables;
		await app.database.inTransaction((tx) =>
			tx.update(staff).set({ active: 0 }).where(eq(staff.id, jo.id))
		);
		await app.people.see(await now(sam), amina.id);
	});

	test('nobody is covered by two, covers while away, or is covered while covering', async () => {
		const { app, sam, jo, cover } = await begin();
		const kim = await addStaff(app, { name: 'Kim Lane' });
		await cover({ from: '2026-12-01', to: '2026-12-10' });

		const wrong = async (given: Parameters<typeof cover>[0], code: string) =>
			expect(cover(given)).rejects.toMatchObject({ code });
		await wrong({ by: kim.id, from: '2026-12-10', to: '2026-12-12' }, 'cover_overlaps');
		await wrong(
			{ who: kim.id, by: sam.id, from: '2026-12-01', to: '2026-12-02' },
			'cover_overlaps'
		);
		await wrong({ who: jo.id, by: kim.id, from: '2026-12-05', to: '2026-12-06' }, 'cover_overlaps');
		await wrong({ by: sam.id }, 'cover_self');
		await wrong({ from: '2026-12-20', to: '2026-12-19' }, 'cover_backwards');
		await wrong({ from: '2026-11-01', to: '2026-11-20' }, 'cover_over');
		await wrong({ from: '2026-02-30' }, 'cover_dates');
		await cover({ who: kim.id, by: jo.id, from: '2026-12-01', to: '2026-12-10' });
		await cover({ by: kim.id, from: '2026-12-11', to: '2026-12-12' });
	});

	test('a young person given to another officer takes their planned meetings along; what was held stays', async () => {
		const { app, amina, manager, sam, jo, meetingId } = await begin();
		const brother = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		const shared = await addMeeting(app, {
			kind: 'review_conference',
			youngPersonIds: [amina.id, brother.id],
			scheduledAt: at('2026-12-01T10:00'),
			chairId: sam.id
		});
		const held = await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: at('2026-05-01T10:00'),
			heldOn: '2026-05-01',
			chairId: sam.id
		});
		const { statementId } = await sendStatement(app, amina, { meetingId });
		const give = (youngPersonIds: string[], fromId = sam.id) =>
			app.cover.reallocate(manager.actor, { fromId, toId: jo.id, youngPersonIds });
		expect(
			(await app.cover.see(manager.actor, { officer: sam.id })).from?.youngPeople
		).toMatchObject([{ name: 'Amina Osman' }, { name: 'Idris Osman' }]);

		expect(await give([amina.id])).toBe(1);
		expect(await give([amina.id])).toBe(0);

		await expect(app.statements.open(sam.actor, statementId)).rejects.toMatchObject(refused);
		await app.statements.open(jo.actor, statementId);
		expect((await app.home.see(amina.actor)).notices).toMatchObject([
			{ kind: 'chair_changed', byName: 'Jo Field' }
		]);
		expect(await noticesTo(app, jo.actor)).toContain('caseload_given');
		// Her brother is still Sam's, and so is the conference about both.
		await app.diary.meeting(sam.actor, shared);
		expect((await app.diary.meeting(jo.actor, shared)).youngPeople).toMatchObject([
			{ id: amina.id }
		]);
		expect(await app.diary.meeting(sam.actor, held)).toMatchObject({ next: 'after' });
		await give([brother.id]);
		expect((await app.diary.meeting(jo.actor, shared)).youngPeople).toHaveLength(2);
		await expect(give([(await addYoungPerson(app)).id])).rejects.toMatchObject({
			code: 'allocation_changed'
		});
	});
});
