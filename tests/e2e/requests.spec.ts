import { sendStatement } from '../support/drafts.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { choose, fillIn, giveToService, signIn, staffSignIn, write } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';
import type { Page } from '@playwright/test';
import type { App } from '../../src/lib/server/app.ts';
import type { Answer } from '../../src/lib/forms/answers.ts';

/** Sends a form for somebody of the demo council, as their own pages would. */
async function sent(app: App, ref: string, formId: string, answers: Record<string, Answer>) {
	const id = await youngPersonId(app, ref);
	const actor = { kind: 'young_person', id, accountId: '' } as const;
	return (await sendStatement(app, { id, actor }, { formId, answers })).statementId;
}

async function beginForm(page: Page, formId: string): Promise<void> {
	await page.goto(`/me/say/${formId}`);
	await page.locator('label:has(input[name="face"][value="standard"])').click();
	await page.locator('main form button.btn').first().click();
}

test('an advocate, asked for without an account, comes', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	t
}) => {
	await page.goto('/ask');
	await lookInTheDarkToo(page);
	const ask = page.locator('form#ask > button');
	await page.getByLabel(t('requests:ask.name'), { exact: true }).fill('Mina');
	await page.locator('label:has(input[name="about-moving"])').click();
	await page.getByLabel(t('requests:ask.words')).fill(WRITTEN.en);
	await ask.click();
	await expect(page.getByRole('alert')).toContainText(t('errors:ask_reach_missing'));
	await look(page);
	await expect(page.getByLabel(t('requests:ask.words'))).toHaveValue(WRITTEN.en);
	await expect(page.locator('input[name="about-moving"]')).toBeChecked();

	await page.locator('label:has(input[name="reach"][value="school"])').click();
	await page.getByLabel(t('requests:ask.how'), { exact: true }).fill('Year 10, after maths');
	await ask.click();
	await expect(page).toHaveURL(/\/ask\/asked$/);
	await look(page);

	const zoe = await anotherDevice({ width: 1280 });
	await staffSignIn(zoe, t, 'Zoe');
	await zoe.goto('/desk/requests');
	await look(zoe);
	// The newest of those without an account is due last.
	await zoe
		.getByRole('row')
		.filter({ hasText: t('desk:requests.by_open_page') })
		.last()
		.getByRole('link')
		.click();
	await expect(zoe.getByText(WRITTEN.en)).toBeVisible();
	await zoe.getByRole('searchbox').fill('Kai Morrison');
	await zoe.getByRole('button', { name: t('desk:request.find_do') }).click();
	await look(zoe);
	await zoe
		.getByRole('button', { name: t('desk:request.choose', { name: 'Kai Morrison' }) })
		.click();
	await expect(zoe.getByText(t('desk:requests.matched'))).toBeVisible();
	await giveToService(zoe, t, 'Kai Morrison', 'Voice First');

	const grace = await anotherDevice({ width: 1280 });
	await staffSignIn(grace, t, 'Grace');
	await grace.goto('/desk/requests');
	await grace
		.getByRole('row', { name: /Kai Morrison/ })
		.filter({ hasText: t('desk:requests.state.new') })
		.getByRole('link')
		.click();
	await expect(grace.getByText(WRITTEN.en)).toBeVisible();
	await look(grace);
});

test('whom a complaint is about finds nothing of it anywhere', async ({
	page,
	anotherDevice,
	look,
	site,
	t
}) => {
	await signIn(page, t, 'Amina');
	await beginForm(page, 'complain');
	await fillIn(page, t, {
		'2': write('2', WRITTEN.en),
		'4': async (form) => form.locator('label.choice', { hasText: 'Liam Foster' }).first().click(),
		'8': choose('8', 'no'),
		Z1: choose('Z1', 'no')
	});
	await page.getByRole('link', { name: t('forms:check.go_on') }).click();
	await page.locator('main form button.btn').last().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
	const statementId = await throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, 'EB-1001');
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const newest = (await app.statements.listOwn(actor))[0];
		if (newest?.formId !== 'complain') throw new Error('no complaint was sent');
		return newest.id;
	});

	const liam = await anotherDevice({ width: 1280 });
	await staffSignIn(liam, t, 'Liam');
	for (const path of ['/desk', '/desk/sent-to-me']) {
		await liam.goto(path);
		await expect(liam.locator(`a[href*="${statementId}"]`)).toHaveCount(0);
	}
	expect((await liam.goto(`/desk/statements/${statementId}`))?.status()).toBe(404);
	expect((await liam.goto('/desk/requests'))?.status()).toBe(404);

	const martin = await anotherDevice({ width: 1280 });
	await staffSignIn(martin, t, 'Martin');
	await martin.goto('/desk/requests');
	await martin
		.getByRole('row', { name: /Amina/ })
		.filter({ hasText: t('desk:requests.state.new') })
		.last()
		.getByRole('link')
		.click();
	await look(martin);
	await martin.getByRole('link', { name: t('desk:request.open') }).click();
	await expect(martin.getByText(WRITTEN.en)).toBeVisible();
	await look(martin);

	await page.goto(`/me/sent/${statementId}`);
	await expect(page.getByText('Martin Hughes').first()).toBeVisible();
	await look(page);
});

test('what nobody has opened can be had back, and said more to once it is', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	site,
	t
}) => {
	const [first, second] = await throughTheBackDoor(site, async (app) => [
		await sent(app, 'EB-1001', 'good-news', {
			'1': { kind: 'say', text: WRITTEN.en, pictures: [] }
		}),
		await sent(app, 'EB-1001', 'my-visitor', { '8': { kind: 'faces', value: 4 } })
	]);
	await signIn(page, t, 'Amina');
	await page.goto(`/me/sent/${first}`);
	await look(page);
	await page.getByRole('link', { name: t('requests:take_back.link') }).click();
	await lookInTheDarkToo(page);
	await page.getByRole('button', { name: t('requests:take_back.do') }).click();
	await expect(page).toHaveURL(/\/me\/say\/good-news\/check$/);
	await expect(page.getByText(WRITTEN.en)).toBeVisible();
	expect((await page.goto(`/me/sent/${first}`))?.status()).toBe(404);

	await page.goto(`/me/sent/${second}`);
	await page.getByRole('link', { name: t('requests:add.link') }).click();
	await lookInTheDarkToo(page);
	await page.getByRole('button', { name: t('requests:add.send') }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:addition_empty'));
	await page.getByLabel(t('requests:add.label')).fill(WRITTEN.kept);
	await page.getByRole('button', { name: t('requests:add.send') }).click();
	await expect(page.getByText(t('requests:add.done'))).toBeVisible();
	await expect(page.getByText(WRITTEN.kept)).toBeVisible();
	await look(page);

	const zoe = await anotherDevice({ width: 1280 });
	await staffSignIn(zoe, t, 'Zoe');
	await zoe.goto(`/desk/statements/${second}`);
	await expect(zoe.getByText(WRITTEN.kept)).toBeVisible();
	await look(zoe);
	// Opened: it stays with who reads it.
	await page.goto(`/me/sent/${second}/take-back`);
	await expect(page).toHaveURL(new RegExp(`/me/sent/${second}$`));
});
