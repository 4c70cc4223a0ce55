import { SECRET_PICTURES } from '../../src/lib/server/accounts/secret-pictures.ts';
import { createYoungPersonAccount } from '../../src/lib/server/accounts/account-making.ts';
import type { App } from '../../src/lib/server/app.ts';
import { addDraft } from '../support/drafts.ts';
import { addMeeting, addStaff, addYoungPerson } from '../support/people.ts';
import type { RunningServer } from '../support/server.ts';
import { throughTheBackDoor } from './support/back-door.ts';
import { FORM } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

const SENDERS = 24;
const DAY_MS = 86_400_000;

for (const answeredBefore of [1, 8])
	test(`the server killed after ${answeredBefore} sends has every statement it called sent, once @once`, async ({
		site
	}) => {
		const senders = await throughTheBackDoor(site, makeSenders);
		const told = new Map<string, string>();

		await Promise.all(
			senders.map(async ({ sendKey, token }) => {
				const id = await send(site, sendKey, token);
				if (id) told.set(sendKey, id);
				if (told.size === answeredBefore) await site.kill();
			})
		);

		expect(told.size).toBeGreaterThanOrEqual(answeredBefore);
		expect(told.size, 'it was still sending').toBeLessThan(SENDERS);
		await throughTheBackDoor(site, async (app) => {
			for (const { actor, sendKey } of senders) {
				const there = (await app.statements.listOwn(actor)).map(({ id }) => id);
				expect(there.length).toBeLessThanOrEqual(1);
				if (told.has(sendKey)) expect(there).toEqual([told.get(sendKey)]);
				// Whoever heard nothing sends again, and has one statement.
				await app.statements.send(actor, { formId: 'before-my-review', sendKey });
				expect(await app.statements.listOwn(actor)).toHaveLength(1);
			}
			expect(await app.audit.verify(app.database.read)).toMatchObject({ brokenAt: null });
		});
	});

/** Young people with an account, who are signed in and have something to send. */
async function makeSenders(app: App) {
	const officer = await addStaff(app);
	const secret = SECRET_PICTURES.slice(0, 4);
	const senders = [];
	for (let n = 0; n < SENDERS; n += 1) {
		const person = await addYoungPerson(app, { officerId: officer.id });
		const scheduledAt = app.now() + 6 * DAY_MS;
		await addMeeting(app, { youngPersonIds: [person.id], chairId: officer.id, scheduledAt });
		const name = `sender${n}`;
		await app.database.inTransaction((tx) =>
			createYoungPersonAccount(app, tx, {
				youngPersonId: person.id,
				signInName: name,
				secret,
				language: 'en'
			})
		);
		const signIn = { name, secret, phone: 'own' } as const;
		const { token } = await app.accounts.signInYoungPerson(signIn, '127.0.0.1');
		const { sendKey } = await addDraft(app, person);
		senders.push({ actor: person.actor, sendKey, token });
	}
	return senders;
}

/** Presses “Send”. @returns the statement's id when the answer says it is sent, null when none comes */
async function send(site: RunningServer, sendKey: string, token: string): Promise<string | null> {
	const answer = await fetch(`${site.url}${FORM}/send`, {
		method: 'POST',
		headers: { cookie: `sayso=${token}`, origin: site.url, accept: 'text/html' },
		body: new URLSearchParams({ send_key: sendKey }),
		redirect: 'manual'
	}).catch(() => null);
	const sent = answer?.status === 303 ? (answer.headers.get('location') ?? '') : '';
	return /sent\?statement=([\w-]+)$/.exec(sent)?.[1] ?? null;
}
