import type { Page } from '@playwright/test';
import { staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

/** A number as it stands on a page, as a number. */
const numberIn = async (page: Page, selector: string): Promise<number> =>
	Number((await page.locator(selector).first().innerText()).replace(/[^\d.]/g, ''));

test('a manager sees who takes part, opens the list behind a number and prints it', async ({
	page,
	lookInTheDarkToo,
	look,
	javaScriptEnabled,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'David');
	await page.locator('.side a[href="/insight"]').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('held:overview.title'));
	await expect(page.locator('.headlines dt')).toHaveCount(5);
	await lookInTheDarkToo(page);

	await page.getByRole('link', { name: t('held:overview.participated') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('held:participation.title'));
	await lookInTheDarkToo(page);
	const months = page.getByRole('table', { name: t('held:participation.by_month') });
	await expect(months).toBeVisible();
	// The picture is for the eye: it is no image to who listens, who has the table.
	await expect(page.getByRole('img')).toHaveCount(0);
	await expect(page.locator('.chart .standing svg.plot rect.part').first()).toBeVisible();

	const behind = '.chart.columns td a[href*="participated=yes"]';
	const month = months.locator('td a[href*="participated=yes"]').filter({ hasText: /^[1-9]/ });
	const said = Number(await month.first().innerText());
	await month.first().click();
	await expect(page).toHaveURL(/\/insight\/list\/meetings\?.*participated=yes/);
	await expect(page.getByText(t('held:list.children', { count: said }))).toBeVisible();
	await expect(page.locator('.chips a')).toHaveCount(3);
	await look(page);
	const inMonth = await page.locator('main table tbody tr').count();
	expect(inMonth).toBe(Math.min(said, 50));
	await page.locator('.chips a[href*="participated=yes"]').first().click();
	await expect(page.locator('.chips a')).toHaveCount(2);

	await page.goto('/insight/participation');
	expect(await numberIn(page, behind)).toBeGreaterThanOrEqual(0);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.side')).toBeHidden();
	await expect(months).toBeVisible();
	await expect(page.locator('details')).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	if (javaScriptEnabled !== false)
		await expect(page.getByRole('button', { name: t('held:print') })).toBeVisible();
});

test('a manager sees what was in time, year by year, and who has how many', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'David');
	await page.goto('/insight/timeliness');
	await lookInTheDarkToo(page);
	for (const what of ['reviews', 'decisions', 'records'] as const)
		await expect(
			page.getByRole('heading', { name: t(`held:timeliness.${what}_short`), exact: true })
		).toBeVisible();
	await page.locator('summary', { hasText: t('held:period.choose') }).click();
	await page.getByRole('link', { name: t('held:period.last_year') }).click();
	await expect(page).toHaveURL(/from=\d{4}-04-01&to=\d{4}-03-31/);
	const reviews = page.getByRole('table', {
		name: t('held:timeliness.held_looked_after_review')
	});
	await expect(reviews.locator('tbody tr')).toHaveCount(12);
	await look(page);

	await page.goto('/insight/caseload');
	await lookInTheDarkToo(page);
	const officers = page.getByRole('table', { name: t('held:caseload.lookedAfter') });
	await expect(officers.getByRole('rowheader').filter({ hasText: 'Sam Okoro' })).toBeVisible();
	await officers.getByRole('row').filter({ hasText: 'Sam Okoro' }).getByRole('link').click();
	await expect(page).toHaveURL(/\/desk\/meetings\?officer=/);

	await page.goto('/insight/list/meetings?from=1999-04-01&to=2000-03-31');
	await expect(page.getByText(t('held:list.none'))).toBeVisible();
	await look(page);
	expect((await page.goto('/insight/participation?from=2026-02-01&to=2025-01-01'))?.status()).toBe(
		422
	);

	const sam = await anotherDevice({ width: 1280 });
	await staffSignIn(sam, t, 'Sam');
	for (const path of ['', '/participation', '/timeliness', '/caseload', '/list/meetings'])
		expect((await sam.goto(`/insight${path}`))?.status(), path).toBe(404);
});
