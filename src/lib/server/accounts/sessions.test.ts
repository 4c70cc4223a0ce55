import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { HOME, join } from '../../../../tests/support/joining.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import { createStaffAccount } from './account-making.ts';

const PASSPHRASE = 'umbrella gravel sideways';

onBothEngines('sessions', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));
	const isIn = async (app: App, token: string) => (await app.accounts.sessionOf(token)) !== null;

	async function asStaff(app: App, roles: Parameters<typeof addStaff>[1] = {}) {
		const staff = await addStaff(app, { email: 'kim@eastbrook.example', ...roles });
		await app.database.inTransaction((tx) =>
			createStaffAccount(app, tx, {
				staffId: staff.id,
				email: 'kim@eastbrook.example',
				passphrase: PASSPHRASE
			})
		);
		const given = { email: 'kim@eastbrook.example', passphrase: PASSPHRASE };
		return { staff, session: await app.accounts.signInStaff(given, HOME) };
	}

	test('on a shared phone it ends after half an hour of nothing', async () => {
		const { app, sam, amina, clock } = await begin();
		const { session } = await join(app, sam, amina.id, { phone: 'shared' });

		clock.set('2026-11-21T09:29');
		expect(await isIn(app, session.token)).toBe(true);
		clock.set('2026-11-21T09:58');
		expect(await isIn(app, session.token)).toBe(true);
		clock.set('2026-11-21T10:29');
		expect(await isIn(app, session.token)).toBe(false);
	});

	test('on a shared phone it ends after twelve hours, however busy they are', async () => {
		const { app, sam, amina, clock } = await begin();
		const { session } = await join(app, sam, amina.id, { phone: 'shared' });

		for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
			clock.set(
				`2026-11-21T${new Date(minutes * 60_000 + 9 * 3_600_000).toISOString().slice(11, 16)}`
			);
			expect(await isIn(app, session.token)).toBe(true);
		}
		clock.set('2026-11-21T21:01');
		expect(await isIn(app, session.token)).toBe(false);
	});

	test('on their own phone it lasts a month of nothing, and half a year at most', async () => {
		const { app, sam, amina, clock } = await begin();
		const { session } = await join(app, sam, amina.id, { phone: 'own' });
		const idle = await app.accounts.sessionOf(session.token);

		expect(idle?.kind).toBe('own_phone');
		for (const day of ['2026-12-20', '2027-01-18', '2027-02-16', '2027-03-17', '2027-04-15']) {
			clock.set(`${day}T09:00`);
			expect(await isIn(app, session.token)).toBe(true);
		}
		clock.set('2027-05-14T09:00');
		expect(await isIn(app, session.token)).toBe(true);
		clock.set('2027-05-21T09:00');
		expect(await isIn(app, session.token)).toBe(false);
	});

	test('staff are signed out after half an hour of nothing', async () => {
		const { app, clock } = await begin();
		const { session } = await asStaff(app);

		expect(session.kind).toBe('staff');
		clock.set('2026-11-21T09:31');
		expect(await isIn(app, session.token)).toBe(false);
	});

	test('reading writes only when the idle limit moves on', async () => {
		const { app, sam, amina, clock } = await begin();
		const { session } = await join(app, sam, amina.id, { phone: 'shared' });
		const { sessions } = app.database.read.tables;
		const limit = async () =>
			(await app.database.read.select({ at: sessions.expiresAt }).from(sessions))[0]?.at;
		const first = await limit();

		clock.set('2026-11-21T09:10');
		await app.accounts.sessionOf(session.token);
		expect(await limit()).toBe(first);
		clock.set('2026-11-21T09:20');
		await app.accounts.sessionOf(session.token);
		expect(await limit()).toBeGreaterThan(first ?? 0);
	});

	test('another kind written into the token finds nothing', async () => {
		const { app, sam, amina } = await begin();
		const { session } = await join(app, sam, amina.id, { phone: 'shared' });

		for (const letter of ['o', 'd', 'x', ''])
			expect(await isIn(app, letter + session.token.slice(1))).toBe(false);
	});

	test('the token stands nowhere in the database, only its hash', async () => {
		const { app, sam, amina } = await begin();
		const { session } = await join(app, sam, amina.id);
		const { sessions } = app.database.read.tables;

		const [row] = await app.database.read.select().from(sessions);

		expect(row?.tokenHash).toBe(createHash('sha256').update(session.token).digest('hex'));
		expect(JSON.stringify(row)).not.toContain(session.token);
	});

	test('signing out ends this session, and no other of the same person', async () => {
		const { app, sam, amina } = await begin();
		const { name, secret, session } = await join(app, sam, amina.id);
		const other = await app.accounts.signInYoungPerson({ name, secret, phone: 'own' }, HOME);

		await app.accounts.signOut(session.token);
		await app.accounts.signOut('no such token');

		expect(await isIn(app, session.token)).toBe(false);
		expect(await isIn(app, other.token)).toBe(true);
	});

	test('staff who have left are out at once, and a changed role counts at once', async () => {
		const { app } = await begin();
		const { staff, session } = await asStaff(app, { roles: ['iro', 'manager'] });
		const { staffRoles, staff: table } = app.database.read.tables;

		await app.database.inTransaction(async (tx) => {
			await tx.delete(staffRoles).where(eq(staffRoles.role, 'iro'));
		});
		expect(await app.accounts.sessionOf(session.token)).toMatchObject({
			actor: { kind: 'staff', id: staff.id, roles: ['manager'] }
		});
		await app.database.inTransaction(async (tx) => {
			await tx.update(table).set({ active: 0 }).where(eq(table.id, staff.id));
		});
		expect(await isIn(app, session.token)).toBe(false);
	});

	test('ended sessions are swept away when somebody signs in', async () => {
		const { app, sam, amina, clock } = await begin();
		const { name, secret } = await join(app, sam, amina.id);
		clock.set('2026-11-21T12:00');

		await app.accounts.signInYoungPerson({ name, secret, phone: 'shared' }, HOME);

		const { sessions } = app.database.read.tables;
		expect(await app.database.read.select().from(sessions)).toHaveLength(1);
	});
});
