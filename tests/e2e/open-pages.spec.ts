import { expect, test } from './support/site.ts';

const OPEN = ['/', '/help', '/rights', '/privacy', '/accessibility', '/language'];
const WAYS_IN = ['/join', '/sign-in', '/staff/sign-in'];

test('anybody can read the open pages without signing in', async ({ page, lookInTheDarkToo }) => {
	for (const path of [...OPEN, ...WAYS_IN])
		await test.step(path, async () => {
			const answer = await page.goto(path);

			expect(answer?.status()).toBe(200);
			await lookInTheDarkToo(page);
		});
});

test('help and the way out stand on every open page', async ({ page, t }) => {
	for (const path of [...OPEN, '/join', '/sign-in']) {
		await page.goto(path);

		const bar = page.getByRole('banner');
		await expect(bar.getByRole('link', { name: t('common:leave_now') })).toBeVisible();
		await expect(bar.getByRole('link', { name: t('common:help_now') })).toBeVisible();
	}
});

test('a page that is not there says what to do next', async ({ page, look, t }) => {
	const answer = await page.goto('/there-is-no-such-page');

	expect(answer?.status()).toBe(404);
	await expect(
		page.getByRole('main').getByRole('link', { name: t('common:help_now') })
	).toBeVisible();
	await look(page);
});

test('somebody can change the language of the site and finds it changed on the next page', async ({
	page,
	reads
}) => {
	const other = reads === 'en' ? { tag: 'ar', name: 'العربية' } : { tag: 'en', name: 'English' };
	await page.goto('/language');
	await page
		.getByRole('button', { name: other.name })
		.or(page.getByRole('link', { name: other.name }))
		.first()
		.click();

	await expect(page.locator('html')).toHaveAttribute('lang', other.tag);
	await page.goto('/help');
	await expect(page.locator('html')).toHaveAttribute('lang', other.tag);
});
