import { staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

test('a manager sees who is on duty, fills a gap and takes it out again', async ({
	page,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await staffSignIn(page, t, 'David');
	await page.goto('/admin/duty');
	await expect(page.getByRole('listitem').filter({ hasText: 'Helen Marsh' })).toBeVisible();
	await look(page);

	const gap = page.getByRole('listitem').filter({ has: page.locator('a[href*="#add"]') });
	await gap.last().getByRole('link').click();
	// The times of the gap are there; who is not.
	await expect(page.getByLabel(t('duty:add.from_date'))).not.toHaveValue('');
	await page.getByLabel(t('duty:add.from_time')).fill('09:00');
	await page.getByLabel(t('duty:add.to_time')).fill('17:00');
	await page.getByLabel(t('duty:add.who'), { exact: true }).selectOption({ label: 'Priya Nair' });
	const end = page.getByLabel(t('duty:add.to_date'));
	const ends = await end.inputValue();
	await end.fill('2020-01-01');
	await page.getByRole('button', { name: t('duty:add.do') }).click();
	// What was chosen is still there.
	await expect(page.getByRole('alert')).toContainText(t('errors:duty_times'));
	await expect(page.getByLabel(t('duty:add.to_time'))).toHaveValue('17:00');
	await look(page);
	await end.fill(ends);
	await page.getByRole('button', { name: t('duty:add.do') }).click();

	await expect(page.getByRole('status')).toContainText(t('duty:changed'));
	const turns = page.getByRole('listitem').filter({ hasText: 'Priya Nair' });
	const there = await turns.count();
	await turns
		.last()
		.getByRole('button', { name: t('duty:remove') })
		.click();
	await expect(page.getByRole('status')).toContainText(t('duty:changed'));
	await expect(turns).toHaveCount(there - 1);
});

test('on the page of alerts it stands who is on duty @once', async ({ page, look, t }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await staffSignIn(page, t, 'David');
	await page.goto('/desk/alerts');
	await expect(page.getByText(/On duty now|Nobody is on duty now/)).toBeVisible();
	await look(page);
});
