import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { HOME, join } from '../../../../tests/support/joining.ts';
import { addYoungPerson } from '../../../../tests/support/people.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { DatabaseLimiter } from './limiter.ts';
import { createThrottle, UNKNOWN_CODES, WRONG_AT_ADDRESS, WRONG_SECRETS } from './throttle.ts';

const WRONG = ['sun', 'moon', 'star', 'cloud'];
const throttledFor = (minutes: number) => ({ kind: 'throttled', detail: { minutes } });

onBothEngines('throttling', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const joined = await join(base.app, base.sam, base.amina.id);
		const { name, secret } = joined;
		return { ...base, right: { name, secret, phone: 'own' as const } };
	}

	async function tryWrong(accounts: Accounts, name: string, times: number, address = HOME) {
		for (let at = 0; at < times; at += 1)
			await accounts
				.signInYoungPerson({ name, secret: WRONG, phone: 'own' }, address)
				.catch(() => undefined);
	}

	test('a name rests after too many wrong secrets, from any address, and the rests grow', async () => {
		const { app, right, clock } = await begin();
		const signIn = (address = HOME) => app.accounts.signInYoungPerson(right, address);

		await tryWrong(app.accounts, right.name, WRONG_SECRETS.points);
		await expect(signIn()).rejects.toMatchObject(throttledFor(15));
		await expect(signIn('198.51.100.7')).rejects.toMatchObject(throttledFor(15));

		clock.set('2026-11-21T09:16');
		await tryWrong(app.accounts, right.name, WRONG_SECRETS.points);
		await expect(signIn()).rejects.toMatchObject(throttledFor(30));

		clock.set('2026-11-21T09:47');
		expect(await signIn()).toMatchObject({ kind: 'own_phone' });
	});

	test('it survives a restart', async () => {
		const { app, right } = await begin();
		await tryWrong(app.accounts, right.name, WRONG_SECRETS.points);

		const restarted = createAccounts(app);

		await expect(restarted.signInYoungPerson(right, HOME)).rejects.toMatchObject(throttledFor(15));
	});

	test('a right secret wipes out the wrong ones before it', async () => {
		const { app, right } = await begin();

		for (let at = 0; at < 3; at += 1) {
			await tryWrong(app.accounts, right.name, WRONG_SECRETS.points - 1);
			expect(await app.accounts.signInYoungPerson(right, HOME)).toBeDefined();
		}
	});

	test('guesses sent all at once are counted one by one', async () => {
		const { app, right } = await begin();
		const guess = () =>
			app.accounts
				.signInYoungPerson({ ...right, secret: WRONG }, HOME)
				.catch((refused: { code: string }) => refused.code);

		const answers = await Promise.all(Array.from({ length: 12 }, guess));

		expect(answers.filter((code) => code === 'sign_in_wrong')).toHaveLength(
			WRONG_SECRETS.points - 1
		);
	});

	test('one who gets it wrong does not keep out the others of a home that shares one address', async () => {
		const { app, sam, right } = await begin();
		const jo = await addYoungPerson(app, { knownAs: 'Jo', officerId: sam.id });
		const ofJo = await join(app, sam, jo.id, { name: 'greenowl' });

		await tryWrong(app.accounts, right.name, 3 * WRONG_SECRETS.points);
		for (const name of ['kai', 'ruth', 'eli', 'molly'])
			await tryWrong(app.accounts, name, WRONG_SECRETS.points);

		expect(await app.accounts.signInYoungPerson({ ...ofJo, phone: 'shared' }, HOME)).toMatchObject({
			kind: 'shared_phone'
		});
	});

	test('only a very high number of wrong tries closes an address, and only that one', async () => {
		const { app, right, clock } = await begin();
		const throttle = createThrottle(app);
		await app.database.inTransaction(async (tx) => {
			for (let at = 0; at < WRONG_AT_ADDRESS.points; at += 1)
				await throttle.countWrong(tx, { name: `name ${at}`, address: HOME });
		});

		await expect(app.accounts.signInYoungPerson(right, HOME)).rejects.toMatchObject(
			throttledFor(15)
		);
		expect(await app.accounts.signInYoungPerson(right, '198.51.100.7')).toBeDefined();
		clock.set('2026-11-21T09:16');
		expect(await app.accounts.signInYoungPerson(right, HOME)).toBeDefined();
	});

	test('right sign-ins never close an address', async () => {
		const { app } = await begin();
		const throttle = createThrottle(app);

		await app.database.inTransaction(async (tx) => {
			for (let at = 0; at < 2 * WRONG_AT_ADDRESS.points; at += 1)
				await throttle.forgive(tx, `name ${at}`);
		});

		const home = { name: 'anybody', address: HOME };
		expect(await throttle.signInWait(app.database.read, home)).toBe(0);
	});

	test('addresses of one IPv6 network count as one', async () => {
		const { app } = await begin();
		const throttle = createThrottle(app);

		await app.database.inTransaction(async (tx) => {
			for (let at = 0; at < WRONG_AT_ADDRESS.points; at += 1)
				await throttle.countWrong(tx, { name: `n${at}`, address: `2001:db8:0:7::${at}` });
		});

		const wait = (address: string) =>
			throttle.signInWait(app.database.read, { name: 'x', address });
		expect(await wait('2001:db8:0:7:ffff::1')).toBeGreaterThan(0);
		expect(await wait('2001:db8:0:8::1')).toBe(0);
		expect(await wait('::ffff:192.0.2.10')).toBe(0);
	});

	test('unknown codes are stopped at an address, and everywhere once there are very many', async () => {
		const { app, sam } = await begin();
		const jo = await addYoungPerson(app, { knownAs: 'Jo', officerId: sam.id });
		const { code } = await app.accounts.makeInvitation(sam.actor, jo.id);
		const open = (typed: string, address: string) => app.accounts.openInvitation(typed, address);
		for (let at = 0; at < 40; at += 1) await open('KKK-7777-KKK', HOME).catch(() => undefined);

		await expect(open(code, HOME)).rejects.toMatchObject(throttledFor(15));
		expect(await open(code, '198.51.100.7')).toMatchObject({ purpose: 'join' });

		// All but two of “very many”, counted at once: one by one they take some ten thousand queries.
		const everywhere = new DatabaseLimiter(app, 'unknown_code', UNKNOWN_CODES);
		await app.database.inTransaction((tx) =>
			everywhere.penalty('everywhere', UNKNOWN_CODES.points - 40 - 2, { queries: tx })
		);
		await open('KKK-7777-KKK', '10.0.1.1').catch(() => undefined);
		expect(await open(code, '203.0.113.9')).toMatchObject({ purpose: 'join' });
		await open('KKK-7777-KKK', '10.0.2.1').catch(() => undefined);
		await expect(open(code, '203.0.113.9')).rejects.toMatchObject({ kind: 'throttled' });
	});

	test('neither a name nor an address stands in the table of counts', async () => {
		const { app, right } = await begin();
		await tryWrong(app.accounts, right.name, 2);

		const rows = await app.database.read.select().from(app.database.read.tables.throttles);

		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toMatch(/192\.0\.2|bluefox|wrong|name/i);
	});
});
