import { staffSignIn, signIn } from './support/journeys.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';

test('an officer raises a concern, takes it up, and the young person sees what is done about it', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	site,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	const jayden = await throughTheBackDoor(site, (app) => youngPersonId(app, 'EB-1002'));
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/concerns');
	await lookInTheDarkToo(page);
	await page.goto(`/desk/people/${jayden}`);
	await page.getByRole('link', { name: t('concerns:raise.link') }).click();
	await look(page);

	const raise = page.getByRole('button', { name: t('concerns:raise.do') });
	await page.getByLabel(t('concerns:raise.words'), { exact: true }).fill(WRITTEN.kept);
	await raise.click();
	await expect(page.getByRole('alert')).toContainText(t('errors:concern_colour'));
	await look(page);
	await expect(page.getByLabel(t('concerns:raise.words'), { exact: true })).toHaveValue(
		WRITTEN.kept
	);
	await page.getByRole('radio', { name: t('concerns:colour.red') }).check();
	await raise.click();
	await expect(page.getByText(t('concerns:raise.done'))).toBeVisible();
	await expect(page.getByText(WRITTEN.kept)).toBeVisible();
	await look(page);

	await page.locator('summary', { hasText: t('concerns:do.move') }).click();
	await page.getByLabel(t('concerns:do.to'), { exact: true }).selectOption('director');
	await page.getByRole('button', { name: t('concerns:do.move_do'), exact: true }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:concern_why_skip'));
	await look(page);
	await page.locator('#move-words').fill(WRITTEN.en);
	await page.getByRole('button', { name: t('concerns:do.move_do'), exact: true }).click();
	await expect(page.getByText(t('concerns:do.done'))).toBeVisible();
	await expect(page.getByText(t('concerns:stage.director')).first()).toBeVisible();
	const concern = page.url();

	const david = await anotherDevice({ width: 1280 });
	await staffSignIn(david, t, 'David');
	await david.goto('/desk/concerns');
	await look(david);
	await david.goto(concern);
	await expect(david.getByText(WRITTEN.kept)).toBeVisible();
	await look(david);
	const liam = await anotherDevice({ width: 1280 });
	await staffSignIn(liam, t, 'Liam');
	expect((await liam.goto(concern))?.status()).toBe(404);

	const phone = await anotherDevice();
	await signIn(phone, t, 'Jayden');
	await phone.locator('a[href="/me/concerns"]').first().click();
	await expect(phone.getByText(t('concerns:me.ready')).first()).toBeVisible();
	await expect(phone.getByText(WRITTEN.kept)).toHaveCount(0);
	await lookInTheDarkToo(phone);
	await phone.goto('/me/things');
	await look(phone);
});

test('an officer looks between two meetings how what was decided goes @once', async ({
	page,
	lookInTheDarkToo,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/midway');
	await lookInTheDarkToo(page);
	await page.locator('table').first().getByRole('link').first().click();
	await look(page);
	const keep = page.getByRole('button', { name: t('concerns:midway.do') });
	await page.getByLabel(t('concerns:midway.words'), { exact: true }).fill(WRITTEN.en);
	await keep.click();
	await expect(page.getByRole('alert')).toContainText(t('errors:midway_going'));
	await page.getByRole('radio', { name: t('concerns:midway.going.partly') }).check();
	await keep.click();
	await expect(page.getByText(t('concerns:midway.kept'))).toBeVisible();
	await expect(page.getByLabel(t('concerns:midway.words'), { exact: true })).toHaveValue(
		WRITTEN.en
	);
	await look(page);
	await page.getByRole('link', { name: t('concerns:midway.back') }).click();
	await look(page);
});

test('the administrator sets limits, numbers and stages, and everybody sees who set what', async ({
	page,
	anotherDevice,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'Ines');
	for (const part of ['', '/council', '/lines', '/lines/young_people/new', '/stages', '/replies'])
		await page.goto(`/admin/settings${part}`).then(() => look(page));
	await page.goto('/admin/settings/holidays');
	await look(page);
	await page.goto('/admin/settings/limits');
	await look(page);

	await page.getByRole('link', { name: t('council:limit.reply.name') }).click();
	await page.getByLabel(t('council:limits.value'), { exact: true }).fill('9');
	await page.getByRole('button', { name: t('council:index.save') }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:limit_worse'));
	await look(page);
	await page.getByRole('checkbox', { name: t('council:limits.confirm') }).check();
	await page.getByRole('button', { name: t('council:index.save') }).click();
	await expect(page.getByText(t('council:index.kept'))).toBeVisible();
	await expect(page.getByText(t('council:limits.worse_badge'))).toBeVisible();

	await page.goto('/admin/settings/lines/young_people/childline');
	await page.getByLabel(t('council:lines.number'), { exact: true }).fill('01632 960 333');
	await page.getByRole('button', { name: t('council:index.save') }).click();
	await page.goto('/admin/settings/replies/new');
	await look(page);
	await page.locator('#words-en').fill('I will ring you.');
	await page.getByRole('button', { name: t('council:index.save') }).click();
	await page.goto('/admin/settings/stages/director');
	await look(page);
	await page.goto('/admin/settings/changes');
	await expect(page.getByRole('row', { name: /Ines Costa/ })).toHaveCount(4);
	await look(page);

	const phone = await anotherDevice();
	await phone.goto('/help');
	await expect(phone.getByText('01632 960 333').first()).toBeVisible();
	await look(phone);
	const sam = await anotherDevice({ width: 1280 });
	await staffSignIn(sam, t, 'Sam');
	expect((await sam.goto('/admin/settings/limits'))?.status()).toBe(404);
});
