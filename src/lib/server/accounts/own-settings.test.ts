import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { join } from '../../../../tests/support/joining.ts';
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
});
