import { describe, expect, it, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { HOME } from '../../../../tests/support/joining.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import { OPERATOR } from '../access.ts';
import { readNewPassphrase } from './passphrases.ts';

const EMAIL = 'kim@eastbrook.example';
const PASSPHRASE = 'umbrella gravel sideways';

onBothEngines('staff signing in', (engine) => {
	async function begin() {
		const base = await eastbrook((options) => engine.open(options));
		const kim = await addStaff(base.app, { name: 'Kim Adeyemi', email: EMAIL });
		const { code } = await base.app.accounts.makeStaffInvitation(OPERATOR, kim.id);
		return { ...base, kim, code };
	}

	test('a code sets the first passphrase, once', async () => {
		const { app, kim, code } = await begin();

		const session = await app.accounts.joinStaff({ code, passphrase: PASSPHRASE }, HOME);

		expect(await app.accounts.sessionOf(session.token)).toMatchObject({
			actor: { kind: 'staff', id: kim.id, roles: ['iro'] },
			kind: 'staff'
		});
		const again = app.accounts.joinStaff({ code, passphrase: 'another one entirely' }, HOME);
		await expect(again).rejects.toMatchObject({ code: 'code_used' });
	});

	test('the address is taken in any case; a wrong address and a wrong passphrase look the same', async () => {
		const { app, code } = await begin();
		await app.accounts.joinStaff({ code, passphrase: PASSPHRASE }, HOME);
		const signIn = (email: string, passphrase: string) =>
			app.accounts.signInStaff({ email, passphrase }, HOME);
		const refusal = (tried: Promise<unknown>) =>
			tried.then(
				() => 'in',
				({ kind, code: why, detail }: Record<string, unknown>) => ({ kind, why, detail })
			);

		expect(await signIn(` ${EMAIL.toUpperCase()} `, PASSPHRASE)).toMatchObject({ kind: 'staff' });
		const wrong = await refusal(signIn(EMAIL, 'umbrella gravel upwards'));
		expect(wrong).toMatchObject({ why: 'staff_sign_in_wrong' });
		expect(await refusal(signIn('nobody@eastbrook.example', PASSPHRASE))).toEqual(wrong);
	});

	test('a passphrase that is too short leaves the code unused', async () => {
		const { app, code } = await begin();

		const short = app.accounts.joinStaff({ code, passphrase: 'short' }, HOME);

		await expect(short).rejects.toMatchObject({ code: 'passphrase_short' });
		expect(await app.accounts.joinStaff({ code, passphrase: PASSPHRASE }, HOME)).toBeDefined();
	});

	test('a new code replaces the passphrase and ends the sessions', async () => {
		const { app, kim, code } = await begin();
		const before = await app.accounts.joinStaff({ code, passphrase: PASSPHRASE }, HOME);
		const renewed = await app.accounts.makeStaffInvitation(OPERATOR, kim.id);

		await app.accounts.joinStaff({ code: renewed.code, passphrase: 'lantern pocket otter' }, HOME);

		expect(await app.accounts.sessionOf(before.token)).toBeNull();
		await expect(
			app.accounts.signInStaff({ email: EMAIL, passphrase: PASSPHRASE }, HOME)
		).rejects.toMatchObject({ code: 'staff_sign_in_wrong' });
	});

	test('only the operator makes a code for staff', async () => {
		const { app, sam, kim } = await begin();

		await expect(app.accounts.makeStaffInvitation(sam.actor, kim.id)).rejects.toMatchObject({
			kind: 'not_found'
		});
	});

	test('a code for staff opens nothing on the young people’s side, nor the other way round', async () => {
		const { app, sam, amina, code } = await begin();
		const card = await app.accounts.makeInvitation(sam.actor, amina.id);

		expect(await app.accounts.openInvitation(code, HOME)).toEqual({ purpose: 'staff', token: '' });
		await expect(
			app.accounts.joinStaff({ code: card.code, passphrase: PASSPHRASE }, HOME)
		).rejects.toMatchObject({ code: 'code_unknown' });
	});
});

describe('a new passphrase', () => {
	it('is fifteen characters or three words, in any script', () => {
		for (const good of ['umbrella gravel sideways', 'xk29fmwpq7tzl4ra', 'قمر نافذة كتاب أزرق'])
			expect(readNewPassphrase(` ${good} `, EMAIL)).toBe(good);
	});

	it.each([
		['two words', 'passphrase_short'],
		['a'.repeat(201), 'passphrase_long'],
		['aaaaaaaaaaaaaaaa', 'passphrase_common'],
		['Correct Horse Battery Staple', 'passphrase_common'],
		['passwordpassword', 'passphrase_common'],
		['sunshine sunshine sunshine', 'passphrase_common'],
		['kim@eastbrook.example', 'passphrase_common']
	])('is not %s', (typed, code) => {
		expect(() => readNewPassphrase(typed, EMAIL)).toThrow(code);
	});
});
