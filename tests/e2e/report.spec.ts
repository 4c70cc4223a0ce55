import { staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

test.use({ viewport: { width: 1280, height: 900 } });

test('a manager reads the annual report, writes beside the figures, and keeps it as files', async ({
	page,
	lookInTheDarkToo,
	look,
	t
}) => {
	await staffSignIn(page, t, 'David');
	await page.goto('/insight/report');
	await lookInTheDarkToo(page);
	const reviews = page.getByRole('table', { name: t('report:table.reviews.caption') });
	await expect(reviews.getByRole('row')).toHaveCount(1 + 12 + 4 + 1);

	await page.getByRole('link', { name: t('report:part.reviews.write') }).click();
	await look(page);
	await page.getByLabel(t('report:write.words'), { exact: true }).fill('Fewer were late.');
	await page.getByRole('button', { name: t('report:write.keep') }).click();
	await expect(page.getByText('Fewer were late.')).toBeVisible();
	await expect(page.getByRole('status')).toContainText(t('report:kept'));

	const paper = page.waitForEvent('download');
	await page.getByRole('button', { name: t('report:pdf') }).click();
	expect((await paper).suggestedFilename()).toMatch(/\.pdf$/);
	const csv = await page.request.get(
		(await page
			.getByRole('link', { name: t('report:table.reviews.csv') })
			.first()
			.getAttribute('href')) ?? ''
	);
	const total = (await csv.text()).split('\r\n').find((line) => line.startsWith('total,total,'));
	const shown = await reviews.getByRole('row').last().getByRole('cell').first().innerText();
	expect(total?.split(',')[2]).toBe(shown.replace(/\D/g, ''));
});

test('a manager sees what is missing before the return, and completes it in one tap', async ({
	page,
	lookInTheDarkToo,
	t
}) => {
	await staffSignIn(page, t, 'David');
	await page.goto('/insight/missing?year=2025&gap=no_code');
	await lookInTheDarkToo(page);
	const rows = page.getByRole('table', { name: t('complete:caption') }).getByRole('row');
	const choice = rows.nth(1).getByRole('combobox');
	if ((await choice.count()) > 0) await choice.selectOption('PN6');
	await rows.nth(1).getByRole('cell').last().getByRole('button').first().click();

	await expect(page.getByRole('status')).toContainText(t('complete:done.recorded'));

	await page.goto('/insight/missing?gap=not_closed');
	await page
		.getByRole('button', { name: t('complete:ask') })
		.first()
		.click();
	await expect(page.getByRole('status')).toContainText(t('complete:done.asked_done'));
});
