import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import { londonInstant } from '../../language/dates.ts';
import { createSurveyJob } from './survey-job.ts';
import type { Visit } from './outside.ts';

const NOBODY_THERE = { kind: 'not_found', code: 'not_found' };
const MAIL = { language: 'ar', email: 'parent@home.example', agreed: true };

onBothEngines('offering the survey', (engine) => {
	async function setUp() {
		const base = await eastbrook((options) => engine.open(options));
		const { app, sam, clock } = base;
		const meetingId = await base.conference('2026-11-23T14:00');
		const job = createSurveyJob(app);
		const visitOf = (path: string): Visit => ({
			purpose: 'survey',
			token: path.split('/')[2] ?? '',
			cookie: null,
			address: '192.0.2.10'
		});
		const room = async () => (await app.outside.see(sam.actor, meetingId)).room;
		const links = () => app.database.read.select().from(app.database.read.tables.outsideLinks);
		const mail = () => app.database.read.select().from(app.database.read.tables.messages);
		const jobAt = async (local: string) => {
			clock.set(local);
			await job.run();
		};
		const answer = async (path: string) => {
			const visit = visitOf(path);
			const { cookie } = await app.outside.begin(visit, { language: 'en', afresh: true });
			const { view, sendKey } = await app.outside.open({ ...visit, cookie });
			await app.outside.save(
				{ ...visit, cookie },
				{
					...{ pageId: 'P1', fields: { 'a-P1': ['yes'] }, author: view?.author ?? '', stamps: {} },
					...{ intent: 'next', language: 'en', pageToken: 'p', turn: 1, choices: {} },
					chairOnly: null
				}
			);
			await app.outside.send({ ...visit, cookie }, { sendKey: sendKey ?? '', language: 'en' });
		};
		const change = (values: { scheduledAt?: number; heldOn?: string; cancelledAt?: number }) =>
			app.database.inTransaction(async (tx) => {
				await tx.update(tx.tables.meetings).set(values).where(eq(tx.tables.meetings.id, meetingId));
			});
		return { ...base, meetingId, visitOf, room, links, mail, jobAt, answer, change };
	}

	test('a link for the room is one, however often it is asked for, and ends with the day after', async () => {
		const { app, sam, meetingId, room, visitOf, clock, answer } = await setUp();
		await app.outside.openRoom(sam.actor, { meetingId, language: 'en' });
		const first = await room();
		await app.outside.openRoom(sam.actor, { meetingId, language: 'ar' });
		expect(await room()).toEqual(first);
		expect(first?.expiresAt).toBe(londonInstant('2026-11-25T00:00'));
		const path = first?.path ?? '';
		await answer(path);
		await answer(path);

		clock.set('2026-11-24T23:59');
		await app.outside.start(visitOf(path));
		clock.set('2026-11-25T00:00');
		await expect(app.outside.start(visitOf(path))).rejects.toMatchObject(NOBODY_THERE);
		expect(await app.outside.see(sam.actor, meetingId)).toMatchObject({
			room: null,
			mayOpenRoom: false
		});
		await expect(
			app.outside.openRoom(sam.actor, { meetingId, language: 'en' })
		).rejects.toMatchObject({ code: 'survey_desk_over' });
	});

	test('is the chair’s, of a conference that is not called off', async () => {
		const { app, sam, manager, meetingId, review, change } = await setUp();
		const other = await addStaff(app, { name: 'Helen Marsh' });

		for (const actor of [manager.actor, other.actor])
			await expect(app.outside.see(actor, meetingId)).rejects.toMatchObject(NOBODY_THERE);
		const reviewId = await review('2026-11-24T10:00');
		await expect(app.outside.see(sam.actor, reviewId)).rejects.toMatchObject(NOBODY_THERE);
		await change({ cancelledAt: app.now() });
		await expect(app.outside.see(sam.actor, meetingId)).rejects.toMatchObject(NOBODY_THERE);
	});

	test('a parent who said yes is written to once, two days after, and then their address is gone', async () => {
		const { app, sam, meetingId, links, mail, jobAt } = await setUp();
		const handed = await app.outside.handOver(sam.actor, { meetingId, ...MAIL });
		const again = await app.outside.handOver(sam.actor, {
			...{ meetingId, ...MAIL },
			email: 'Parent@home.example'
		});
		expect(again.path).toBe(handed.path);
		expect(handed).toMatchObject({ language: 'ar', writesOn: '2026-11-25' });
		const [link] = await links();
		expect(link?.contactSealed?.toString('utf8')).not.toContain('home.example');

		await jobAt('2026-11-25T09:59');
		expect(await mail()).toEqual([]);
		await jobAt('2026-11-25T10:00');
		expect(await mail()).toMatchObject([{ message: 'survey_link', outsideLinkId: link?.id }]);
		expect(await links()).toMatchObject([{ contactSealed: expect.anything() as unknown }]);
		await app.database.inTransaction(async (tx) => {
			await tx.update(tx.tables.messages).set({ state: 'sent' });
		});
		await jobAt('2026-11-25T10:30');
		expect(await links()).toMatchObject([{ contactSealed: null }]);
		expect(await mail()).toHaveLength(1);
	});

	test('who has answered meanwhile is not written to, and nothing is left of the link', async () => {
		const { app, sam, meetingId, links, mail, jobAt, answer } = await setUp();
		const { path } = await app.outside.handOver(sam.actor, { meetingId, ...MAIL });
		await answer(path);
		await jobAt('2026-11-25T10:00');

		expect(await links()).toEqual([]);
		expect(await mail()).toEqual([]);
	});

	test('it is written to after the day it was held in the end, and not where it was called off', async () => {
		const { app, sam, meetingId, links, mail, jobAt, change } = await setUp();
		await app.outside.handOver(sam.actor, { meetingId, ...MAIL });
		await change({ scheduledAt: londonInstant('2026-12-01T14:00') });
		await jobAt('2026-11-25T10:00');
		expect(await mail()).toEqual([]);
		await change({ heldOn: '2026-11-30' });
		await jobAt('2026-12-02T10:00');
		expect(await mail()).toHaveLength(1);

		await app.outside.handOver(sam.actor, { meetingId, ...MAIL, email: 'other@home.example' });
		await change({ cancelledAt: app.now() });
		await jobAt('2026-12-03T10:00');
		expect(await links()).toEqual([]);
		expect(await mail()).toEqual([]);
	});

	test('a link for the room goes with a conference that is moved', async () => {
		const { app, sam, meetingId, room, jobAt, change } = await setUp();
		await app.outside.openRoom(sam.actor, { meetingId, language: 'en' });
		await change({ scheduledAt: londonInstant('2026-12-01T14:00') });
		await jobAt('2026-11-23T10:00');

		expect((await room())?.expiresAt).toBe(londonInstant('2026-12-03T00:00'));
	});

	test('an address is taken back, and the answer is the same where there is none', async () => {
		const { app, sam, meetingId, mail, jobAt, links, visitOf } = await setUp();
		const { path } = await app.outside.handOver(sam.actor, { meetingId, ...MAIL });
		const back = { meetingId, email: MAIL.email };

		await app.outside.takeAddressBack(sam.actor, back);
		await app.outside.takeAddressBack(sam.actor, back);

		expect(await links()).toMatchObject([{ contactSealed: null }]);
		await jobAt('2026-11-25T10:00');
		expect(await mail()).toEqual([]);
		await app.outside.start(visitOf(path));
	});

	test('an address goes with a yes, and has to be one', async () => {
		const { app, sam, meetingId } = await setUp();
		const hand = (given: object) =>
			app.outside.handOver(sam.actor, { meetingId, ...MAIL, ...given });

		await expect(hand({ agreed: false })).rejects.toMatchObject({
			code: 'survey_desk_yes_missing'
		});
		await expect(hand({ email: '' })).rejects.toMatchObject({ code: 'survey_desk_email_missing' });
		await expect(hand({ email: 'nobody' })).rejects.toMatchObject({ code: 'contact_email_wrong' });
	});

	test('what is over is cleared away: links, and what was begun over them', async () => {
		const { app, sam, meetingId, visitOf, links, jobAt } = await setUp();
		const { path } = await app.outside.handOver(sam.actor, { meetingId, ...MAIL });
		await app.outside.begin(visitOf(path), { language: 'en', afresh: true });
		await jobAt('2026-12-20T10:00');

		expect(await links()).toEqual([]);
		const { outsideDrafts, messages } = app.database.read.tables;
		expect(await app.database.read.select().from(outsideDrafts)).toEqual([]);
		expect(await app.database.read.select().from(messages)).toEqual([]);
	});
});
