import { staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

test('a manager tells a year once, and others see it with small numbers hidden', async ({
	page,
	anotherDevice,
	look,
	lookInTheDarkToo,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'David');
	await page.goto('/insight/year');
	await look(page);

	const martin = await anotherDevice({ width: 1280 });
	await staffSignIn(martin, t, 'Martin');
	await martin.goto('/insight/year');
	await expect(martin.getByText(t('figures:hidden_means'))).toBeVisible();
	const years = martin.locator('main nav .pill');
	const last = await years.first().getAttribute('href');
	await years.first().click();
	await expect(martin.getByText(t('figures:year.not_told'))).toBeVisible();
	await expect(martin.locator('main form')).toHaveCount(0);
	await look(martin);

	await page.locator('main form button.btn').click();
	await expect(page.getByText(t('figures:year.done'))).toBeVisible();
	await lookInTheDarkToo(page);
	await page.goto(`/insight/year${last}`);
	await expect(page.locator('main form')).toHaveCount(0);

	await martin.reload();
	const hidden = t('insight:hidden');
	await expect(martin.getByRole('cell', { name: hidden }).first()).toBeVisible();
	await look(martin);
	// Of neither page of answers and requests is there a way for who is no manager.
	for (const path of ['/insight/requests', '/insight/forms'])
		expect((await martin.goto(path))?.status()).toBe(404);
});

test('answers and requests are told of half years that are over, and no other time can be asked for', async ({
	page,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'David');
	await page.goto('/insight/requests?from=2026-11-01&to=2026-11-02');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('figures:requests.title'));
	await look(page);
	const shown = await page.locator('main').innerText();
	await page.reload();
	expect(await page.locator('main').innerText()).toBe(shown);

	await page.goto('/insight/forms');
	await page.getByRole('link', { name: t('before-my-review:title') }).click();
	await expect(page.getByText(t('figures:hidden_means'))).toBeVisible();
	await look(page);
	await page.locator('main nav .pill').nth(1).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('before-my-review:title'));
});
