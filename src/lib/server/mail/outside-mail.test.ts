import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { clockAt } from '../../../../tests/support/clock.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { bodyOf, startMailServer, type MailServer } from '../../../../tests/support/mail-server.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import { findLink, makeLink } from '../outside/links.ts';
import { createDeliveryJob } from './deliver.ts';
import { forgetMessagesOf, queueMessages, type Message } from './queue.ts';

const DAY = 24 * 60 * 60 * 1000;
const ORIGIN = 'https://sayso.eastbrook.example';

onBothEngines('mail to somebody without an account', (engine) => {
	const servers: MailServer[] = [];
	afterEach(async () => {
		await Promise.all(servers.splice(0).map((server) => server.stop()));
	});

	async function begin() {
		const clock = clockAt('2026-11-21T09:00');
		const app = await engine.open({ now: clock.now });
		const server = await startMailServer();
		servers.push(server);
		const sam = await addStaff(app);
		const amina = await addYoungPerson(app, { knownAs: 'Amina', officerId: sam.id });
		const meetingId = await addMeeting(app, { youngPersonIds: [amina.id], chairId: sam.id });
		return { app, clock, server, meetingId };
	}

	const ask = (
		app: App,
		link: { readonly meetingId: string; readonly language: string; readonly message: Message }
	) =>
		app.database.inTransaction(async (tx) => {
			const id = await makeLink(app, tx, {
				purpose: link.message === 'survey_link' ? 'survey' : 'carer',
				reach: 'one',
				meetingId: link.meetingId,
				contact: { name: 'Rosa Diaz', email: `${link.message}@home.example` },
				language: link.language,
				madeByStaffId: null,
				expiresAt: app.now() + 10 * DAY
			});
			const one = { to: { outsideLinkId: id }, message: link.message, onceKey: `link:${id}` };
			await queueMessages(tx, [one, one], app.now());
			return id;
		});
	const deliver = (app: App, { settings }: MailServer) =>
		createDeliveryJob(app, {
			translator: app.translator,
			council: () => 'Eastbrook',
			mail: settings,
			origin: ORIGIN
		}).run();
	const states = async ({ database: { read } }: App) =>
		(await read.select().from(read.tables.messages)).map(({ state }) => state);

	test('goes once, in the language of the link, with its address and nothing of anybody', async () => {
		const { app, server, meetingId } = await begin();
		const messages = ['survey_link', 'carer_link', 'carer_reminder'] as const;
		for (const message of messages) await ask(app, { meetingId, language: 'en', message });
		await ask(app, { meetingId, language: 'ar', message: 'carer_link' });

		await deliver(app, server);
		await deliver(app, server);

		expect(server.received.map(({ to }) => to).toSorted()).toEqual([
			'carer_link@home.example',
			'carer_link@home.example',
			'carer_reminder@home.example',
			'survey_link@home.example'
		]);
		const arabic = server.received.filter(({ text }) => /^Content-Language: ar/m.test(text));
		expect(arabic.map(({ to }) => to)).toEqual(['carer_link@home.example']);
		for (const mail of server.received) {
			const body = bodyOf(mail);
			const [address, purpose, token] = /https:\/\/\S+\/(survey|carer)\/([\w-]+)/.exec(body) ?? [];
			expect(address).toBe(`${ORIGIN}/${purpose}/${token}`);
			expect(purpose).toBe(mail.to.startsWith('survey') ? 'survey' : 'carer');
			const link = await findLink(app, app.database.read, {
				purpose: purpose === 'survey' ? 'survey' : 'carer',
				token: token ?? ''
			});
			expect(link?.meetingId).toBe(meetingId);
			expect(`${mail.text}${body}`).not.toMatch(/Amina|Rosa|review|conference|care\b/);
		}
		expect(await states(app)).toEqual(Array(4).fill('sent'));
	});

	test('goes nowhere once the address is gone, the link was used, or its time is over', async () => {
		const { app, clock, server, meetingId } = await begin();
		const carer = { meetingId, language: 'en', message: 'carer_link' } as const;
		const gone = await ask(app, carer);
		const used = await ask(app, carer);
		const deleted = await ask(app, { ...carer, message: 'survey_link' });
		await app.database.inTransaction(async (tx) => {
			const { outsideLinks } = tx.tables;
			await tx.update(outsideLinks).set({ contactSealed: null }).where(eq(outsideLinks.id, gone));
			await tx.update(outsideLinks).set({ endedAt: app.now() }).where(eq(outsideLinks.id, used));
			await forgetMessagesOf(tx, deleted);
			await tx.delete(outsideLinks).where(eq(outsideLinks.id, deleted));
		});
		await deliver(app, server);
		expect(await states(app)).toEqual(['nowhere', 'nowhere']);

		const late = await app.database.inTransaction((tx) =>
			makeLink(app, tx, {
				purpose: 'carer',
				reach: 'one',
				meetingId,
				contact: { name: 'Rosa Diaz', email: 'rosa@home.example' },
				language: 'en',
				madeByStaffId: null,
				expiresAt: app.now() + DAY
			})
		);
		clock.add(DAY);
		await app.database.inTransaction((tx) =>
			queueMessages(
				tx,
				[{ to: { outsideLinkId: late }, message: 'carer_reminder', onceKey: 'late' }],
				app.now()
			)
		);
		await deliver(app, server);
		expect(await states(app)).toEqual(['nowhere', 'nowhere', 'nowhere']);
		expect(server.received).toEqual([]);
	});
});
