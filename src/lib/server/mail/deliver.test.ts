import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { clockAt } from '../../../../tests/support/clock.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import {
	smtpRefusal,
	startMailServer,
	type MailServer
} from '../../../../tests/support/mail-server.ts';
import {
	addAccount,
	addStaff,
	addYoungPerson,
	type Person
} from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import type { MailSettings } from '../settings.ts';
import { createDeliveryJob } from './deliver.ts';
import { beginSending, claimBatch } from './outbox.ts';
import { queueMessages, type Message } from './queue.ts';

const PATIENCE = { connectMs: 300, silenceMs: 300, mailMs: 2000 };

onBothEngines('mail', (engine) => {
	const servers: MailServer[] = [];
	afterEach(async () => {
		await Promise.all(servers.splice(0).map((server) => server.stop()));
	});
	async function serve(options?: Parameters<typeof startMailServer>[0]) {
		const server = await startMailServer(options);
		servers.push(server);
		return server;
	}

	async function begin() {
		const clock = clockAt('2026-11-21T09:00');
		const app = await engine.open({ now: clock.now });
		const sam = await addStaff(app, { name: 'Sam Okoro', email: 'sam@eastbrook.example' });
		const ines = await addStaff(app, { name: 'Ines Costa', roles: ['admin'] });
		return { app, clock, sam, ines };
	}
	const jobOf = (app: App, mail: MailSettings) =>
		createDeliveryJob(app, {
			translator: app.translator,
			council: () => 'Eastbrook',
			mail,
			origin: 'https://sayso.eastbrook.example',
			patience: PATIENCE
		});
	const deliver = (app: App, mail: MailSettings) => jobOf(app, mail).run();

	let keys = 0;
	const queue = (
		app: App,
		to: Person<'staff'> | Person<'young_person'>,
		message: Message = 'an_alert_waits'
	) =>
		app.database.inTransaction((tx) => {
			const who = to.actor.kind === 'staff' ? { staffId: to.id } : { youngPersonId: to.id };
			const one = { to: who, message, onceKey: `key ${++keys}` };
			return queueMessages(tx, [one, one], app.now());
		});
	const rowsOf = ({ database }: App) => database.read.select().from(database.read.tables.messages);

	test('says that something waits, where, and nothing of anybody', async () => {
		const { app, sam } = await begin();
		const server = await serve();
		await queue(app, sam, 'something_waits');
		// Of what waits at their desk, staff are told once a day.
		await queue(app, sam, 'something_waits');
		await queue(app, sam);

		await deliver(app, server.settings);
		await deliver(app, server.settings);

		expect(server.received.map(({ to }) => to)).toEqual(Array(2).fill('sam@eastbrook.example'));
		// The alert, though it came later, went first.
		const [alert, other] = server.received;
		expect(alert?.text).toMatch(/^Subject: Please look at your desk now/m);
		expect(other?.text).toContain('https://sayso.eastbrook.example');
		expect(other?.text).toContain('Eastbrook');
		expect(`${alert?.text}${other?.text}`).not.toContain('Okoro');
		expect(await rowsOf(app)).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
	});

	test('goes where a young person said, in their language; a mobile gets a text', async () => {
		const { app } = await begin();
		const server = await serve();
		for (const [contact, language] of [
			[{ email: 'ami@home.example', mobile: '' }, 'ar'],
			[{ email: '', mobile: '07700 900123' }, 'en'],
			[null, 'en']
		] as const) {
			const person = await addYoungPerson(app, { language });
			await addAccount(app, person);
			if (contact) await app.people.changeContact(person.actor, contact);
			await queue(app, person, 'you_have_a_message');
		}
		// Whoever left the staff is told nothing any more.
		await queue(app, await addStaff(app, { active: false }));

		await deliver(app, server.settings);

		const [mail, text] = server.received.toSorted((a, b) => b.to.localeCompare(a.to));
		const [first, second] = mail?.to === 'ami@home.example' ? [mail, text] : [text, mail];
		expect([first?.to, second?.to]).toEqual(['ami@home.example', '447700900123@sms.example']);
		expect(first?.text).toMatch(/^Content-Language: ar/m);
		expect(second?.text).toMatch(/Eastbrook: you have a message\. https:\/\/sayso/);
		expect((await rowsOf(app)).map(({ state }) => state).toSorted()).toEqual([
			'nowhere',
			'nowhere',
			'sent',
			'sent'
		]);
	});

	test('waits longer each time while no server answers, and goes once one does', async () => {
		const { app, clock, sam } = await begin();
		const gone = await startMailServer();
		await gone.stop();
		await queue(app, sam);
		const waited: number[] = [];
		for (let attempt = 0; attempt < 6; attempt++) {
			await deliver(app, gone.settings);
			const [row] = await rowsOf(app);
			waited.push(((row?.nextAttemptAt ?? 0) - clock.now()) / 60_000);
			// Asked again before its time, it stays quiet.
			await deliver(app, gone.settings);
			expect((await rowsOf(app))[0]?.attempts).toBe(attempt + 1);
			clock.add((row?.nextAttemptAt ?? 0) - clock.now());
		}
		expect(waited).toEqual([1, 5, 15, 60, 240, 1440]);

		const server = await serve();
		await deliver(app, server.settings);

		expect(server.received).toHaveLength(1);
		expect(await rowsOf(app)).toMatchObject([{ state: 'sent', unsure: 0, problem: null }]);
	});

	test('is given up after a week, and the administrators are told once', async () => {
		const { app, clock, sam, ines } = await begin();
		const gone = await startMailServer();
		await gone.stop();
		await queue(app, sam);
		await queue(app, sam);
		for (let day = 21; day < 30; day++) {
			clock.set(`2026-11-${day}T10:00`);
			for (let n = 0; n < 3; n++) await deliver(app, gone.settings);
		}
		const given = (await rowsOf(app)).filter(({ staffId }) => staffId === sam.id);
		expect(given).toMatchObject([{ state: 'given_up' }, { state: 'given_up' }]);
		const notices = await app.desk.notices(ines.actor);
		expect(notices.map(({ kind }) => kind)).toEqual(['mail_given_up']);
	});

	test('refused for good is given up at once; put off, it is tried again', async () => {
		const { app, clock, sam } = await begin();
		const nobody = await addStaff(app, { email: 'nobody@eastbrook.example' });
		let busy = true;
		const server = await serve({
			onRcptTo({ address }, _, done) {
				if (address === 'nobody@eastbrook.example') return done(smtpRefusal(550));
				done(busy ? smtpRefusal(451) : undefined);
			}
		});
		await queue(app, nobody);
		await queue(app, sam);

		await deliver(app, server.settings);
		const of = async (id: string) => (await rowsOf(app)).find(({ staffId }) => staffId === id);
		expect(await of(nobody.id)).toMatchObject({ state: 'given_up', problem: 'EENVELOPE_550' });
		expect(await of(sam.id)).toMatchObject({ state: 'waiting', problem: 'EENVELOPE_451' });

		busy = false;
		clock.set('2026-11-21T09:01');
		await deliver(app, server.settings);
		expect(await of(sam.id)).toMatchObject({ state: 'sent' });
	});

	test('a server that answers too late, or drops us, gets the same mail again and can tell', async () => {
		const { app, clock, sam } = await begin();
		let times = 0;
		const server = await serve({
			// It keeps what it was given: only its answer is lost.
			async afterData(_, drop) {
				times += 1;
				if (times === 1) drop();
				if (times === 2) await wait(600);
			}
		});
		await queue(app, sam);
		await deliver(app, server.settings);
		expect(await rowsOf(app)).toMatchObject([{ state: 'waiting', unsure: 1 }]);
		clock.set('2026-11-21T09:01');
		await deliver(app, server.settings);
		expect(await rowsOf(app)).toMatchObject([{ state: 'waiting', unsure: 2 }]);
		clock.set('2026-11-21T09:06');
		await deliver(app, server.settings);

		await wait(400);
		expect(await rowsOf(app)).toMatchObject([{ state: 'sent', unsure: 2 }]);
		expect(server.received).toHaveLength(3);
		expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1);
	});

	test('a server that is slow before it was given anything has surely not got it', async () => {
		const { app, sam } = await begin();
		const server = await serve({ onRcptTo: (_, __, done) => void wait(700).then(() => done()) });
		await queue(app, sam);
		await deliver(app, server.settings);
		expect(await rowsOf(app)).toMatchObject([{ state: 'waiting', unsure: 0, attempts: 1 }]);
		await wait(500);
	});

	test('two that deliver at once send each once', async () => {
		const { app, sam } = await begin();
		const server = await serve({ afterData: () => wait(5) });
		for (let n = 0; n < 25; n++) await queue(app, sam);
		await Promise.all([1, 2, 3].map(() => deliver(app, server.settings)));
		expect(server.received).toHaveLength(25);
		expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(25);
	});

	test('killed before it handed anything over, it is sent; killed amid it, it is sent under the same name', async () => {
		const { app, clock, sam } = await begin();
		const server = await serve();
		await queue(app, sam);
		await queue(app, sam);
		// The process dies here: one was about to be sent, the other not yet.
		const [first] = await claimBatch(app);
		if (!first) throw new Error('nothing was claimed');
		expect(await beginSending(app, first)).toBe(true);

		await deliver(app, server.settings);
		expect(server.received).toEqual([]);
		clock.set('2026-11-21T09:05');
		await deliver(app, server.settings);
		expect(server.received).toHaveLength(1);
		expect((await rowsOf(app)).find(({ id }) => id === first.id)).toMatchObject({
			state: 'waiting',
			unsure: 1,
			problem: 'cut_off'
		});
		clock.set('2026-11-21T09:06');
		await deliver(app, server.settings);
		expect(server.received.map(({ messageId }) => messageId)).toContain(
			`<${first.id}@sayso.eastbrook.example>`
		);
		// Should it only have been asleep, it hands over nothing any more.
		expect(await beginSending(app, first)).toBe(false);
	});

	test('what waited a week for a mail server to be set up is news no more', async () => {
		const { app, clock, sam, ines } = await begin();
		await queue(app, sam);
		clock.set('2026-11-28T10:00');
		await queue(app, sam);
		const server = await serve();
		await deliver(app, server.settings);
		expect(server.received).toHaveLength(1);
		expect(await app.desk.notices(ines.actor)).toEqual([]);
	});
});
