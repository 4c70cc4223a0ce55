import type { Page } from '@playwright/test';
import { begin, choose, FORM, signIn, write } from './support/journeys.ts';
import { everythingKept, keptOn, personalCopies } from './support/kept-on-phone.ts';
import { expect, next, NOTHING, onOwnPhone, test } from './support/offline-site.ts';
import { WRITTEN, type Words } from './support/words.ts';

test.describe('without a connection @javascript', () => {
	test('answers on an own phone wait there, said plainly, and go when it is back', async ({
		page,
		line,
		look,
		reads,
		t
	}) => {
		await onOwnPhone(page, t);
		line.cut();
		await write('9', WRITTEN[reads])(page);
		await next(page, t).click();

		await expect(page).toHaveURL(/\/offline#\w+$/);
		await expect(page.getByRole('heading', { name: t('offline:status.title') })).toBeVisible();
		await look(page);
		await page.goto(`${FORM}/1`);
		await expect(page).toHaveURL(/\/offline#1$/);
		await choose('1', '2')(page);
		await next(page, t).click();
		await expect(page).not.toHaveURL(/#1$/);
		await page.getByRole('link', { name: t('offline:form.to_check') }).click();
		await expect(page.getByText(WRITTEN[reads])).toBeVisible();
		await look(page);

		line.mend();
		await sendNow(page, t);
		await expect(page.getByRole('heading', { name: t('offline:back.title') })).toBeVisible();
		expect(await keptOn(page, 'post')).toBe(0);
		await page.goto(`${FORM}/9`);
		await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
		await page.goto(`${FORM}/1`);
		await expect(page.locator('[name="a-1"][value="2"]')).toBeChecked();
	});

	test('“Send” pressed without a connection sends it once, when it is back', async ({
		page,
		line,
		reads,
		t
	}) => {
		await onOwnPhone(page, t);
		const before = await sentSoFar(page, t);
		await page.goto(`${FORM}/9`);
		line.cut();
		await write('9', WRITTEN[reads])(page);
		await next(page, t).click();
		await page.getByRole('link', { name: t('offline:form.to_check') }).click();
		await page.getByRole('button', { name: t('offline:check.send') }).click();
		await expect(page.getByText(t('offline:check.pressed_what'))).toBeVisible();
		await page.getByText(t('offline:status.more'), { exact: true }).click();
		await expect(page.getByText(t('offline:status.pressed'))).toBeVisible();
		await page.getByText(t('offline:status.more'), { exact: true }).click();
		expect(await keptOn(page, 'post')).toBe(2);

		line.mend();
		await sendNow(page, t);
		await page.getByRole('link', { name: t('offline:back.go_on'), exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
		expect(await sentSoFar(page, t)).toBe(before + 1);
		expect(await keptOn(page, 'post')).toBe(0);
	});

	test('a connection that is lost in the middle of a send makes one statement', async ({
		page,
		line,
		reads,
		t
	}) => {
		await onOwnPhone(page, t);
		const before = await sentSoFar(page, t);
		await page.goto(`${FORM}/9`);
		await write('9', WRITTEN[reads])(page);
		await next(page, t).click();
		await expect(page).not.toHaveURL(/9$/);
		await page.goto(`${FORM}/send`);

		// The server has it; that it has, the phone never hears.
		const lost = line.loseAnswerTo(`POST ${FORM}/send`);
		await page.locator('form[data-once] button.btn').click();
		await lost;
		await expect(page).toHaveURL(/\/offline#check$/);
		await expect(page.getByText(t('offline:check.pressed_what'))).toBeVisible();

		line.mend();
		await sendNow(page, t);
		await page.getByRole('link', { name: t('offline:back.go_on'), exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
		expect(await sentSoFar(page, t)).toBe(before + 1);
	});

	test('a page whose answer is lost on its way is kept once', async ({ page, line, reads, t }) => {
		await onOwnPhone(page, t);
		await write('9', WRITTEN[reads])(page);
		const lost = line.loseAnswerTo(`POST ${FORM}/9`);
		await next(page, t).click();
		await lost;
		await expect(page).toHaveURL(/\/offline#/);

		line.mend();
		await page.goto('/me');
		await expect.poll(() => keptOn(page, 'post')).toBe(0);
		await page.goto(`${FORM}/9`);
		await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
		await expect(page.getByText(t('forms:versions.title'))).toHaveCount(0);
	});

	test('a tab that is closed loses nothing', async ({ page, line, reads, t }) => {
		await onOwnPhone(page, t);
		line.cut();
		await page.locator('[name="a-9"]').pressSequentially(WRITTEN[reads].slice(0, 14));
		await expect(page.locator('[data-kept-line]')).toHaveText(t('offline:kept_here'));
		const another = await page.context().newPage();
		await page.close();

		await another.goto(`${FORM}/9`);
		await expect(another.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads].slice(0, 14));
		line.mend();
		await another.goto('/me');
		await expect.poll(() => keptOn(another, 'post')).toBe(0);
		await another.goto(`${FORM}/9`);
		await expect(another.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads].slice(0, 14));
	});

	test('two tabs without a connection: the later one does not take the place of the other', async ({
		page,
		line,
		look,
		reads,
		t
	}) => {
		await onOwnPhone(page, t);
		const second = await page.context().newPage();
		await second.goto(`${FORM}/9`);
		line.cut();
		await write('9', WRITTEN[reads])(page);
		await next(page, t).click();
		await expect(page).toHaveURL(/\/offline#/);
		await write('9', WRITTEN.kept)(second);
		await next(second, t).click();
		await expect(second).toHaveURL(/\/offline#/);
		expect(await keptOn(second, 'post')).toBe(2);
		await page.close();

		line.mend();
		await second.goto('/me');
		await expect(second.getByText(t('offline:trouble.answer_changed_elsewhere'))).toBeVisible();
		await look(second);
		await second.getByRole('button', { name: t('offline:status.look') }).click();
		await expect(second.getByText(t('forms:versions.title'))).toBeVisible();
		await next(second, t).click();
		await expect(second).not.toHaveURL(/\/9(\?|$)/);
		await second.goto(`${FORM}/9`);
		const both = await second.locator('[name="a-9"]').inputValue();
		expect(both).toContain(WRITTEN[reads]);
		expect(both).toContain(WRITTEN.kept);
		expect(await keptOn(second, 'post')).toBe(0);
	});

	test('the open pages, and any page with what waits, come in the language last seen', async ({
		page,
		line,
		look,
		reads,
		t
	}) => {
		await onOwnPhone(page, t);
		line.cut();
		await write('9', WRITTEN[reads])(page);
		await next(page, t).click();
		await expect(page).toHaveURL(/\/offline#/);

		for (const [path, title] of [
			['/', 'open:home.title'],
			['/help', 'help:title'],
			['/rights', 'rights:title'],
			['/sign-in', 'sign_in:title']
		] as const) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(title));
		}
		await page.goto('/me');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('offline:none.title'));
		await expect(page.getByText(t('offline:status.answers'))).toBeVisible();
		await look(page);
		await page.getByRole('link', { name: t('before-my-review:title') }).click();
		await expect(page).toHaveURL(/\/offline#\w+$/);
		expect(await personalCopies(page, ['Kai', 'before-my-review'])).toEqual([]);
	});

	test('on a shared phone nothing is kept, and the page says to stay', async ({
		page,
		line,
		reads,
		t
	}) => {
		await signIn(page, t, 'Kai', 'shared');
		await begin(page, t, 'standard');
		await page.goto(`${FORM}/9`);
		line.cut();
		await write('9', WRITTEN[reads])(page);
		await expect(page.locator('[data-kept-line]')).toHaveText(t('offline:stay'));
		await next(page, t).click();
		await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
		await expect(page).toHaveURL(/\/9$/);
		expect(await everythingKept(page)).toEqual(NOTHING);

		line.mend();
		await next(page, t).click();
		await expect(page).not.toHaveURL(/\/9$/);
		await page.goto(`${FORM}/9`);
		await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
	});

	test('a browser that keeps nothing says so, and the words stay on the page', async ({
		page,
		line,
		reads,
		t
	}) => {
		await page.addInitScript(() => {
			Object.defineProperty(globalThis, 'indexedDB', {
				get: () => {
					throw new DOMException('blocked', 'SecurityError');
				}
			});
			Object.defineProperty(globalThis, 'localStorage', {
				get: () => {
					throw new DOMException('blocked', 'SecurityError');
				}
			});
		});
		await signIn(page, t, 'Kai', 'own');
		await begin(page, t, 'standard');
		await page.goto(`${FORM}/9`);
		line.cut();
		await write('9', WRITTEN[reads])(page);
		await expect(page.locator('[data-kept-line]')).toHaveText(t('offline:stay'));
		await next(page, t).click();
		await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
		line.mend();
		await next(page, t).click();
		await expect(page).not.toHaveURL(/\/9$/);
	});
});

/** By the button, unless it went by itself already. */
async function sendNow(page: Page, t: Words): Promise<void> {
	const back = page.getByRole('heading', { name: t('offline:back.title') });
	const tries = { timeout: 3000 };
	await page
		.getByText(t('offline:status.more'), { exact: true })
		.click(tries)
		.then(() =>
			page.getByRole('button', { name: t('offline:status.send_now'), exact: true }).click(tries)
		)
		.catch(() => undefined);
	await expect(back).toBeVisible();
}

/** How many statements of this form they sent. */
async function sentSoFar(page: Page, t: Words): Promise<number> {
	await page.goto('/me/sent');
	return page.getByRole('link', { name: t('before-my-review:title') }).count();
}
