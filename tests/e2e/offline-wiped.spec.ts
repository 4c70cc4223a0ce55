import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, FORM, signIn, write } from './support/journeys.ts';
import { everythingKept, keptOn, keyOf, prepared, wordsOnDisk } from './support/kept-on-phone.ts';
import { expect, next, NOTHING, onOwnPhone, test } from './support/offline-site.ts';
import { WRITTEN } from './support/words.ts';

test.describe('what is kept goes @javascript', () => {
	test.beforeEach(async ({ page, line, reads, t }) => {
		await onOwnPhone(page, t);
		line.cut();
		await write('9', WRITTEN[reads])(page);
		await next(page, t).click();
		await expect(page).toHaveURL(/\/offline#/);
		expect(await keptOn(page, 'post')).toBe(1);
	});

	test('with “Leave now”, also without a connection, which then ends the sign-in once it is back', async ({
		page,
		line,
		t
	}) => {
		// Failed, not only begun: mended too soon, the line would let it through.
		const gone = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/leave'));
		await page
			.getByRole('banner')
			.getByRole('link', { name: t('common:leave_now') })
			.click();
		await gone;
		line.mend();
		const after = await page.context().newPage();
		await after.goto('/healthz');
		expect((await everythingKept(after)).databases).toEqual([]);

		const left = after.waitForRequest((request) => request.url().endsWith('/leave'));
		await after.goto('/me').catch(() => null);
		await left;
		const again = await page.context().newPage();
		await again.goto('/me');
		await expect(again).toHaveURL(/\/sign-in$/);
		await expect.poll(() => everythingKept(again)).toEqual(NOTHING);
	});

	test('with signing out, which asks before', async ({ page, line, t }) => {
		let asked = '';
		page.on('dialog', (dialog) => {
			asked = dialog.message();
			void dialog.accept();
		});
		// Still cut: mended, the words might be sent before anybody is asked about them.
		const gone = page.waitForEvent('requestfailed', (request) =>
			request.url().endsWith('/sign-out')
		);
		await page.getByRole('button', { name: t('common:sign_out') }).click();
		await gone;
		expect(asked).toBe(t('offline:sign_out'));

		line.mend();
		const after = await page.context().newPage();
		await after.goto('/healthz');
		expect((await everythingKept(after)).databases).toEqual([]);
	});

	test('when somebody signs in and says that it is a shared phone', async ({ page, line, t }) => {
		await page.context().clearCookies({ name: 'sayso' });
		line.mend();
		await signIn(page, t, 'Molly', 'shared');
		await expect.poll(() => everythingKept(page)).toEqual(NOTHING);
	});

	test('after five days', async ({ page, line, t }) => {
		await page.clock.setFixedTime(Date.now() + 5 * 86_400_000 + 60_000);
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect.poll(() => keptOn(page, 'post')).toBe(0);
		await expect(page.getByRole('heading', { name: t('offline:status.title') })).toBeHidden();
		line.mend();
	});

	test('by hand, when they say so', async ({ page, t }) => {
		await page.getByText(t('offline:status.more'), { exact: true }).click();
		await page.getByText(t('offline:status.delete'), { exact: true }).click();
		await page.getByRole('button', { name: t('offline:status.delete_do') }).click();
		await expect(page.getByRole('heading', { name: t('offline:status.title') })).toBeHidden();
		expect(await keptOn(page, 'post')).toBe(0);
	});

	test('not before its author signs in again: another person neither sees nor sends it', async ({
		page,
		line,
		reads,
		t
	}) => {
		await page.context().clearCookies({ name: 'sayso' });
		line.mend();
		await signIn(page, t, 'Molly', 'own');
		await begin(page, t, 'standard');
		await page.goto(`${FORM}/9`);
		await prepared(page);
		await expect(page.getByRole('heading', { name: t('offline:status.title') })).toBeHidden();
		await expect(page.locator('[name="a-9"]')).not.toHaveValue(WRITTEN[reads]);
		expect(await keptOn(page, 'post')).toBe(1);
		await page.context().clearCookies({ name: 'sayso' });

		await signIn(page, t, 'Kai', 'own');
		await expect(page.getByRole('heading', { name: t('offline:back.title') })).toBeVisible();
		await page.goto(`${FORM}/9`);
		await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
	});
});

test('what waits on a phone is noise to whoever reads its disk, and its key cannot be read out @javascript', async ({
	playwright,
	line,
	site,
	reads,
	t
}, { project }) => {
	const profile = mkdtempSync(join(tmpdir(), 'sayso-phone-'));
	const { launchOptions, viewport, locale } = project.use;
	const phone = await playwright.chromium.launchPersistentContext(profile, {
		...launchOptions,
		baseURL: site.url,
		...(viewport ? { viewport } : {}),
		...(locale ? { locale } : {})
	});
	const page = await phone.newPage();
	await onOwnPhone(page, t);
	line.cut();
	await write('9', WRITTEN[reads])(page);
	await next(page, t).click();
	await expect(page).toHaveURL(/\/offline#/);
	await page.goto(`${FORM}/9`);
	await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
	expect(await keyOf(page)).toEqual({ extractable: false, exported: 'InvalidAccessError' });
	// What is kept as it is can be found: so the search is one.
	await page.evaluate(() => localStorage.setItem('control', 'a giraffe in clear'));
	await phone.close();

	const words = (WRITTEN[reads].split(' ')[0] ?? '').toLowerCase();
	const found = wordsOnDisk(profile, words);
	const control = wordsOnDisk(profile, 'giraffe');
	rmSync(profile, { recursive: true, force: true });
	expect(control).not.toEqual([]);
	expect(found).toEqual([]);
});
