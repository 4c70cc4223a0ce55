import type { Page } from '@playwright/test';
import { choose, signIn, staffSignIn, write } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, wordsIn, type Words } from './support/words.ts';

const PLAN = '/me/say/plan-my-meeting';

/** Goes on from one page of the plan, in whatever way the form keeps it. */
const goOn = (page: Page, t: Words) =>
	page.getByRole('button', { name: t('forms:next'), exact: true }).click();

async function answer(page: Page, t: Words, id: string, how: (page: Page) => Promise<void>) {
	await page.goto(`${PLAN}/${id}`);
	await how(page);
	await goOn(page, t);
	await expect(page).not.toHaveURL(new RegExp(`/${id}$`));
}

/** Puts two cards and a line of her own on the list, moves the line up with its button and gives it the star. */
async function orderTheList(page: Page, t: Words): Promise<void> {
	await page.goto(`${PLAN}/6`);
	await choose('6-add', 'proud')(page);
	await choose('6-add', 'money')(page);
	await page.getByRole('button', { name: t('forms:agenda.add') }).click();
	await expect(page.locator('ol.agenda > li')).toHaveCount(2);
	await page.getByLabel(t('forms:agenda.own')).fill(WRITTEN.en);
	await page.getByRole('button', { name: t('forms:agenda.add') }).click();
	const items = page.locator('ol.agenda > li');
	await expect(items).toHaveCount(3);
	await items
		.nth(2)
		.getByRole('button', { name: t('forms:agenda.up') })
		.click();
	await expect(items.nth(1)).toContainText(WRITTEN.en);
	await items
		.nth(1)
		.getByRole('button', { name: t('forms:agenda.star') })
		.click();
	await expect(items.nth(1)).toContainText(t('forms:agenda.most_important'));
	await goOn(page, t);
}

async function planIt(page: Page, t: Words): Promise<void> {
	await page.goto(PLAN);
	await page
		.getByRole('button', { name: t('forms:start.begin') })
		.or(page.getByRole('button', { name: t('forms:start.go_on') }))
		.click();
	await answer(page, t, '1', choose('1', 'all'));
	await orderTheList(page, t);
	await answer(page, t, '7', write('7', WRITTEN.kept));
	await answer(page, t, '9', choose('9', 'card'));
	await page.goto(`${PLAN}/send`);
	await page
		.getByRole('button', { name: t('forms:to.send.person', { name: 'Priya Nair' }) })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
}

