import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { join } from '../../../../tests/support/joining.ts';
import { AS_IT_COMES } from '../../styles/appearance.ts';
import { NOBODY } from '../access.ts';

onBothEngines('own settings', (engine) => {
	test('the language somebody chooses is theirs on the next phone too', async () => {
		const { app, sam, amina } = await eastbrook((options) => engine.open(options));
		const { session } = await join(app, sam, amina.id, { phone: 'own' });
		const signedIn = await app.accounts.sessionOf(session.token);
		if (!signedIn) throw new Error('not signed in');

		await app.accounts.chooseLanguage(signedIn.actor, 'ar');

		expect((await app.accounts.sessionOf(session.token))?.language).toBe('ar');
	});

	test('a language the site does not have, and nobody at all, are refused', async () => {
		const { app, sam, amina } = await eastbrook((options) => engine.open(options));
		const { session } = await join(app, sam, amina.id, { phone: 'own' });
		const signedIn = await app.accounts.sessionOf(session.token);
		if (!signedIn) throw new Error('not signed in');

		await expect(app.accounts.chooseLanguage(signedIn.actor, 'xx')).rejects.toMatchObject({
			code: 'language_unknown'
		});
		await expect(app.accounts.chooseLanguage(NOBODY, 'ar')).rejects.toMatchObject({
			kind: 'signed_out'
		});
	});

	const CHOSEN = {
		size: 'larger',
		letters: 'easier',
		spacing: 'wide',
		theme: 'forest',
		light: 'dark',
		contrast: 'more',
		readAloud: 'always',
		face: 'easy'
	} as const;

	async function signedIn() {
		const world = await eastbrook((options) => engine.open(options));
		const { app, sam, amina } = world;
		const { session, name, secret } = await join(app, sam, amina.id, { phone: 'own' });
		const found = await app.accounts.sessionOf(session.token);
		if (found?.actor.kind !== 'young_person') throw new Error('not signed in');
		return { ...world, actor: found.actor, token: session.token, name, secret };
	}

	test('what somebody chooses holds on every page of theirs, and says nothing to who reads the database', async () => {
		const { app, actor, token } = await signedIn();

		await app.accounts.changeSettings(actor, CHOSEN);

		const { face, ...appearance } = CHOSEN;
		const now = await app.accounts.sessionOf(token);
		expect(now).toMatchObject({ face, appearance });
		expect(await app.accounts.ownSettings(actor)).toMatchObject({ face, appearance });
		const { accounts } = app.database.read.tables;
		const rows = await app.database.read.select().from(accounts);
		expect(
			rows.map(({ appearanceSealed }) => appearanceSealed?.toString('latin1')).join()
		).not.toMatch(/forest|larger/);
	});

	test('everything can be put back, and begins as it comes', async () => {
		const { app, actor, token } = await signedIn();
		const before = await app.accounts.ownSettings(actor);

		await app.accounts.changeSettings(actor, CHOSEN);
		await app.accounts.resetSettings(actor);

		expect(before).toMatchObject({ face: 'standard', appearance: AS_IT_COMES });
		expect((await app.accounts.sessionOf(token))?.appearance).toEqual(AS_IT_COMES);
	});

	test.each([{ theme: 'neon' }, { face: 'grown_up' }, { size: '' }])(
		'%o, which is not offered to a young person of fifteen, is refused and changes nothing',
		async (wrong) => {
			const { app, actor } = await signedIn();

			await expect(
				app.accounts.changeSettings(actor, { ...CHOSEN, ...wrong })
			).rejects.toMatchObject({ code: 'setting_unknown' });

			expect((await app.accounts.ownSettings(actor)).appearance).toEqual(AS_IT_COMES);
		}
	);

	test('signing out everywhere ends the other phone too, and the account stays', async () => {
		const { app, actor, token, name, secret } = await signedIn();
		const signIn = () =>
			app.accounts.signInYoungPerson({ name, secret, phone: 'shared' }, '192.0.2.77');
		const other = await signIn();

		await app.accounts.signOutEverywhere(actor);

		expect(await app.accounts.sessionOf(token)).toBeNull();
		expect(await app.accounts.sessionOf(other.token)).toBeNull();
		expect(await app.accounts.sessionOf((await signIn()).token)).toMatchObject({ actor });
	});

	test('a helper at whose device a form is gone through changes nothing', async () => {
		const { app, actor } = await signedIn();
		const helped = { ...actor, only: { formId: 'before-my-review', togetherId: 'x' } };

		for (const attempt of [
			app.accounts.ownSettings(helped),
			app.accounts.changeSettings(helped, CHOSEN),
			app.accounts.resetSettings(helped),
			app.accounts.signOutEverywhere(helped)
		])
			await expect(attempt).rejects.toMatchObject({ kind: 'not_found' });
	});
});
