import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addDecision } from '../../../../tests/support/decided.ts';
import { answerAsCarer, askCarer } from '../../../../tests/support/carers.ts';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import {
	addAccount,
	addMeeting,
	addStaff,
	addYoungPerson
} from '../../../../tests/support/people.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { carerKind } from './carer-kind.ts';
import { createCarersJob } from './chase-job.ts';

const REVIEW = '2026-12-14T16:00';
const chase = (app: App) => createCarersJob(app).run();

async function mails(app: App): Promise<string[]> {
	const { read } = app.database;
	const rows = await read.select().from(read.tables.messages);
	return rows.flatMap(({ message, outsideLinkId }) => (outsideLinkId ? [message] : [])).toSorted();
}

async function linkOf(app: App, consultationId: string) {
	const { read } = app.database;
	const { carerConsultations, outsideLinks } = read.tables;
	const [row] = await read
		.select({ link: outsideLinks })
		.from(carerConsultations)
		.innerJoin(outsideLinks, eq(outsideLinks.id, carerConsultations.linkId))
		.where(eq(carerConsultations.id, consultationId));
	if (!row) throw new Error('no link');
	return row.link;
}

onBothEngines('carers before a review', (engine) => {
	const begin = async () => {
		const world = await eastbrook((options) => engine.open(options));
		const meetingId = await world.review(REVIEW);
		return { ...world, meetingId, place: { meetingId, youngPersonId: world.amina.id } };
	};

	test('are asked once, by mail or with a slip, and no more of them than a child has', async () => {
		const { app, clock, sam, place, meetingId } = await begin();
		const rosa = { id: randomUUID(), name: 'Rosa Diaz', email: 'rosa@home.example' };
		expect(await askCarer(app, sam, { ...place, ...rosa })).toBeNull();
		expect(await askCarer(app, sam, { ...place, ...rosa })).toBeNull();
		expect(await mails(app)).toEqual(['carer_link']);

		const slip = { id: randomUUID(), email: '' };
		const handed = await askCarer(app, sam, { ...place, ...slip });
		expect(handed?.path).toMatch(/^\/carer\/[\w-]{20,}$/);
		// The page sent twice shows the same slip.
		expect(await askCarer(app, sam, { ...place, ...slip })).toEqual(handed);
		await expect(askCarer(app, sam, { ...place, email: rosa.email })).rejects.toMatchObject({
			code: 'carer_desk_asked_already'
		});
		await askCarer(app, sam, place);
		await askCarer(app, sam, place);
		await expect(askCarer(app, sam, place)).rejects.toMatchObject({ code: 'carer_desk_enough' });
		for (const wrong of [{ name: ' ' }, { name: 'x'.repeat(101) }, { email: 'rosa' }])
			await expect(askCarer(app, sam, { ...place, ...wrong })).rejects.toMatchObject({
				kind: 'invalid'
			});

		const { people } = await app.carers.asked(sam.actor, meetingId);
		const asked = (one: string) => people[0]?.asked.find(({ id }) => id === one);
		expect(asked(rosa.id)).toMatchObject({ by: 'email', state: 'asked', mail: 'waiting' });
		expect(asked(slip.id)).toMatchObject({ by: 'slip', state: 'asked', mail: null });
		expect(people[0]?.mayAsk).toBe(false);

		clock.set('2026-12-15T09:00');
		await expect(askCarer(app, sam, place)).rejects.toMatchObject({
			code: 'carer_desk_not_planned'
		});
	});

	test('answer once; what they say is sealed, told to whoever chairs, and opened with a trace', async () => {
		const { app, sam, amina, place, meetingId, manager } = await begin();
		const { id } = await answerAsCarer(app, sam, place, {
			'7': { kind: 'pick', value: 'may_end' },
			'9': { kind: 'say', text: 'To see her aunt', pictures: [] },
			'12': { kind: 'yes_no', value: 'yes' },
			'12_more': { kind: 'say', text: 'I am worn out', pictures: [] }
		});
		expect(await noticesTo(app, sam.actor)).toContain('carer_flagged');
		const view = await app.carers.open(sam.actor, { meetingId, consultationId: id });
		expect(view).toMatchObject({ flag: 'may_end', name: 'Rosa Diaz', role: 'foster_carer' });
		const texts = (items: readonly { readonly given: { readonly answer: unknown } }[]) =>
			JSON.stringify(items.map(({ given }) => given.answer));
		expect(texts(view.sections.flatMap(({ items }) => items))).toContain('aunt');
		expect(texts(view.sections.flatMap(({ items }) => items))).not.toContain('worn');
		expect(texts(view.apart)).toContain('worn');
		expect(await noticesTo(app, sam.actor)).not.toContain('carer_flagged');
		await expect(
			app.carers.open(manager.actor, { meetingId, consultationId: id })
		).rejects.toThrow();

		const { read } = app.database;
		const [row] = await read.select().from(read.tables.carerConsultations);
		for (const sealed of [row?.answersSealed, row?.wordingSealed, row?.nameSealed])
			expect(sealed?.toString('utf8')).not.toMatch(/aunt|worn|Rosa/);
		const trail = await read.select().from(read.tables.auditEntries);
		expect(trail.map(({ action }) => action)).toEqual(
			expect.arrayContaining(['carer.asked', 'carer.answered', 'carer.opened'])
		);
		expect(JSON.stringify(trail)).not.toMatch(/aunt|worn|Rosa/);
		// What was answered stays: nobody takes it back, and the young person's own pages know nothing of it.
		await expect(
			app.carers.takeBack(sam.actor, { meetingId, consultationId: id })
		).rejects.toMatchObject({ code: 'carer_desk_answered' });
		await addAccount(app, amina);
		expect((await app.openings.list(amina.actor, {})).openings).toEqual([]);
	});

	test('stand in the brief after the young person, apart, and in nobody else’s', async () => {
		const { app, sam, amina, conference, place, meetingId } = await begin();
		const brother = await addYoungPerson(app, { knownAs: 'Idris', officerId: sam.id });
		const both = await addMeeting(app, {
			youngPersonIds: [amina.id, brother.id],
			scheduledAt: app.now() + 40 * 86_400_000,
			chairId: sam.id
		});
		await answerAsCarer(app, sam, place, { '2': { kind: 'say', text: 'School', pictures: [] } });
		const tired = { '7': { kind: 'pick', value: 'strained' } } as const;
		await answerAsCarer(app, sam, place, tired, { name: 'Joe Diaz', email: '' });
		await answerAsCarer(app, sam, { meetingId: both, youngPersonId: brother.id }, tired);
		await sendStatement(app, amina, { meetingId });

		const brief = await app.preparing.brief(sam.actor, place);
		expect(brief.carers.map(({ name, flag }) => [name, flag])).toEqual([
			['Joe Diaz', 'strained'],
			['Rosa Diaz', null]
		]);
		expect(JSON.stringify([brief.first, brief.statements, brief.alone])).not.toContain('School');
		const { document } = await app.preparing.briefDocument(sam.actor, place, 'en');
		const headings = document.blocks.flatMap((block) =>
			block.kind === 'heading' ? block.text.text : []
		);
		expect(headings.slice(-2)).toEqual([
			'What Joe Diaz, foster carer, says',
			'What Rosa Diaz, foster carer, says'
		]);
		const hers = await app.preparing.brief(sam.actor, { ...place, meetingId: both });
		const meeting = await conference('2026-12-01T10:00');
		const other = await app.preparing.brief(sam.actor, { ...place, meetingId: meeting });
		expect([hers.carers, other.carers]).toEqual([[], []]);
	});

	test('are asked about what the last review decided: not what is kept, nor her own words', async () => {
		const { app, sam, amina, clock, place } = await begin();
		const held = await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: app.now() - 90 * 86_400_000,
			heldOn: '2026-08-20',
			chairId: sam.id
		});
		const about = { meetingId: held, youngPersonId: amina.id, dueOn: '2026-12-01' };
		const owner = { name: 'Liam' };
		await addDecision(app, { ...about, owner, decided: 'A new laptop' });
		await addDecision(app, { ...about, owner: null, decided: 'A bus pass' });
		await addDecision(app, { ...about, owner, decided: 'A secret', kept: 'protected' });
		await addDecision(app, { ...about, owner, decided: 'For the chair', kept: 'chair' });
		await addDecision(app, { ...about, owner, outcome: 'not_agreed', decided: 'No' });
		const { statementId } = await sendStatement(app, amina);
		await addDecision(app, { ...about, owner, statementId, point: 'My own words' });
		await addDecision(app, { ...about, owner: null, dueOn: null, decided: 'Nobody does it' });

		const id = randomUUID();
		await askCarer(app, sam, { ...place, id });
		const kind = carerKind(app);
		const facts = async () =>
			(await kind.facts(app.database.read, await linkOf(app, id), app.now())).promises.map(
				({ words }) => words
			);
		// Nobody has told her yet.
		expect(await facts()).toEqual([]);
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.meetingOutcomes).values({
				meetingId: held,
				finalAt: app.now(),
				outcomeSealed: Buffer.alloc(0),
				version: 1,
				updatedAt: app.now()
			})
		);
		expect((await facts()).toSorted()).toEqual(['A bus pass', 'A new laptop']);

		const link = await linkOf(app, id);
		expect(await kind.about(app.database.read, link)).toEqual({ values: { name: 'Amina' } });
		clock.set('2026-12-15T00:00');
		await expect(kind.about(app.database.read, link)).rejects.toMatchObject({ kind: 'not_found' });
	});

	test('are written to again, elsewhere or no more; the old link then shows nothing', async () => {
		const { app, clock, sam, place, meetingId } = await begin();
		const id = randomUUID();
		await askCarer(app, sam, { ...place, id });
		const of = { meetingId, consultationId: id };
		const first = await linkOf(app, id);
		await app.carers.askAgain(sam.actor, of);
		expect(await mails(app)).toEqual(['carer_link']);
		clock.set('2026-11-23T09:00');
		await app.carers.askAgain(sam.actor, of);
		expect(await mails(app)).toHaveLength(2);

		await app.carers.askElsewhere(sam.actor, { ...of, email: 'rosa@work.example' });
		const slip = await app.carers.askElsewhere(sam.actor, { ...of, email: '' });
		expect(slip?.name).toBe('Rosa Diaz');
		await expect(app.carers.askAgain(sam.actor, of)).rejects.toMatchObject({
			code: 'carer_desk_no_address'
		});
		await app.carers.takeBack(sam.actor, of);
		await app.carers.takeBack(sam.actor, of);
		const { read } = app.database;
		const links = await read.select().from(read.tables.outsideLinks);
		expect(links).toHaveLength(3);
		expect(links.every((one) => one.endedAt !== null && one.contactSealed === null)).toBe(true);
		await expect(carerKind(app).about(read, first)).rejects.toMatchObject({ kind: 'not_found' });
		await expect(app.carers.askAgain(sam.actor, of)).rejects.toMatchObject({
			code: 'carer_desk_over'
		});
	});

	test('who answered last time is asked by one tap, while the address is kept', async () => {
		const { app, clock, sam, place, review } = await begin();
		await answerAsCarer(app, sam, place, { '1': { kind: 'faces', value: 4 } });
		clock.set('2026-12-15T10:00');
		await app.meetings.change(OPERATOR, place.meetingId, { kind: 'hold', heldOn: '2026-12-14' });
		const next = { ...place, meetingId: await review('2027-06-10T10:00') };
		const listed = async () =>
			(await app.carers.asked(sam.actor, next.meetingId)).people[0]?.before ?? [];
		const [rosa] = await listed();
		expect(rosa).toMatchObject({ name: 'Rosa Diaz', role: 'foster_carer' });
		const consultationId = rosa?.consultationId ?? '';
		await app.carers.askAsBefore(sam.actor, { ...next, id: randomUUID(), consultationId });
		expect(await listed()).toEqual([]);

		clock.set('2027-09-01T10:00');
		await chase(app);
		const late = { ...place, meetingId: await review('2027-11-10T10:00'), consultationId };
		await expect(
			app.carers.askAsBefore(sam.actor, { ...late, id: randomUUID() })
		).rejects.toMatchObject({ code: 'carer_desk_forgotten' });
	});

	test('who has not answered is chased once, five working days before', async () => {
		const { app, clock, sam, place, review } = await begin();
		const id = randomUUID();
		await askCarer(app, sam, { ...place, id });
		await askCarer(app, sam, { ...place, email: '' });
		const answered = { name: 'Joe Diaz', email: 'joe@home.example' };
		await answerAsCarer(app, sam, place, { '1': { kind: 'faces', value: 3 } }, answered);
		const reminders = async () =>
			(await mails(app)).filter((message) => message === 'carer_reminder').length;
		clock.set('2026-12-04T23:59');
		await chase(app);
		expect(await reminders()).toBe(0);

		// Moved on: it is too early again.
		clock.set('2026-12-07T00:00');
		const move = (scheduledAt: number) =>
			app.meetings.change(OPERATOR, place.meetingId, { kind: 'move', scheduledAt });
		await move(app.now() + 30 * 86_400_000);
		await chase(app);
		expect(await reminders()).toBe(0);
		await move(app.now() + 7 * 86_400_000 + 16 * 3_600_000);
		await Promise.all([chase(app), chase(app)]);
		await chase(app);
		expect(await reminders()).toBe(1);
		await move(app.now() + 30 * 86_400_000);
		clock.set('2026-12-31T09:00');
		await chase(app);
		expect(await reminders()).toBe(1);

		// Asked within those days, they are left in peace; so is who was asked before a review that is off.
		const soon = await review('2027-01-04T10:00');
		await askCarer(app, sam, { ...place, meetingId: soon });
		await chase(app);
		const off = await review('2027-02-01T10:00');
		await askCarer(app, sam, { ...place, meetingId: off });
		await app.meetings.change(OPERATOR, off, { kind: 'cancel' });
		clock.set('2027-01-29T10:00');
		await chase(app);
		expect(await reminders()).toBe(1);
		// Of who was asked before it, no address is left.
		const { people } = await app.carers.asked(sam.actor, off);
		expect(people[0]?.asked).toMatchObject([{ state: 'asked', by: 'slip' }]);
		const { outsideLinks } = app.database.read.tables;
		const links = await app.database.read
			.select()
			.from(outsideLinks)
			.where(eq(outsideLinks.meetingId, off));
		expect(links).toMatchObject([{ contactSealed: null }]);
	});

	test('a destroyed key leaves nothing of what was said', async () => {
		const { app, sam, amina, place, meetingId } = await begin();
		const { id } = await answerAsCarer(app, sam, place, { '1': { kind: 'faces', value: 2 } });
		await app.database.inTransaction(async (tx) => {
			const { youngPeople } = tx.tables;
			const [row] = await tx.select().from(youngPeople).where(eq(youngPeople.id, amina.id));
			await app.vault.destroyKey(tx, row?.keyId ?? '', app.now());
		});
		await expect(app.carers.open(sam.actor, { meetingId, consultationId: id })).rejects.toThrow();
	});

	test('a placement under strain is told to the officer too, or to the managers where nobody is', async () => {
		const { app, sam, manager, amina, place } = await begin();
		const chair = await addStaff(app, { name: 'Helen Marsh' });
		const { meetings, youngPeople } = app.database.read.tables;
		const give = (chairId: string | null, officerId: string | null) =>
			app.database.inTransaction(async (tx) => {
				await tx.update(meetings).set({ chairId }).where(eq(meetings.id, place.meetingId));
				await tx.update(youngPeople).set({ officerId }).where(eq(youngPeople.id, amina.id));
			});
		await give(chair.id, sam.id);
		await answerAsCarer(app, sam, place, { '7': { kind: 'pick', value: 'ok' } });
		expect(await noticesTo(app, chair.actor)).toEqual(['carer_answered']);
		expect(await noticesTo(app, sam.actor)).toEqual([]);
		const strained = { '7': { kind: 'pick', value: 'strained' } } as const;
		await answerAsCarer(app, sam, place, strained, { email: 'a@home.example' });
		expect(await noticesTo(app, sam.actor)).toEqual(['carer_flagged']);
		const { id } = await answerAsCarer(app, sam, place, strained, { email: 'b@home.example' }, () =>
			give(null, null)
		);
		expect(id).toBeTruthy();
		expect(await noticesTo(app, manager.actor)).toEqual(['carer_flagged']);
	});
});