/** Her meeting's page, from her own. @returns its path */
async function toMeeting(page: Page): Promise<string> {
	await page.goto('/me');
	await page.locator('.card.meeting a[href^="/me/meeting/"]').click();
	await expect(page).toHaveURL(/\/me\/meeting\//);
	return new URL(page.url()).pathname;
}

test('Molly plans to run her meeting, sends it, and has a list to print', async ({
	page,
	lookInTheDarkToo,
	t
}) => {
	await signIn(page, t, 'Molly');
	await lookInTheDarkToo(page);
	const meeting = await toMeeting(page);
	await lookInTheDarkToo(page);
	await planIt(page, t);

	await page.goto(meeting);
	await page.getByRole('link', { name: t('meeting:out.agenda') }).click();
	const sheet = page.locator('.agenda-sheet').first();
	// How it starts, then what she starred, then the rest in her order.
	await expect(sheet.locator('.agenda-list > li').nth(1)).toContainText(WRITTEN.en);
	await expect(sheet.locator('.agenda-list > li').nth(1)).toContainText(
		t('meeting:agenda.starred')
	);
	await expect(page.locator('.agenda-sheet')).toHaveCount(t.language === 'en' ? 1 : 2);
	await expect(page.locator('body')).not.toContainText(WRITTEN.kept);
	await lookInTheDarkToo(page);
	await page.emulateMedia({ media: 'print' });
	await expect(sheet).toBeVisible();
	await expect(page.getByRole('link', { name: t('common:leave_now') })).toBeHidden();
	await expect(page.getByRole('button', { name: t('common:print') })).toBeHidden();
	await page.emulateMedia({ media: null });
});

test('cards say what she can say, and what only who runs it may know', async ({
	page,
	look,
	lookInTheDarkToo,
	t
}) => {
	await signIn(page, t, 'Molly');
	const meeting = await toMeeting(page);
	await page.getByRole('link', { name: t('meeting:out.cards') }).click();
	// The plan speaks the language it was made in, whatever she reads now.
	await expect(page.locator('.cue').nth(1)).toContainText(
		wordsIn('en')('meeting:cards.speaks', { name: 'Molly' })
	);
	await expect(page.locator('.cue.private').first()).toBeVisible();
	await lookInTheDarkToo(page);

	// Somebody else's, or none at all.
	await page.goto(meeting.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('errors:page.404.title'));
	await look(page);
});

test('she shows it in the meeting, step by step, with the connection gone', async ({
	page,
	context,
	lookInTheDarkToo,
	t
}) => {
	await signIn(page, t, 'Molly');
	const meeting = await toMeeting(page);
	await planIt(page, t);
	await page.goto(`${meeting}/present`);
	await expect(page.locator('[data-keeps-offline]')).toHaveCount(1);
	await lookInTheDarkToo(page);
	const next = page.getByRole('link', { name: t('meeting:present.next') });
	const shown = page.locator('.slide:visible');
	await expect(shown).toHaveCount(1);

	await context.setOffline(true);

	await next.click();
	await next.click();
	await next.click();
	await expect(shown.locator('h2')).toHaveText(WRITTEN.en);
	await expect(shown).toContainText(t('meeting:agenda.starred'));
	if (t.language !== 'en') {
		await shown.getByRole('link', { name: 'English' }).click();
		await expect(shown).toHaveAttribute('lang', 'en');
		await expect(shown.locator('h2')).toHaveText(WRITTEN.en);
		await page.goBack();
	}
	await page.getByRole('link', { name: t('meeting:present.back') }).click();
	await expect(shown.locator('h2')).toHaveText(t('meeting:start_title'));
	await expect(page.locator('body')).not.toContainText(WRITTEN.kept);
	await expect(page.getByRole('link', { name: t('common:leave_now') })).toBeVisible();

	await context.setOffline(false);
});

test('arrow keys go the way one reads, and a quiet clock counts the minutes @javascript', async ({
	page,
	t
}) => {
	await signIn(page, t, 'Molly');
	const meeting = await toMeeting(page);
	await page.clock.install();
	await page.goto(`${meeting}/present`);
	const shown = page.locator('.slide:visible');
	const [onward, backward] =
		(await shown.getAttribute('dir')) === 'rtl'
			? ['ArrowLeft', 'ArrowRight']
			: ['ArrowRight', 'ArrowLeft'];
	const number = () => shown.getAttribute('data-slide');
	const time = shown.locator('[data-time]');
	await expect(time).toContainText('0');

	await page.keyboard.press(onward);
	await expect.poll(number).toBe('1');
	await expect(shown.locator('h2')).toBeFocused();
	await page.clock.runFor(4 * 60_000 + 1000);
	await expect(time).toContainText('4');
	await page.keyboard.press('PageDown');
	await expect.poll(number).toBe('2');
	await expect(time).toContainText('0');
	await page.keyboard.press(backward);
	await expect.poll(number).toBe('1');
	await expect(time).toContainText('4');

	await shown.getByRole('button').click();
	await expect(time).toBeHidden();
	await page.keyboard.press('PageDown');
	await expect(time).toBeHidden();
	await shown.getByRole('button').click();
	await expect(time).toBeVisible();
});

test('the chair opens the plan, its cards and the screen for the room; she sees that they did', async ({
	page,
	anotherDevice,
	look,
	lookInTheDarkToo,
	t
}) => {
	// The plan she sent some days ago.
	await signIn(page, t, 'Molly');
	const meeting = await toMeeting(page);
	const openings = async () => {
		await page.goto(meeting);
		await page.getByRole('link', { name: t('meeting:plan.who_opened') }).click();
		return page.locator('.trail > li', { hasText: 'Priya Nair' }).count();
	};
	const before = await openings();

	const desk = await anotherDevice({ width: 1280 });
	await staffSignIn(desk, t, 'Priya');
	const plan = `/desk/meetings/${meeting.split('/').at(-1)}/plan`;
	await desk.goto(plan);
	await expect(desk.getByRole('heading', { level: 1 })).toContainText('Molly');
	await lookInTheDarkToo(desk);
	await desk.getByRole('link', { name: t('meeting:staff.cards') }).click();
	await expect(desk.locator('.cue.apart').first()).toContainText('Priya Nair');
	const kept = await desk.locator('.cue.private dd').first().innerText();
	await lookInTheDarkToo(desk);
	await desk.goto(`${plan}/agenda`);
	await expect(desk.locator('.agenda-sheet').first()).toBeVisible();
	await expect(desk.locator('body')).not.toContainText(kept);
	await look(desk);
	await desk.goto(`${plan}/present`);
	await expect(desk.locator('.slide:visible')).toHaveCount(1);
	await expect(desk.locator('body')).not.toContainText(kept);
	await expect(desk.getByRole('navigation', { name: t('desk:nav.label') })).toHaveCount(0);
	await lookInTheDarkToo(desk);

	const another = await anotherDevice({ width: 1280 });
	await staffSignIn(another, t, 'Sam');
	const refused = await another.goto(plan);
	expect(refused?.status()).toBe(404);

	expect(await openings()).toBe(before + 1);
});
