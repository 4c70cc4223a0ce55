import type { Page } from '@playwright/test';
import { choose, FORM, signIn, write } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, type Words } from './support/words.ts';

/** Begins a form and goes to one of its pages. */
async function toPage(page: Page, form: string, pageId: string, face = 'standard') {
	await page.goto(`/me/say/${form}`);
	await page.locator(`label:has(input[name="face"][value="${face}"])`).click();
	await page.locator('form.start button.btn').click();
	await expect(page).not.toHaveURL(new RegExp(`${form}$`));
	await page.goto(`/me/say/${form}/${pageId}`);
}

/** Presses a button that says what it does to the server, such as `move:6:1:up`. */
async function press(page: Page, what: string) {
	const before = page.url();
	await page.locator(`button[value="${what}"]`).last().click();
	await expect(page).not.toHaveURL(before);
}

/** The statements on the list of what they sent. */
async function sent(page: Page): Promise<readonly string[]> {
	await page.goto('/me/sent');
	const links = await page
		.locator('a[href^="/me/sent/"]')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	return [...new Set(links.flatMap((href) => /^\/me\/sent\/[\w-]+/.exec(href)?.[0] ?? []))];
}

const next = (page: Page, t: Words) =>
	page.getByRole('button', { name: t('forms:next'), exact: true }).click();

test('an agenda is put together, ordered and starred by buttons, and says what each did', async ({
	page,
	look,
	lookInTheDarkToo,
	reads,
	t
}) => {
	await signIn(page, t, 'Amina');
	await toPage(page, 'plan-my-meeting', '6');
	await look(page);
	for (const card of ['home', 'money'])
		await page.locator(`label:has([name="a-6-add"][value="${card}"])`).click();
	await page.locator('[name="a-6-own"]').fill(WRITTEN[reads]);
	await press(page, 'add:6');
	const items = page.locator('.agenda > li');
	await expect(items).toHaveCount(3);

	await press(page, 'move:6:2:up');
	await expect(items.nth(1)).toContainText(WRITTEN[reads]);
	await expect(items.nth(1).getByRole('status')).toContainText('2');
	// Whoever listens, or uses the keys, goes on where the item is now.
	await expect(items.nth(1)).toBeFocused();
	await look(page);

	await press(page, 'star:6:1');
	await expect(items.nth(1).locator('.tag')).toHaveText(t('forms:agenda.most_important'));
	await press(page, 'take:6:0');
	await expect(page.getByRole('status').first()).toHaveText(t('forms:agenda.taken'));
	await expect(items).toHaveCount(2);
	await lookInTheDarkToo(page);

	await next(page, t);
	await page.goto('/me/say/plan-my-meeting/check');
	const row = page.locator('#q-6');
	await expect(row.locator('li').first()).toContainText(WRITTEN[reads]);
	await expect(row.locator('li').first()).toContainText(t('forms:agenda.most_important'));
	await expect(row.locator('li').nth(1)).toHaveText(t('plan-my-meeting:q.6.cards.money'));
});

test('people they keep and people who work with them are named with one tap', async ({
	page,
	look,
	t
}) => {
	await signIn(page, t, 'Amina');
	await toPage(page, 'my-people', 'people');
	await page.locator('[name="a-people-name-0"]').fill('Tante Hiba');
	await choose('people-choice-0', 'family')(page);
	await next(page, t);
	await expect(page.getByText('Tante Hiba')).toBeVisible();
	await look(page);

	await toPage(page, 'complain', '4');
	await look(page);
	for (const name of ['Liam Foster', 'Tante Hiba'])
		await page.locator('label.choice', { hasText: name }).click();
	await next(page, t);
	await page.goto('/me/say/complain/check');
	await expect(page.locator('#q-4')).toContainText('Liam Foster');
	await expect(page.locator('#q-4')).toContainText('Tante Hiba');
	await expect(page.locator('#q-4')).not.toContainText('Sam Okoro');

	// What was tapped stays tapped, and can be taken back.
	await page.goto('/me/say/complain/4');
	await page.locator('label.choice', { hasText: 'Tante Hiba' }).click();
	await next(page, t);
	await page.goto('/me/say/complain/check');
	await expect(page.locator('#q-4')).not.toContainText('Tante Hiba');
});

