import { signIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

test('leave now ends everything at once, and back shows nothing', async ({ page, t }) => {
	await signIn(page, t, 'Kai');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Kai');
	const asked = page.waitForRequest((request) => request.url().endsWith('/leave'));

	await page
		.getByRole('banner')
		.getByRole('link', { name: t('common:leave_now') })
		.click();
	await asked;
	await page.waitForURL((url) => !url.pathname.startsWith('/me'));

	await page.goBack().catch(() => null);
	await expect(page.locator('body')).not.toContainText('Kai');
	await page.goto('/me');
	await expect(page).toHaveURL(/\/sign-in$/);
	expect((await page.context().cookies()).filter(({ name }) => /session/.test(name))).toEqual([]);
});

test('three presses of Shift leave too, and capitals do not @javascript', async ({ page, t }) => {
	await signIn(page, t, 'Kai');
	await page.goto('/me/say/before-my-review');
	for (let press = 0; press < 4; press++) await page.keyboard.press('Shift+A');
	await expect(page).toHaveURL(/before-my-review$/);

	const asked = page.waitForRequest((request) => request.url().endsWith('/leave'));
	for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
	await asked;

	await page.goto('/me');
	await expect(page).toHaveURL(/\/sign-in$/);
});
