import type { Page } from '@playwright/test';
import { desc, isNotNull } from 'drizzle-orm';
import { throughTheBackDoor } from './support/back-door.ts';
import { choose, fillIn, FORM, signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, type Words } from './support/words.ts';

/** A worker goes to the page where a form is started with Amina. */
async function toTogether(page: Page, t: Words, who: string): Promise<void> {
	await staffSignIn(page, t, who);
	await page.goto('/desk/people');
	await page.getByRole('link', { name: /Amina/ }).first().click();
	await page.getByRole('link', { name: t('together:desk.start') }).click();
}

async function chooseFormAnd(page: Page, t: Words, device: 'helpers' | 'own'): Promise<void> {
	await page.locator('label:has(input[name="form"][value="before-my-review"])').click();
	await page.locator(`label:has(input[name="device"][value="${device}"])`).click();
	await page.getByRole('button', { name: t('together:desk.begin'), exact: true }).click();
}

/** An account has its language here too; whoever reads another one changes it at the foot of the page. */
async function readHere(page: Page, { language }: Words): Promise<void> {
	const html = page.locator('html');
	if ((await html.getAttribute('lang')) === language) return;
	await page.locator(`button[name="language"][value="${language}"]`).first().click();
	await expect(html).toHaveAttribute('lang', language);
}

async function begin(page: Page, t: Words): Promise<void> {
	await page.getByRole('link', { name: t('together:form.go_on') }).click();
	await page.locator('label:has(input[name="face"][value="standard"])').click();
	await page.getByRole('button', { name: t('forms:start.begin') }).click();
}

async function sendIt(page: Page, t: Words): Promise<void> {
	await page.getByRole('link', { name: t('forms:check.go_on') }).click();
	await page
		.getByRole('button', { name: t('forms:to.send.person', { name: 'Sam Okoro' }) })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('together:done.sent'));
}

const status = async (page: Page, path: string): Promise<number> =>
	(await page.request.get(path, { maxRedirects: 0 })).status();

test('a worker hands over their device: one form, sent, and closed again', async ({
	page,
	look,
	site,
	anotherDevice,
	reads,
	t
}) => {
	test.setTimeout(240_000);
	await toTogether(page, t, 'Liam');
	await look(page);
	await chooseFormAnd(page, t, 'helpers');

	// In her language, and out of the desk.
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
	await readHere(page, t);
	await expect(page.getByText(t('together:form.reads_not', { name: 'Liam Foster' }))).toBeVisible();
	await look(page);
	for (const path of ['/me', '/me/sent', '/me/say/good-news', '/me/things', '/me/settings'])
		expect(await status(page, path), path).toBe(404);
	expect(await status(page, '/desk')).toBe(303);

	await begin(page, t);
	await fillIn(page, t, {
		S2: choose('S2', 'just_me'),
		'3': async (shown) => shown.locator('[name="a-3"]').fill(WRITTEN[reads]),
		Z1: choose('Z1', 'yes')
	});
	await look(page);
	await sendIt(page, t);
	await look(page);
	await page.goto(`${FORM}/check`);
	await expect(page).toHaveURL(/\/sign-in$/);

	// Who helped is told; who helped cannot open it.
	const id = await throughTheBackDoor(site, async ({ database: { read: queries } }) => {
		const { statements } = queries.tables;
		const [newest] = await queries
			.select()
			.from(statements)
			.where(isNotNull(statements.togetherId))
			.orderBy(desc(statements.sentAt))
			.limit(1);
		return newest?.id;
	});
	const statement = `/desk/statements/${id}`;
	const desk = await anotherDevice({ width: 1280 });
	await staffSignIn(desk, t, 'Sam');
	await desk.goto(statement);
	await expect(desk.getByText(/Liam Foster/).first()).toBeVisible();
	const helper = await anotherDevice({ width: 1280 });
	await staffSignIn(helper, t, 'Liam');
	expect(await status(helper, statement)).toBe(404);
});

test('a code opens it on the young person’s own device, once', async ({
	page,
	look,
	anotherDevice,
	reads,
	t
}) => {
	test.setTimeout(240_000);
	await toTogether(page, t, 'Sam');
	await chooseFormAnd(page, t, 'own');
	await look(page);
	const code = await page.locator('.sheet .code').innerText();

	const phone = await anotherDevice();
	await phone.goto(`/together/${code}`);
	await look(phone);
	await phone.getByRole('button', { name: t('together:code.next') }).click();
	await readHere(phone, t);
	// Sam chairs her review: she is told that he reads it anyway.
	await expect(phone.getByText(t('together:form.reads', { name: 'Sam Okoro' }))).toBeVisible();
	await begin(phone, t);
	await phone.goto(`${FORM}/3`);
	await phone.locator('[name="a-3"]').fill(WRITTEN[reads]);
	await phone.getByRole('button', { name: t('forms:next'), exact: true }).click();

	const another = await anotherDevice();
	await another.goto('/together');
	await another.getByLabel(t('together:code.label')).fill(code);
	await another.getByRole('button', { name: t('together:code.next') }).click();
	await expect(another.getByText(t('together:code.stopped.code_used')).first()).toBeVisible();

	// Stopped before it is sent, it waits for her own sign-in.
	await phone.goto('/together/form');
	await phone
		.getByRole('button', { name: t('together:form.stop') })
		.first()
		.click();
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText(t('together:done.stopped'));
	await look(phone);
	expect(await status(phone, FORM)).toBe(303);

	const own = await anotherDevice();
	await signIn(own, t, 'Amina');
	await own.getByRole('button', { name: t('home:begun_adopt') }).click();
	await own.goto(`${FORM}/3`);
	await expect(own.locator('[name="a-3"]')).toHaveValue(WRITTEN[reads]);
});

test('Leave now ends it too', async ({ page, t }) => {
	await toTogether(page, t, 'Liam');
	await chooseFormAnd(page, t, 'helpers');
	await expect(page).toHaveURL(/\/together\/form$/);

	await page.locator('a[data-leave]').click();
	await page.waitForURL((url) => !url.pathname.startsWith('/together')).catch(() => undefined);
	await page.goto('/together/form');
	await expect(page).toHaveURL(/\/sign-in$/);
});
