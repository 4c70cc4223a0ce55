import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addAccount } from '../../../../tests/support/people.ts';
import { contactOf } from './contact.ts';

onBothEngines('where a young person may be told that a message waits', (engine) => {
	test('is theirs to give and to take away, sealed, and read by nobody but what sends', async () => {
		const { app, amina, sam } = await eastbrook((options) => engine.open(options));
		await addAccount(app, amina);
		const { read } = app.database;
		const keep = (email: string, mobile: string) =>
			app.people.changeContact(amina.actor, { email, mobile });
		const kept = () => contactOf(app, read, amina.id);
		expect(await kept()).toBeNull();

		await keep(' amina@example.org ', '07700 900 123');
		expect(await kept()).toEqual({ email: 'amina@example.org', mobile: '+447700900123' });
		expect(await app.people.ownContact(amina.actor)).toEqual(await kept());
		const [row] = await read.select().from(read.tables.accounts);
		expect(row?.contactSealed?.toString('latin1')).not.toMatch(/amina|7700/);

		await keep('', '٠٧٧٠٠ ٩٠٠١٢٣');
		expect(await kept()).toEqual({ email: null, mobile: '+447700900123' });
		await keep('', '+44 (0)7700-900123');
		expect((await kept())?.mobile).toBe('+447700900123');
		await keep('', '00 249 912 345 678');
		expect((await kept())?.mobile).toBe('+249912345678');

		await expect(keep('amina at home', '')).rejects.toMatchObject({ code: 'contact_email_wrong' });
		for (const number of ['12345', '020 7946 0000', '+44 20 7946 0000', 'mum'])
			await expect(keep('', number)).rejects.toMatchObject({ code: 'contact_mobile_wrong' });
		expect((await kept())?.mobile).toBe('+249912345678');

		await keep('', '');
		expect(await kept()).toBeNull();
		await expect(app.people.ownContact(sam.actor)).rejects.toMatchObject({ kind: 'not_found' });
		const details = (await read.select().from(read.tables.auditEntries)).map(
			({ detail }) => detail
		);
		expect(details.join()).not.toMatch(/amina|7700|2499/);
	});

	test('leads nowhere once the account is closed or the key destroyed', async () => {
		const { app, amina } = await eastbrook((options) => engine.open(options));
		await addAccount(app, amina);
		await app.people.changeContact(amina.actor, { email: 'amina@example.org', mobile: '' });
		const { read } = app.database;
		const { accounts, youngPeople } = read.tables;
		const closed = (closedAt: number | null) =>
			app.database.inTransaction((tx) =>
				tx.update(accounts).set({ closedAt }).where(eq(accounts.youngPersonId, amina.id))
			);
		await closed(1);
		expect(await contactOf(app, read, amina.id)).toBeNull();
		await closed(null);
		expect(await contactOf(app, read, amina.id)).not.toBeNull();
		const [person] = await read.select().from(youngPeople).where(eq(youngPeople.id, amina.id));
		await app.database.inTransaction((tx) =>
			app.vault.destroyKey(tx, person?.keyId ?? '', app.now())
		);
		expect(await contactOf(app, read, amina.id)).toBeNull();
	});
});
