import { staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';

test('an officer says what a statement raises, and the administrator names the themes', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	const ines = await anotherDevice({ width: 1280 });
	await staffSignIn(ines, t, 'Ines');
	await ines.goto('/admin/themes');
	await lookInTheDarkToo(ines);
	await ines.locator('#name-new').fill(' ');
	await ines.getByRole('button', { name: t('themes:admin.add_do') }).click();
	await expect(ines.getByRole('alert')).toBeVisible();
	await look(ines);
	await ines.locator('#name-new').fill(WRITTEN.kept);
	await ines.getByRole('button', { name: t('themes:admin.add_do') }).click();
	await expect(ines.getByText(t('themes:admin.kept'))).toBeVisible();
	const name = (code: string) => t(`themes:name.${code}`);
	await ines
		.getByRole('button', { name: t('themes:admin.retire', { name: name('money') }) })
		.click();
	await expect(
		ines.getByRole('button', { name: t('themes:admin.bring_back', { name: name('money') }) })
	).toBeVisible();

	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk');
	const amina = page.getByRole('row').filter({ hasText: 'Amina' });
	await amina.locator('a[href^="/desk/statements/"]').first().click();
	const card = page.locator('section[aria-labelledby="raises"]');
	const suggested = card.locator('fieldset').first().getByRole('checkbox');
	const first = await suggested.first().getAttribute('name');
	await expect(suggested.first()).toBeChecked();
	await suggested.first().uncheck();
	await card.locator('summary').click();
	await expect(card.getByRole('checkbox', { name: name('money') })).toHaveCount(0);
	await card.getByRole('checkbox', { name: WRITTEN.kept }).check();
	await look(page);
	await card.getByRole('button', { name: t('themes:desk.save') }).click();
	await expect(page.getByText(t('themes:desk.kept'))).toBeVisible();
	await expect(card.getByRole('checkbox', { name: WRITTEN.kept })).toBeChecked();
	await expect(card.locator(`input[name="${first}"]`)).not.toBeChecked();
	await lookInTheDarkToo(page);

	await ines.goto('/admin/themes');
	await ines
		.getByRole('button', { name: t('themes:admin.retire', { name: WRITTEN.kept }) })
		.click();
	await page.reload();
	await expect(page.getByText(t('themes:desk.retired'))).toBeVisible();
});

test('a manager sees what young people raise, and has the monthly note on paper @once', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'David');
	await page.goto('/insight/themes');
	await lookInTheDarkToo(page);
	await page.locator('nav a[href^="/insight/themes?year="]').nth(1).click();
	await expect(page).toHaveURL(/year=\d{4}$/);
	await look(page);
	await page.locator('nav a[href^="/insight/themes/"]').first().click();
	await expect(page.getByText(t('themes:figures.hiding'))).toBeVisible();
	await lookInTheDarkToo(page);

	await page.goto('/insight/note');
	await look(page);
	await page.locator('main table a').first().click();
	await lookInTheDarkToo(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: t('themes:note.pdf') }).click();
	expect((await download).suggestedFilename()).toMatch(/^sayso-[\d-]+\.pdf$/);

	const sam = await anotherDevice({ width: 1280 });
	await staffSignIn(sam, t, 'Sam');
	for (const path of ['/insight/themes', '/insight/note', '/admin/themes'])
		expect((await sam.goto(path))?.status()).toBe(404);
});