test('a complaint says at every step that the complaints team gets it, and never a reviewing officer', async ({
	page,
	reads,
	t
}) => {
	await signIn(page, t, 'Amina');
	await page.goto('/me/say/complain');
	const never = async () => {
		const said = await page.locator('main').innerText();
		expect(said).not.toContain(reads === 'en' ? 'eviewing officer' : 'مسؤول المراجعة');
		return said;
	};
	await never();
	await toPage(page, 'complain', '2');
	await never();
	await write('2', WRITTEN[reads])(page);
	await next(page, t);
	await page.goto('/me/say/complain/check');
	expect(await never()).toContain(t('forms:to.name.complaints'));
	await page.getByRole('link', { name: t('forms:check.go_on') }).click();
	await never();
	await page.getByRole('button', { name: t('forms:to.send.complaints') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
	expect(await never()).toContain(t('forms:to.then.complaints'));
});

test('skills come back with what was said last time, and words below them are folded away', async ({
	page,
	look,
	reads,
	t
}) => {
	test.setTimeout(180_000);
	await signIn(page, t, 'Molly');
	await toPage(page, 'my-skills', 'care');
	await look(page);
	await expect(page.locator('[name="a-PC1_how"]')).toBeHidden();
	await choose('PC1', 'with_help')(page);
	await page.locator('details.folded > summary').first().click();
	await page.locator('[name="a-PC1_how"]').fill(WRITTEN[reads]);
	await next(page, t);
	await page.goto('/me/say/my-skills/send');
	await page.locator('form[data-once] button.btn').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));

	await toPage(page, 'my-skills', 'care');
	await expect(page.locator('[name="a-PC1"][value="with_help"]')).toBeChecked();
	await expect(page.locator('#q-PC1 .last-time')).toContainText(
		t('my-skills:q.skill.options.with_help')
	);
	await look(page);
	await page.goto('/me/say/my-skills/check');
	await expect(page.locator('#q-PC1')).toHaveCount(0);
});

test('what is only kept is shown with who can see it, and cannot be sent', async ({
	page,
	look,
	reads,
	t
}) => {
	await signIn(page, t, 'Kai');
	await toPage(page, 'about-me', '1');
	await page
		.locator('main form textarea, main form input:not([type])')
		.first()
		.fill(WRITTEN[reads]);
	await next(page, t);
	await page.goto('/me/say/about-me/send');
	await expect(page).toHaveURL(/about-me\/check$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(t('about-me:title'));
	await expect(page.getByText(WRITTEN[reads])).toBeVisible();
	await expect(page.getByText(t('about-me:intro.who_reads'))).toBeVisible();
	await look(page);
});

test('two windows at once: the later one sees both answers, and both can be kept', async ({
	page,
	look,
	reads,
	t
}) => {
	await signIn(page, t, 'Kai');
	await toPage(page, 'before-my-review', '9');
	const other = await page.context().newPage();
	await other.goto(`${FORM}/9`);
	await write('9', 'Quokka marmalade')(page);
	await next(page, t);
	await expect(page).not.toHaveURL(/\/9$/);

	await write('9', WRITTEN[reads])(other);
	await next(other, t);
	await expect(other.getByText(t('forms:versions.title'))).toBeVisible();
	await expect(other.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
	await look(other);
	await next(other, t);
	await expect(other).not.toHaveURL(/\/9$/);

	await page.goto(`${FORM}/9`);
	await expect(page.locator('[name="a-9"]')).toHaveValue(/Quokka marmalade/);
	await expect(page.locator('[name="a-9"]')).toHaveValue(new RegExp(WRITTEN[reads]));
});

test('a draft is there after the server was killed and started again', async ({
	page,
	site,
	reads,
	t
}) => {
	await signIn(page, t, 'Kai');
	await toPage(page, 'before-my-review', '9');
	await write('9', WRITTEN[reads])(page);
	await next(page, t);
	await expect(page).not.toHaveURL(/\/9$/);

	await site.kill();
	await site.startAgain();
	await page.goto(`${FORM}/9`);

	await expect(page.locator('[name="a-9"]')).toHaveValue(WRITTEN[reads]);
});

test('a connection that drops after “Send” loses nothing and sends once', async ({
	page,
	site,
	reads,
	t
}) => {
	await signIn(page, t, 'Kai');
	await toPage(page, 'before-my-review', '9');
	await write('9', WRITTEN[reads])(page);
	await next(page, t);
	const before = await sent(page);
	await page.goto(`${FORM}/send`);
	const button = page.getByRole('button', {
		name: t('forms:to.send.person', { name: 'Sam Okoro' })
	});

	// The server has it; the answer never comes.
	await page.route('**/send', async (route) => {
		await route.fetch({ maxRedirects: 0 });
		await route.abort('connectionreset');
	});
	const form = await page
		.locator('form[data-once]')
		.evaluate((element: HTMLFormElement) =>
			Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)]))
		);
	await button.click({ noWaitAfter: true });
	await expect.poll(() => page.url()).not.toMatch(/\/send$/);
	await page.unroute('**/send');

	// They try again, as the browser offers it.
	const headers = { origin: site.url, accept: 'text/html' };
	const again = await page.request.post(`${FORM}/send`, { form, headers, maxRedirects: 0 });
	expect(again.status()).toBe(303);
	expect(await sent(page)).toHaveLength(before.length + 1);
});
