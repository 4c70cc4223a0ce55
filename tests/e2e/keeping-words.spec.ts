import { begin, choose, FORM, signIn, staffSignIn, write } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { wordsIn, WRITTEN } from './support/words.ts';

test('changing the language in the middle of a page loses nothing', async ({ page, reads, t }) => {
	const other = reads === 'en' ? 'ar' : 'en';
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/9`);
	await write('9', WRITTEN[reads])(page);

	await page.locator(`button[name="language"][value="${other}"]`).first().click();

	await expect(page.locator('html')).toHaveAttribute('lang', other);
	await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
	await page.goto(`${FORM}/check`);
	await expect(page.getByText(WRITTEN[reads])).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		wordsIn(other)('forms:check.title')
	);
});

test('changing how the form looks in the middle loses nothing', async ({
	page,
	look,
	reads,
	t
}) => {
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/1`);
	await choose('1', '4')(page);
	await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
	await page.goto(`${FORM}/9`);
	await write('9', WRITTEN[reads])(page);
	await page.getByRole('button', { name: t('forms:next'), exact: true }).click();

	await begin(page, t, 'easy');
	await page.goto(`${FORM}/9`);
	await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
	await look(page);
	await page.goto(`${FORM}/1`);
	await expect(page.locator('[name="a-1"][value="4"]')).toBeChecked();
	await look(page);
});

test('somebody who goes away in the middle finds the form where they left it', async ({
	page,
	anotherDevice,
	look,
	reads,
	t
}) => {
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/9`);
	await write('9', WRITTEN[reads])(page);
	await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
	await expect(page).not.toHaveURL(/\/9$/);

	const tablet = await anotherDevice({ width: 800 });
	await signIn(tablet, t, 'Kai');
	await expect(tablet.getByRole('link', { name: t('home:go_on') })).toBeVisible();
	await tablet.goto(FORM);
	await look(tablet);
	await tablet.goto(`${FORM}/9`);
	await expect(tablet.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
});

test('what is typed is kept while it is typed @javascript', async ({ page, reads, t }) => {
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/9`);
	await page.locator('[name="a-9"]').pressSequentially(WRITTEN[reads].slice(0, 12));
	await page.locator('[name="a-9"]').blur();
	await expect(page.locator('[data-kept-line]')).toContainText(t('forms:kept'));

	await page.goto('/me');
	await page.goto(`${FORM}/9`);

	await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads].slice(0, 12));
});

test('whoever is signed out while writing finds the words again after signing in', async ({
	page,
	look,
	reads,
	t
}) => {
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/9`);
	await page.context().clearCookies({ name: 'sayso' });
	await write('9', WRITTEN[reads])(page);

	await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('common:signed_out.title'));
	await expect(page.getByText(WRITTEN[reads])).toHaveCount(0);
	await look(page);
	const again = await page.context().newPage();
	await signIn(again, t, 'Kai');
	await page.getByRole('button', { name: t('common:signed_out.keep') }).click();

	await expect(page).not.toHaveURL(/\/9$/);
	await page.goto(`${FORM}/9`);
	await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
});

test('an officer who is signed out while answering loses no word of it', async ({
	page,
	look,
	reads,
	t
}) => {
	await staffSignIn(page, t, 'Sam');
	await page.locator('main a[href^="/desk/statements/"]').first().click();
	await page.context().clearCookies({ name: 'sayso' });
	await page.getByLabel(t('desk:answer.words'), { exact: true }).fill(WRITTEN[reads]);

	await page.locator('form.answer button.btn').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('common:signed_out.title'));
	await look(page);
	const again = await page.context().newPage();
	await staffSignIn(again, t, 'Sam');
	await page.getByRole('button', { name: t('common:signed_out.keep') }).click();

	await expect(page).toHaveURL(/\?answered$/);
	await expect(page.getByText(WRITTEN[reads])).toBeVisible();
});
