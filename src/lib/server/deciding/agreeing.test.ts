import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant } from '../../language/dates.ts';
import { decisionsOf } from './decisions.ts';
import { createFinalJob } from './final.ts';

onBothEngines('decisions and the managers', (engine) => {
	/** A conference about Amina and her brother, held today, with one point decided about each. */
	async function begin() {
		const base = await eastbrook((options) => engine.open(options), '2026-12-18T09:00');
		const { app, clock, sam, amina, manager } = base;
		const idris = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		const meetingId = await base.conference('2026-12-18T10:00', [amina.id, idris.id]);
		await app.meetings.change(sam.actor, meetingId, { kind: 'hold', heldOn: '2026-12-18' });
		clock.set('2026-12-18T16:00');
		const decided = async (youngPersonId: string, words: string, outcome: 'agreed' | null) => {
			const of = { meetingId, youngPersonId };
			await app.deciding.addPoint(sam.actor, { ...of, sendKey: randomUUID(), words });
			const [point] = await decisionsOf(app, app.database.read, of);
			const change = { point: words, decided: '', why: '', ownerStaffId: '', ownerName: '' };
			const id = point?.id ?? '';
			const save = (version: number, made: 'agreed' | null) =>
				app.deciding.changeDecision(sam.actor, {
					...change,
					id,
					version,
					outcome: made,
					dueOn: '',
					starred: false
				});
			if (outcome) await save(1, outcome);
			return { id, of, save };
		};
		const hers = await decided(amina.id, 'Her bike', 'agreed');
		const send = () => app.deciding.sendToManagers(sam.actor, meetingId);
		const standing = async () =>
			(await app.deciding.after(sam.actor, { meetingId, youngPersonId: null })).standing;
		const object = (words = 'Too soon.', sendKey: string = randomUUID()) =>
			app.deciding.object(manager.actor, { meetingId, sendKey, words });
		const finalJob = createFinalJob(app);
		return { ...base, idris, meetingId, decided, hers, send, standing, object, finalJob };
	}

	const meetingRow = async ({ app, meetingId }: Awaited<ReturnType<typeof begin>>) => {
		const { read } = app.database;
		const { meetings } = read.tables;
		const [row] = await read.select().from(meetings).where(eq(meetings.id, meetingId));
		return row;
	};

	test('go to them when every point of every child has an outcome, once; then they wait', async () => {
		const world = await begin();
		const { app, sam, manager, idris, meetingId, decided, hers, send } = world;
		const his = await decided(idris.id, 'His room', null);
		await expect(send()).rejects.toMatchObject({ code: 'after_undecided', detail: { points: 1 } });
		await his.save(1, 'agreed');
		await expect(app.deciding.read(manager.actor, meetingId)).rejects.toMatchObject({
			kind: 'not_found'
		});
		await Promise.all([send(), send()]);

		expect(await meetingRow(world)).toMatchObject({ decisionsSentOn: '2026-12-18' });
		expect(await noticesTo(app, manager.actor)).toEqual(['decisions_to_agree']);
		// 25 December, the 26th, the weekend and the bank holiday of the 28th count for nothing.
		expect(await world.standing()).toMatchObject({
			state: 'sent',
			objectUntil: londonInstant('2026-12-30T00:00') - 1
		});
		await expect(hers.save(2, null)).rejects.toMatchObject({ code: 'after_sent' });

		const list = await app.deciding.list(manager.actor);
		expect(list.waiting).toMatchObject([{ decisions: 2, state: 'sent' }]);
		const read = await app.deciding.read(manager.actor, meetingId);
		expect(read).toMatchObject({ mayObject: true, mayAgree: true });
		expect(
			read.youngPeople.flatMap(({ decisions }) => decisions.map(({ point }) => point.words)).sort()
		).toEqual(['Her bike', 'His room']);
		await expect(app.deciding.list(sam.actor)).rejects.toMatchObject({ kind: 'not_found' });
		await expect(app.deciding.read(sam.actor, meetingId)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('taken back in time, they count as not sent, and can be changed', async () => {
		const world = await begin();
		const { app, sam, manager, meetingId, hers, send } = world;
		await send();
		await app.deciding.takeBack(sam.actor, meetingId);
		expect(await meetingRow(world)).toMatchObject({ decisionsSentOn: null });
		expect(await noticesTo(app, manager.actor)).toEqual([]);
		await hers.save(2, 'agreed');
		expect(await world.standing()).toMatchObject({ state: 'open', sentAt: null });
	});

	test('silence agrees when the last working day is over; the job says so once', async () => {
		const world = await begin();
		const { app, clock, sam, manager, hers, send, object, finalJob } = world;
		await send();
		clock.set('2026-12-29T23:59');
		await finalJob.run();
		expect(await world.standing()).toMatchObject({ state: 'sent' });

		clock.set('2026-12-30T00:00');
		await expect(object()).rejects.toMatchObject({ code: 'after_final' });
		await expect(hers.save(2, null)).rejects.toMatchObject({ code: 'after_final' });
		expect(await decisionsOf(app, app.database.read, hers.of)).toMatchObject([{ final: true }]);
		await Promise.all([finalJob.run(), finalJob.run()]);
		await finalJob.run();
		expect(await world.standing()).toMatchObject({
			state: 'final',
			finalAt: londonInstant('2026-12-30T00:00') - 1
		});
		expect(await noticesTo(app, sam.actor)).toEqual(['decisions_final']);
		expect(await noticesTo(app, manager.actor)).toEqual([]);
		expect((await app.deciding.list(manager.actor)).final).toHaveLength(1);
		expect((await app.audit.verify(app.database.read)).brokenAt).toBeNull();
	});

	test('an objection goes back to the chair, who answers; the window begins anew', async () => {
		const world = await begin();
		const { app, clock, sam, manager, meetingId, hers, send, object, finalJob } = world;
		await send();
		const key = randomUUID();
		await Promise.all([object('Zebra: too soon.', key), object('Zebra: too soon.', key)]);
		expect(await noticesTo(app, sam.actor)).toEqual(['decisions_objected']);
		await expect(app.deciding.agree(manager.actor, meetingId)).rejects.toMatchObject({
			code: 'after_objected'
		});
		// However long it takes, nothing is agreed while an objection waits.
		clock.set('2027-01-05T10:00');
		await finalJob.run();
		expect(await world.standing()).toMatchObject({
			state: 'objected',
			objections: [{ by: 'Mo Blake', words: 'Zebra: too soon.', answer: null }]
		});

		await hers.save(2, 'agreed');
		const answer = (words: string) =>
			app.deciding.answerObjections(sam.actor, { meetingId, words });
		await expect(answer(' ')).rejects.toMatchObject({ code: 'after_answer_missing' });
		await answer('We will wait until March.');
		await answer('We will wait until March.');
		expect(await world.standing()).toMatchObject({
			state: 'sent',
			objectUntil: londonInstant('2027-01-13T00:00') - 1,
			objections: [{ answer: { words: 'We will wait until March.', by: 'Sam Okoro' } }]
		});
		// When they were first sent stays what it was.
		expect(await meetingRow(world)).toMatchObject({ decisionsSentOn: '2026-12-18' });
		const { objections } = app.database.read.tables;
		const [row] = await app.database.read.select().from(objections);
		expect(row?.wordsSealed.toString('latin1')).not.toContain('Zebra');
	});

	test('a manager agrees early, but nobody to what they decided themselves', async () => {
		const world = await begin();
		const { app, sam, manager, meetingId, send } = world;
		await send();
		const both = { ...sam.actor, roles: ['iro', 'manager'] as const };
		await expect(app.deciding.agree(both, meetingId)).rejects.toMatchObject({
			code: 'after_own_decisions'
		});
		await app.deciding.agree(manager.actor, meetingId);
		await app.deciding.agree(manager.actor, meetingId);
		expect(await world.standing()).toMatchObject({ state: 'final' });
		expect(await noticesTo(app, sam.actor)).toEqual(['decisions_final']);
		const nobodys = await addStaff(app, { roles: ['admin'] });
		await expect(app.deciding.agree(nobodys.actor, meetingId)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('each child has a record of its own; the meeting’s is out with the last of them', async () => {
		const world = await begin();
		const { app, clock, sam, manager, amina, idris, meetingId } = world;
		await world.decided(idris.id, 'His room', 'agreed');
		const of = (youngPersonId: string) => ({ meetingId, youngPersonId });
		const write = { ...of(amina.id), version: 0, words: 'We met at school.' };
		await app.deciding.saveRecord(sam.actor, write);
		await app.deciding.saveRecord(sam.actor, write);
		await expect(
			app.deciding.saveRecord(sam.actor, { ...write, words: 'Something else' })
		).rejects.toMatchObject({ code: 'after_changed' });
		await app.deciding.sendRecord(sam.actor, { ...write, version: 1 });
		await app.deciding.sendRecord(sam.actor, { ...write, version: 1 });
		await expect(
			app.deciding.saveRecord(sam.actor, { ...write, version: 2 })
		).rejects.toMatchObject({ code: 'after_record_sent' });
		expect(await meetingRow(world)).toMatchObject({ recordSentOn: null });
		const hers = await app.deciding.recordDocument(sam.actor, of(amina.id), 'en');
		expect(JSON.stringify(hers)).toMatch(/Her bike.*|We met at school/);
		expect(JSON.stringify(hers)).not.toMatch(/His room/);

		clock.set('2027-01-20T23:59');
		await app.deciding.sendRecord(sam.actor, { ...of(idris.id), version: 0, words: '' });
		expect(await meetingRow(world)).toMatchObject({ recordSentOn: '2027-01-20' });
		// What was sent stays, whatever is decided later.
		await world.hers.save(2, null);
		const record = await app.deciding.record(sam.actor, of(amina.id));
		expect(record).toMatchObject({ decisions: [{ outcome: 'agreed' }], sent: { by: 'Sam Okoro' } });
		const late = await app.deciding.record(sam.actor, of(idris.id));
		expect(late.clock).toMatchObject({ dueOn: '2027-01-20', state: 'done_in_time' });
		await expect(app.deciding.record(manager.actor, of(amina.id))).rejects.toMatchObject({
			kind: 'not_found'
		});
	});
});
