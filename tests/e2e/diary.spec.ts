import ICAL from 'ical.js';
import { signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

const LINK = 'https://meet.eastbrook.example/kai-8812';
/** A date so many days from today. */
const inDays = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an officer plans a meeting, the young person sees where it is, and a manager does not', async ({
	page,
	anotherDevice,
	look,
	lookInTheDarkToo,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/meetings');
	await lookInTheDarkToo(page);
	await page.getByRole('link', { name: t('diary:caseload.show.not_planned') }).click();
	await look(page);
	await page.goto('/desk/meetings/new');
	await page.getByRole('link', { name: 'Kai Morrison' }).click();
	await page.getByLabel(t('diary:form.date'), { exact: true }).fill(inDays(20));
	await page.getByLabel(t('diary:form.time'), { exact: true }).fill('03:00');
	await page.getByLabel(t('diary:form.how'), { exact: true }).selectOption('video');
	await page.getByLabel(t('diary:form.link'), { exact: true }).fill(LINK);
	await page.getByRole('button', { name: t('diary:new.make') }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:diary_hour_odd'));
	await expect(page.getByLabel(t('diary:form.link'), { exact: true })).toHaveValue(LINK);
	await look(page);
	await page.getByLabel(t('diary:form.time'), { exact: true }).fill('15:30');
	await page.getByRole('button', { name: t('diary:new.make') }).click();

	await expect(page.getByRole('status')).toContainText(t('diary:done.made'));
	await expect(page.getByRole('link', { name: LINK })).toBeVisible();
	await look(page);
	const { pathname } = new URL(page.url());

	const kai = await anotherDevice();
	await signIn(kai, t, 'Kai');
	await kai.goto(pathname.replace('/desk/meetings/', '/me/meeting/'));
	await expect(kai.getByRole('link', { name: t('diary:me.open') })).toHaveAttribute('href', LINK);
	await look(kai);

	const david = await anotherDevice({ width: 1280 });
	await staffSignIn(david, t, 'David');
	await david.goto('/desk/meetings?show=all');
	await look(david);
	const answer = await david.request.get(pathname);
	expect(answer.status()).toBe(404);

	await page.goto(`${pathname}/change`);
	await look(page);
	await page.getByLabel(t('diary:form.date'), { exact: true }).fill(inDays(21));
	await page.getByRole('button', { name: t('diary:change.keep') }).click();
	await expect(page.getByRole('status')).toContainText(t('diary:done.changed'));
	await page.getByText(t('diary:cancel.title')).click();
	await page.getByRole('button', { name: t('diary:cancel.sure') }).click();
	await expect(page.getByRole('status')).toContainText(t('diary:done.cancelled'));
});

test('a meeting that was held says when the next one is due, and plans it with one tap @once', async ({
	page,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/meetings/new');
	await page.getByRole('link', { name: 'Kai Morrison' }).click();
	await page.getByLabel(t('diary:form.date'), { exact: true }).fill(inDays(-1));
	await page.getByLabel(t('diary:form.time'), { exact: true }).fill('10:00');
	await page.locator('label:has(input[name="held"])').click();
	await page.getByRole('button', { name: t('diary:new.make') }).click();
	await expect(page.getByText(t('diary:next.after'))).toBeVisible();
	await look(page);

	await page.getByRole('link', { name: t('diary:following.plan') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('diary:new.title'));
	await look(page);
});

test('who covers sees everything at once, and who is covered nothing @once', async ({
	page,
	anotherDevice,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/meetings');
	await expect(page.getByRole('row').nth(1)).toBeVisible();

	const david = await anotherDevice({ width: 1280 });
	await staffSignIn(david, t, 'David');
	await david.goto('/desk/cover');
	await look(david);
	await david.getByLabel(t('diary:cover.who'), { exact: true }).selectOption('Sam Okoro');
	await david.getByLabel(t('diary:cover.by'), { exact: true }).selectOption('Priya Nair');
	await david.getByLabel(t('diary:cover.from'), { exact: true }).fill(inDays(-1));
	await david.getByLabel(t('diary:cover.to'), { exact: true }).fill(inDays(3));
	await david.getByRole('button', { name: t('diary:cover.make') }).click();
	await expect(david.getByRole('status')).toContainText(t('diary:cover.done_covered'));

	await page.reload();
	await expect(page.getByText(t('diary:caseload.nobody'))).toBeVisible();
	await expect(page.locator('.note')).toContainText('Priya Nair');
	await look(page);
	const priya = await anotherDevice({ width: 1280 });
	await staffSignIn(priya, t, 'Priya');
	await priya.goto('/desk');
	await expect(priya.getByRole('link', { name: 'Amina Idris' }).first()).toBeVisible();

	const sams = david.getByRole('row', { name: /Sam Okoro/ });
	await sams.getByRole('button', { name: t('diary:cover.end') }).click();
	await page.reload();
	await expect(page.getByText(t('diary:caseload.nobody'))).toHaveCount(0);
	await david.getByLabel(t('diary:give.from'), { exact: true }).selectOption('Sam Okoro');
	await david.getByRole('button', { name: t('diary:give.show') }).click();
	await expect(david.getByLabel('Kai Morrison')).toBeVisible();
	await look(david);
});

test('a calendar reads meetings by their address, with nobody’s name, until the address ends @once', async ({
	page,
	anotherDevice,
	look,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/meetings/calendar');
	await page.getByRole('button', { name: t('diary:calendar.make') }).click();
	await look(page);
	const address = await page.locator('.address code').innerText();

	const calendar = await anotherDevice();
	const answer = await calendar.request.get(address);
	expect(answer.headers()['content-type']).toContain('text/calendar');
	expect(answer.headers()['cache-control']).toBe('no-store');
	const file = await answer.text();
	expect(new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').length).toBeGreaterThan(
		5
	);
	expect(file).not.toMatch(/Amina|Jayden|meet\.eastbrook/);
	await page.getByRole('button', { name: t('diary:calendar.end') }).click();
	await expect(page.getByRole('status')).toContainText(t('diary:calendar.ended'));
	expect((await calendar.request.get(address)).status()).toBe(404);
});
