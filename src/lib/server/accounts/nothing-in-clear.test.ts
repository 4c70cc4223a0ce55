import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { HOME, join } from '../../../../tests/support/joining.ts';
import type { App } from '../app.ts';
import { secretOfPictures } from './secret-pictures.ts';

async function everythingIn(app: App): Promise<string> {
	const { read } = app.database;
	const rows = await Promise.all(
		Object.values(read.tables).map((table) => read.select().from(table))
	);
	return JSON.stringify(rows.flat(), (_, value: unknown) =>
		Buffer.isBuffer(value) ? value.toString('latin1') : value
	);
}

onBothEngines('what getting in leaves in the database', (engine) => {
	test('no code, token, name, picture or passphrase can be read there, while joining and after', async () => {
		const { app, sam, amina } = await eastbrook((options) => engine.open(options));
		const open = await app.accounts.makeInvitation(sam.actor, amina.id);
		const { token } = await app.accounts.openInvitation(open.code, HOME);
		await app.accounts.chooseName(token, 'bluefox27');
		const drawn = (await app.accounts.joiningOf(token))?.pictures ?? [];
		const midway = await everythingIn(app);
		const joined = await join(app, sam, amina.id, { name: 'purplefox28' });
		const after = await everythingIn(app);

		for (const dump of [midway, after])
			for (const word of [open.code, open.code.replaceAll('-', ''), token, 'fox', 'Amina', 'Osman'])
				expect(dump).not.toContain(word);
		for (const secret of [drawn, joined.secret]) {
			expect(midway).not.toContain(secretOfPictures(secret));
			expect(after).not.toContain(JSON.stringify(secret).slice(1, -1));
		}
		expect(after).not.toContain(joined.session.token);
	});

	test('secrets are hashed with argon2id above the floor, and keyed: the hash alone is not enough to guess', async () => {
		const { app, sam, amina } = await eastbrook((options) => engine.open(options));
		const { secret } = await join(app, sam, amina.id);
		const { accounts } = app.database.read.tables;

		const [row] = await app.database.read.select().from(accounts);

		const [, kind, , cost] = row?.secretHash?.split('$') ?? [];
		const memory = Number(/m=(\d+)/.exec(cost ?? '')?.[1]);
		expect(kind).toBe('argon2id');
		expect(memory).toBeGreaterThanOrEqual(19_456);
		const { verify } = await import('@node-rs/argon2');
		expect(await verify(row?.secretHash ?? '', secretOfPictures(secret))).toBe(false);
	});
});
