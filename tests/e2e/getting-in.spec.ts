import { SECRET_PICTURES } from '../../src/lib/server/accounts/secret-pictures.ts';
import { throughTheBackDoor } from './support/back-door.ts';
import { join, makeCard, signIn, staffSignIn, tapPictures, typeCode } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { wordsIn } from './support/words.ts';

const staff = wordsIn('en');

test('whoever taps the wrong pictures is told so, and keeps their name', async ({
	page,
	look,
	t
}) => {
	await page.goto('/sign-in');
	await page.getByLabel(t('sign_in:name')).fill('amina');
	await tapPictures(page, t, SECRET_PICTURES.slice(0, 4));
	await page.getByRole('radio', { name: t('sign_in:phone.shared') }).check();
	await page.getByRole('button', { name: t('sign_in:in'), exact: true }).click();

	await expect(page.getByText(t('errors:sign_in_wrong')).first()).toBeVisible();
	await expect(page.getByLabel(t('sign_in:name'))).toHaveValue('amina');
	await look(page);
});

test('whoever stops after two pictures is asked for the rest', async ({ page, look, t }) => {
	await page.goto('/sign-in');
	await page.getByLabel(t('sign_in:name')).fill('amina');
	await tapPictures(page, t, SECRET_PICTURES.slice(0, 2));
	await page.getByRole('button', { name: t('sign_in:in'), exact: true }).click();

	await expect(page.getByText(t('errors:secret_unfinished')).first()).toBeVisible();
	await look(page);
});

test('a card works once, and the second time says so kindly', async ({
	page,
	anotherDevice,
	look,
	t
}) => {
	const desk = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(desk, staff, 'Sam');
	const code = await makeCard(desk, staff, 'Cal Reid');
	await join(page, t, { code, name: 'kite78' });
	await page.context().clearCookies({ name: /session/ });

	const phone = await anotherDevice();
	await typeCode(phone, t, code.toLowerCase());

	await expect(phone.getByText(t('join:stopped.code_used.title'))).toBeVisible();
	await look(phone);
});

test('a card that is too old says so, and what to do', async ({
	page,
	anotherDevice,
	look,
	site,
	t
}) => {
	const desk = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(desk, staff, 'Sam');
	const code = await makeCard(desk, staff, 'Cal Reid');
	await throughTheBackDoor(site, (app) =>
		app.database.inTransaction(async (tx) => {
			await tx.update(tx.tables.invitations).set({ expiresAt: app.now() - 1 });
		})
	);

	await typeCode(page, t, code);

	await expect(page.getByText(t('join:stopped.code_expired.title'))).toBeVisible();
	await look(page);
});

test('a code nobody made is not known, and stays to be mended', async ({ page, look, t }) => {
	await typeCode(page, t, 'K7P-94XC-TRW');

	await expect(page.getByText(t('errors:code_unknown')).first()).toBeVisible();
	await expect(page.getByLabel(t('join:code.label'))).toHaveValue('K7P-94XC-TRW');
	await look(page);
});

test('staff who type a wrong passphrase are told so', async ({ page, look, t }) => {
	await page.goto('/staff/sign-in');
	await page
		.getByLabel(t('sign_in:staff_in.email'), { exact: true })
		.fill('sam.okoro@eastbrook.example');
	await page.getByLabel(t('sign_in:staff_in.passphrase'), { exact: true }).fill('not this one');
	await page.getByRole('button', { name: t('sign_in:staff_in.in'), exact: true }).click();

	await expect(page.getByText(t('errors:staff_sign_in_wrong')).first()).toBeVisible();
	await look(page);
});

test('whoever signs out is out, on every page', async ({ page, t }) => {
	await signIn(page, t, 'Kai');
	await page
		.getByRole('contentinfo')
		.getByRole('button', { name: t('common:sign_out') })
		.click();

	for (const path of ['/me', '/me/sent', '/me/say/before-my-review/1']) {
		await page.goto(path);
		await expect(page).toHaveURL(/\/sign-in$/);
	}
});
