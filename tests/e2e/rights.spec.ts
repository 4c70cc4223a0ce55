import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

const PAGES = ['/rights', '/rights/who-is-who', '/rights/meetings', '/rights/pledge'];
const LEAFLETS = ['/rights/leaflets/7-11', '/rights/leaflets/12-plus'];

for (const path of [...PAGES, ...LEAFLETS])
	test(`anybody can read ${path}, and in few words too`, async ({ page, lookInTheDarkToo }) => {
		for (const face of ['standard', 'easy'])
			await test.step(face, async () => {
				const answer = await page.goto(`${path}?face=${face}`);

				expect(answer?.status()).toBe(200);
				await expect(page.locator(`.rights.${face}`)).toHaveCount(1);
				await lookInTheDarkToo(page);
			});
	});

test('whoever chose fewer words keeps them from page to page and through a change of language', async ({
	page,
	t
}) => {
	await page.goto('/rights');
	await page.getByRole('link', { name: t('rights:easy_on') }).click();
	await expect(page.getByText(t('rights:my.say.easy'))).toBeVisible();

	await page.getByRole('link', { name: t('rights:links.who') }).click();
	await expect(page.getByText(t('rights:who.officer.easy'))).toBeVisible();

	await page.locator('footer button[name="language"]').first().click();
	await expect(page.locator('.rights.easy')).toHaveCount(1);
});

test('a young person who uses Easy finds their rights in the Easy face, and can have all the words', async ({
	page,
	t
}) => {
	await signIn(page, t, 'Jayden');
	await page.goto('/me/settings');
	await page.locator('label:has(input[name="face"][value="easy"])').click();
	await page.locator('form:has(input[name="face"]) button:not([name])').first().click();
	await page.goto('/rights');
	await expect(page.locator('.rights.easy')).toHaveCount(1);

	await page.getByRole('link', { name: t('rights:easy_off') }).click();
	await expect(page.getByText(t('rights:my.say.text'))).toBeVisible();
	await expect(page.getByRole('link', { name: t('rights:my.complain.link') })).toHaveAttribute(
		'href',
		'/me/say/complain'
	);
});

test('rights are one tap away from help and from the first page', async ({ page, t }) => {
	for (const from of ['/', '/help']) {
		await page.goto(from);
		await page
			.getByRole('main')
			.getByRole('link', { name: t('rights:title') })
			.click();

		await expect(page).toHaveURL(/\/rights$/);
	}
});

test('each leaflet prints on one page @javascript', async ({ page, t }) => {
	for (const path of LEAFLETS)
		for (const face of ['standard', 'easy']) {
			await page.goto(`${path}?face=${face}`);
			await expect(page.getByRole('button', { name: t('rights:leaflet.print') })).toBeVisible();

			expect(await pagesPrinted(page), `${path} ${face}`).toBe(1);
		}
});

test('a leaflet for no age there is, is not there', async ({ page }) => {
	const answer = await page.goto('/rights/leaflets/3-4');

	expect(answer?.status()).toBe(404);
});

test('the administrator sets the pledge, and young people read it', async ({
	page,
	anotherDevice,
	reads,
	look,
	t
}) => {
	const other = reads === 'en' ? 'ar' : 'en';
	const [first, second] = ['A first promise.', 'A second promise.'];
	await staffSignIn(page, t, 'Ines');
	await page.goto('/admin/pledge');
	await look(page);

	await keepPledge(page, reads, `${first}\n\n${second}`);
	await expect(page.getByRole('status')).toHaveText(t('rights:staff_pledge.kept'));

	const reader = await anotherDevice();
	await reader.goto('/rights/pledge');
	await expect(reader.locator('.pledge p')).toHaveText([first, second]);
	await expect(reader.getByText(t('rights:pledge.other_language'))).toHaveCount(0);

	await keepPledge(page, reads, '');
	await reader.goto('/rights/pledge');
	await expect(reader.getByText(t('rights:pledge.other_language'))).toBeVisible();
	await expect(reader.locator('.pledge')).toHaveAttribute('lang', other);
	await look(reader);

	await keepPledge(page, other, '');
	await reader.goto('/rights/pledge');
	await expect(reader.getByText(t('rights:pledge.none', { council: 'Eastbrook' }))).toBeVisible();
	await look(reader);
});

test('two administrators at once: the later one sees both texts, and nothing typed is lost', async ({
	page,
	reads,
	look,
	t
}) => {
	await staffSignIn(page, t, 'Ines');
	await page.goto('/admin/pledge');
	const later = await page.context().newPage();
	await later.goto('/admin/pledge');
	await keepPledge(page, reads, 'The first one.');

	await later.locator(`#pledge-${reads}`).fill('The later one.');
	await later.locator(`form:has(#pledge-${reads}) button`).click();

	await expect(later.getByText(t('errors:pledge_changed')).first()).toBeVisible();
	await expect(later.locator(`#pledge-${reads}`)).toHaveValue('The later one.');
	await expect(later.locator('.said')).toHaveText('The first one.');
	await look(later);

	await later.locator(`form:has(#pledge-${reads}) button`).click();
	await expect(later.locator(`#pledge-${reads}`)).toHaveValue('The later one.');
	await expect(later.getByText(t('errors:pledge_changed'))).toHaveCount(0);
});

test('a pledge that is too long comes back as it was typed', async ({ page, reads, t }) => {
	const long = 'Much '.repeat(900).trim();
	await staffSignIn(page, t, 'Ines');
	await page.goto('/admin/pledge');
	await page.locator(`#pledge-${reads}`).fill(long);
	await page.locator(`form:has(#pledge-${reads}) button`).click();

	await expect(page.getByText(t('errors:pledge_too_long', { most: 4000 })).first()).toBeVisible();
	await expect(page.locator(`#pledge-${reads}`)).toHaveValue(long);
});

test('nobody but the administrator sets the pledge', async ({ page, t }) => {
	await staffSignIn(page, t, 'Sam');
	const answer = await page.goto('/admin/pledge');

	expect(answer?.status()).toBe(404);
});

async function keepPledge(page: Page, language: string, text: string): Promise<void> {
	await page.goto('/admin/pledge');
	await page.locator(`#pledge-${language}`).fill(text);
	await page.locator(`form:has(#pledge-${language}) button`).click();
	await expect(page).toHaveURL(/\?kept$/);
}

async function pagesPrinted(page: Page): Promise<number> {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	return (await getDocumentProxy(new Uint8Array(pdf))).numPages;
}
