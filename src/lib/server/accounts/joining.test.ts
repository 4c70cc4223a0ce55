import { expect, test } from 'vitest';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { HOME, join, joinWith } from '../../../../tests/support/joining.ts';
import { addYoungPerson } from '../../../../tests/support/people.ts';
import { SECRET_LENGTH } from './secret-pictures.ts';

onBothEngines('joining with a card', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));
	const refusedWith = (code: string) => ({ code });

	test('a young person joins, is signed in, and signs in again', async () => {
		const { app, sam, amina } = await begin();

		const { name, secret, session } = await join(app, sam, amina.id);

		expect(await app.accounts.sessionOf(session.token)).toMatchObject({
			actor: { kind: 'young_person', id: amina.id },
			kind: 'shared_phone',
			language: 'en'
		});
		const again = await app.accounts.signInYoungPerson({ name, secret, phone: 'own' }, HOME);
		expect(again.token).not.toBe(session.token);
		expect(await app.accounts.sessionOf(again.token)).toMatchObject({ kind: 'own_phone' });
	});

	test('the code is taken in small letters, with spaces, without hyphens', async () => {
		const { app, sam, amina } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);

		const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;

		expect(await app.accounts.openInvitation(typed, HOME)).toMatchObject({ purpose: 'join' });
	});

	test('opening a code does not use it up, and begins anew each time', async () => {
		const { app, sam, amina } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);
		const first = await app.accounts.openInvitation(code, HOME);

		const { session } = await joinWith(app, code);

		expect(await app.accounts.sessionOf(session.token)).not.toBeNull();
		expect(await app.accounts.joiningOf(first.token)).toBeNull();
	});

	test('a used, an expired, a replaced and an unknown code are each refused for what they are', async () => {
		const { app, sam, amina, clock } = await begin();
		const jo = await addYoungPerson(app, { knownAs: 'Jo', officerId: sam.id });
		const open = (code: string) => app.accounts.openInvitation(code, HOME);
		const used = await app.accounts.makeInvitation(sam.actor, amina.id);
		await joinWith(app, used.code);
		const replaced = await app.accounts.makeInvitation(sam.actor, jo.id);
		const expired = await app.accounts.makeInvitation(sam.actor, jo.id);

		clock.set('2026-11-28T09:01');

		await expect(open(used.code)).rejects.toMatchObject(refusedWith('code_used'));
		await expect(open(replaced.code)).rejects.toMatchObject(refusedWith('code_replaced'));
		await expect(open(expired.code)).rejects.toMatchObject(refusedWith('code_expired'));
		await expect(open('KKK-7777-KKK')).rejects.toMatchObject(refusedWith('code_unknown'));
		await expect(open('hello')).rejects.toMatchObject(refusedWith('code_unknown'));
	});

	test('two who hold the same card cannot both join', async () => {
		const { app, sam, amina } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);
		const ready = async (name: string) => {
			const { token } = await app.accounts.openInvitation(code, HOME);
			await app.accounts.chooseName(token, name);
			const state = await app.accounts.joiningOf(token);
			await app.accounts.confirmSecret(token, state?.pictures ?? []);
			return token;
		};
		const tokens = [await ready('first one'), await ready('second one')];

		const ends = await Promise.allSettled(
			tokens.map((token) => app.accounts.join(token, 'own', 'en'))
		);

		expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	});

	test('a second tap on the last button finds the account the first one made, for two minutes', async () => {
		const { app, sam, amina, clock } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);
		const { token } = await app.accounts.openInvitation(code, HOME);
		await app.accounts.chooseName(token, 'bluefox27');
		const state = await app.accounts.joiningOf(token);
		await app.accounts.confirmSecret(token, state?.pictures ?? []);

		const taps = [app.accounts.join(token, 'own', 'en'), app.accounts.join(token, 'own', 'en')];
		const sessions = await Promise.all(taps);

		for (const session of sessions)
			expect(await app.accounts.sessionOf(session.token)).toMatchObject({
				actor: { id: amina.id }
			});
		expect(await app.accounts.joiningOf(token)).toBeNull();
		clock.set('2026-11-21T09:03');
		await expect(app.accounts.join(token, 'own', 'en')).rejects.toMatchObject(
			refusedWith('joining_over')
		);
	});

	test('who opened the card in its last minute may finish after it', async () => {
		const { app, sam, amina, clock } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);
		clock.set('2026-11-28T08:59');
		const { token } = await app.accounts.openInvitation(code, HOME);
		clock.set('2026-11-28T09:05');

		await app.accounts.chooseName(token, 'bluefox27');
		const state = await app.accounts.joiningOf(token);
		await app.accounts.confirmSecret(token, state?.pictures ?? []);

		expect(await app.accounts.join(token, 'own', 'ar')).toMatchObject({ kind: 'own_phone' });
	});

	test('the same four pictures are shown however often the page is loaded', async () => {
		const { app, sam, amina } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);
		const { token } = await app.accounts.openInvitation(code, HOME);

		const shown = await app.accounts.joiningOf(token);

		expect(new Set(shown?.pictures).size).toBe(SECRET_LENGTH);
		expect(await app.accounts.joiningOf(token)).toEqual(shown);
	});

	test('nobody is let in before the pictures were confirmed, in their order', async () => {
		const { app, sam, amina } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);
		const { token } = await app.accounts.openInvitation(code, HOME);
		await app.accounts.chooseName(token, 'bluefox27');
		const pictures = (await app.accounts.joiningOf(token))?.pictures ?? [];

		await expect(app.accounts.confirmSecret(token, pictures.toReversed())).rejects.toMatchObject(
			refusedWith('secret_not_same')
		);
		await expect(app.accounts.join(token, 'own', 'en')).rejects.toMatchObject(
			refusedWith('joining_unfinished')
		);
	});

	test('a name somebody has, however spelled, is refused with numbers that make it free', async () => {
		const { app, sam, amina } = await begin();
		await join(app, sam, amina.id, { name: 'Blue Fóx' });
		const jo = await addYoungPerson(app, { knownAs: 'Jo', officerId: sam.id });
		const { code } = await app.accounts.makeInvitation(sam.actor, jo.id);
		const { token } = await app.accounts.openInvitation(code, HOME);

		const taken = app.accounts.chooseName(token, ' blue  fox ');

		await expect(taken).rejects.toMatchObject({
			code: 'name_taken',
			detail: { numbers: [expect.stringMatching(/^\d+$/), expect.anything(), expect.anything()] }
		});
	});

	test('a joining is over after an hour', async () => {
		const { app, sam, amina, clock } = await begin();
		const { code } = await app.accounts.makeInvitation(sam.actor, amina.id);
		const { token } = await app.accounts.openInvitation(code, HOME);

		clock.set('2026-11-21T10:01');

		expect(await app.accounts.joiningOf(token)).toBeNull();
		await expect(app.accounts.chooseName(token, 'bluefox27')).rejects.toMatchObject(
			refusedWith('joining_over')
		);
	});

	test('a card for new pictures keeps the name, ends every session and tells them', async () => {
		const { app, sam, amina } = await begin();
		const before = await join(app, sam, amina.id, { phone: 'own' });
		const { code, purpose } = await app.accounts.makeInvitation(sam.actor, amina.id);

		const after = await joinWith(app, code);

		expect(purpose).toBe('new_secret');
		expect(after.name).toBe(before.name);
		expect(after.secret).not.toEqual(before.secret);
		expect(await app.accounts.sessionOf(before.session.token)).toBeNull();
		const old = { name: before.name, secret: before.secret, phone: 'own' as const };
		await expect(app.accounts.signInYoungPerson(old, HOME)).rejects.toMatchObject(
			refusedWith('sign_in_wrong')
		);
		expect(await noticesTo(app, amina.actor)).toContain('secret_renewed');
	});
});
