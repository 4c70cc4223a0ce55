import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { sendStatement } from '../support/drafts.ts';
import { linesInPdf } from '../support/pdf-text.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, type Words } from './support/words.ts';

const AMINA = 'EB-1001';

/** What is chosen stands on the page itself; the label is tapped where a thumb would. */
async function choose(page: Page, name: string, value: string): Promise<void> {
	await page.locator(`label:has(input[name="${name}"][value="${value}"])`).click();
}

async function keep(page: Page, t: Words): Promise<void> {
	await page.getByRole('button', { name: t('settings:keep') }).click();
	await expect(page.getByRole('status')).toHaveText(t('settings:kept'));
}

test('words, letters, colours and faces are chosen once, and hold on every page and the next phone', async ({
	page,
	t,
	look,
	anotherDevice
}) => {
	test.slow();
	await signIn(page, t, 'Amina');
	await page.goto('/me/things');
	await look(page);
	await page.getByRole('link', { name: t('things:settings') }).click();
	await look(page);

	for (const [name, value] of [
		['size', 'largest'],
		['letters', 'easier'],
		['spacing', 'wider'],
		['theme', 'berry'],
		['light', 'dark'],
		['contrast', 'more'],
		['readAloud', 'always'],
		['face', 'easy']
	] as const)
		await choose(page, name, value);
	await keep(page, t);
	await look(page);

	const other = await anotherDevice();
	await signIn(other, t, 'Amina');
	for (const path of ['/me', '/me/sent', '/help', '/me/settings']) {
		await other.goto(path);
		const html = other.locator('html');
		await expect(html).toHaveAttribute('data-size', 'largest');
		await expect(html).toHaveAttribute('data-theme', 'berry');
		await expect(html).toHaveAttribute('data-light', 'dark');
		await expect(html).toHaveAttribute('data-read-aloud', 'always');
		await look(other);
	}
	await other.goto('/me/say/before-my-review');
	await expect(other.locator('input[name="face"][value="easy"]')).toBeChecked();

	await page.getByRole('button', { name: t('settings:reset') }).click();
	await expect(page.locator('html')).not.toHaveAttribute('data-theme');
	await expect(page.locator('html')).not.toHaveAttribute('data-size');
});

test('every theme can be read, light and dark @javascript', async ({ page, t, look }) => {
	test.slow();
	await signIn(page, t, 'Amina');
	await page.goto('/me/settings');
	for (const theme of ['paper', 'sea', 'forest', 'berry', 'clay', 'slate'])
		for (const light of ['light', 'dark'] as const) {
			await choose(page, 'theme', theme);
			await choose(page, 'light', light);
			// Shown before it is kept.
			if (theme !== 'paper')
				await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
			await keep(page, t);
			await look(page);
		}
});

test('easier letters are fetched by nobody who did not ask for them @once', async ({ page, t }) => {
	const fonts: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
	});
	await signIn(page, t, 'Amina');
	await page.goto('/me/settings');
	expect(fonts).toEqual([]);

	await choose(page, 'letters', 'easier');
	await keep(page, t);
	await page.goto('/me');
	await page.evaluate(() => document.fonts.ready);

	expect(fonts.length).toBeGreaterThan(0);
	expect(fonts.every((path) => path.includes('atkinson'))).toBe(true);
});

test('a young person sees who opened what, and when', async ({
	page,
	t,
	site,
	look,
	lookInTheDarkToo,
	anotherDevice
}) => {
	const statementId = await throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, AMINA);
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const answers = { '3': { kind: 'say', text: WRITTEN.en, pictures: [] } } as const;
		return (await sendStatement(app, { id, actor }, { answers })).statementId;
	});
	const desk = await anotherDevice({ width: 1280 });
	await staffSignIn(desk, t, 'Sam');
	await desk.goto(`/desk/statements/${statementId}`);

	await signIn(page, t, 'Amina');
	await page.goto('/me/opened');
	await lookInTheDarkToo(page);
	const first = page.locator('.opened li').first();
	await expect(first).toContainText('Sam Okoro');
	await expect(first).toContainText(t('before-my-review:title'));
	await first.getByRole('link').click();
	await expect(page).toHaveURL(new RegExp(`/me/sent/${statementId}$`));
	await page.goto('/me/sent');
	await look(page);
});

test('all of it can be kept as files: a PDF, a text, and a folder for each thing', async ({
	page,
	t,
	site,
	lookInTheDarkToo
}) => {
	const written = t.language === 'ar' ? WRITTEN.ar : WRITTEN.en;
	await throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, AMINA);
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const answers = { '3': { kind: 'say', text: written, pictures: [] } } as const;
		await sendStatement(app, { id, actor }, { answers, language: t.language });
	});
	await signIn(page, t, 'Amina');
	await page.goto('/me/things');
	await page.getByRole('link', { name: t('things:download.title') }).click();
	await lookInTheDarkToo(page);
	await expect(page.getByText(t('things:download.shared'))).toBeVisible();

	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: t('things:download.do') }).click();
	const download = await coming;

	expect(download.suggestedFilename()).toMatch(/^sayso-\d{4}-\d\d-\d\d\.zip$/);
	const files = unzipSync(readFileSync(await download.path()));
	const names = Object.keys(files);
	expect(names.slice(0, 2)).toEqual(['sayso/everything.pdf', 'sayso/everything.txt']);
	expect(names.some((name) => /^sayso\/\d{3}-\d{4}-\d\d-\d\d\/statement\.json$/.test(name))).toBe(
		true
	);
	const text = Buffer.from(files['sayso/everything.txt'] ?? []).toString('utf8');
	expect(text).toContain(written);
	const lines = await linesInPdf(files['sayso/everything.pdf'] ?? new Uint8Array());
	expect(lines.join(' ')).toContain(t.language === 'ar' ? 'Sayso' : written);

	await page.goto('/me/sent');
	await page.locator('a[href^="/me/sent/"]').first().click();
	const one = page.waitForEvent('download');
	await page.getByRole('button', { name: t('things:download.one') }).click();
	expect((await one).suggestedFilename()).toMatch(/\.pdf$/);
});

test('signing out everywhere really ends the other device', async ({ page, t, anotherDevice }) => {
	const other = await anotherDevice();
	await signIn(other, t, 'Amina');
	await signIn(page, t, 'Amina');

	await page.goto('/me/settings');
	await page.getByRole('button', { name: t('settings:everywhere.do') }).click();
	await expect(page).not.toHaveURL(/\/me/);

	for (const device of [page, other]) {
		await device.goto('/me');
		await expect(device).toHaveURL(/\/sign-in$/);
	}
});

test('a manager sees figures, never of a few, and nobody else does', async ({ page, t, look }) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'David');
	await page.goto('/insight');
	await page.getByRole('link', { name: t('insight:nav.forms'), exact: true }).click();
	await look(page);
	await page.getByRole('link', { name: t('before-my-review:title') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('before-my-review:title'));
	await look(page);

	await expect(page.getByText(t('figures:hidden_means'))).toBeVisible();
});
