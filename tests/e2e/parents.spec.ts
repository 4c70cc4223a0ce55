import { and, eq } from 'drizzle-orm';
import type { Page } from '@playwright/test';
import { parentsConference } from '../../src/lib/forms/catalogue/parents-conference.ts';
import { staffSignIn } from './support/journeys.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, type Words } from './support/words.ts';
import type { RunningServer } from '../support/server.ts';

/** The conference about Ruth and her brother, which Helen chairs. */
const conferenceOf = (site: RunningServer): Promise<string> =>
	throughTheBackDoor(site, async (app) => {
		const ruth = await youngPersonId(app, 'EB-1005');
		const { meetings, meetingYoungPeople } = app.database.read.tables;
		const rows = await app.database.read
			.select({ id: meetings.id, heldOn: meetings.heldOn })
			.from(meetings)
			.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
			.where(
				and(eq(meetingYoungPeople.youngPersonId, ruth), eq(meetings.kind, 'review_conference'))
			);
		const next = rows.find(({ heldOn }) => heldOn === null);
		if (!next) throw new Error('Ruth has no conference');
		return next.id;
	});

const go = (page: Page, t: Words, key = 'forms:next') =>
	page
		.getByRole('button', { name: t(key), exact: true })
		.and(page.locator(':visible'))
		.click();
const choose = (page: Page, name: string, value: string) =>
	page.locator(`label:has(input[name="a-${name}"][value="${value}"])`).click();
const at = (page: Page, id: string) => expect(page).toHaveURL(new RegExp(`/${id}$`));

test('a parent with a link of their own says how the conference was, and the link is over', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	reads,
	site,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	const conference = await conferenceOf(site);
	await staffSignIn(page, t, 'Helen');
	await page.goto(`/desk/meetings/${conference}`);
	await page.getByRole('link', { name: t('survey_desk:link') }).click();
	await lookInTheDarkToo(page);
	await page.locator('#hand-language').selectOption(reads);
	await page.locator('#email').fill('parent@home.example');
	await page.getByRole('button', { name: t('survey_desk:hand.do') }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:survey_desk_yes_missing'));
	await expect(page.locator('#email')).toHaveValue('parent@home.example');
	await look(page);
	await page.locator('#agreed').check();
	await page.getByRole('button', { name: t('survey_desk:hand.do') }).click();
	await look(page);
	const link = (await page.locator('.sheet .address').innerText()).trim();

	const phone = await anotherDevice();
	await phone.goto(link);
	await lookInTheDarkToo(phone);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText(
		t('parents-conference:intro.title')
	);
	await go(phone, t, 'forms:start.begin');
	await at(phone, 'P1');
	await look(phone);
	await choose(phone, 'P1', 'yes');
	await go(phone, t);
	await look(phone);
	await choose(phone, 'P3', '1');
	await go(phone, t);
	await at(phone, 'P6');
	await look(phone);
	await choose(phone, 'P6', '4');
	await go(phone, t);
	await go(phone, t, 'forms:skip');
	await at(phone, 'P10');
	await lookInTheDarkToo(phone);
	await choose(phone, 'P10', '8');
	await phone.locator('#a-P10b').fill(WRITTEN[reads]);

	// Another language mid-way: what was typed and not yet kept is still there.
	const other = reads === 'en' ? 'ar' : 'en';
	await phone.locator(`button[name="language"][value="${other}"]`).click();
	await expect(phone.locator('html')).toHaveAttribute('lang', other);
	await expect(phone.locator('#a-P10b')).toHaveValue(WRITTEN[reads]);
	await look(phone);
	await phone.locator(`button[name="language"][value="${reads}"]`).click();
	await expect(phone.locator('html')).toHaveAttribute('lang', reads);

	await phone.locator('#a-P10b').fill('x'.repeat(5001));
	await go(phone, t);
	await expect(phone.getByRole('alert')).toBeVisible();
	await expect(phone.locator('#a-P10b')).toHaveValue('x'.repeat(5001));
	await look(phone);
	await phone.locator('#a-P10b').fill(WRITTEN[reads]);
	await go(phone, t);
	for (const id of ['P11', 'P13', 'P15', 'P17']) {
		await at(phone, id);
		await go(phone, t);
	}
	await choose(phone, 'P18', 'yes');
	await go(phone, t);
	await at(phone, 'P18_how');
	await go(phone, t);
	await expect(phone.getByRole('alert')).toContainText(t('errors:answer_required'));
	await look(phone);
	await phone.locator('#a-P18_phone').fill('020 7946 0000');
	await go(phone, t);
	await at(phone, 'check');
	await lookInTheDarkToo(phone);
	await expect(phone.getByText(WRITTEN[reads])).toBeVisible();
	await phone.locator('#q-P3').getByRole('link').click();
	await choose(phone, 'P3', '3_or_more');
	await go(phone, t, 'forms:keep_and_check');
	await expect(phone.locator('#q-P3')).toContainText(
		t('parents-conference:q.P3.options.3_or_more')
	);
	await go(phone, t, 'survey:send.do');
	await expect(phone).toHaveURL(/\/survey\/thanks$/);
	await lookInTheDarkToo(phone);

	await phone.goBack();
	await expect(phone.getByText(WRITTEN[reads])).toHaveCount(0);
	expect((await phone.goto(link))?.status()).toBe(404);
	await look(phone);
	const used = await phone.locator('main').innerHTML();
	expect((await phone.goto('/survey/never-was-one'))?.status()).toBe(404);
	expect(await phone.locator('main').innerHTML()).toBe(used);

	const kept = await throughTheBackDoor(site, async ({ database: { read } }) => ({
		responses: await read
			.select({ survey: read.tables.surveyResponses.survey })
			.from(read.tables.surveyResponses)
			.where(eq(read.tables.surveyResponses.source, 'link')),
		links: (await read.select().from(read.tables.outsideLinks)).filter(
			({ reach, meetingId }) => reach === 'one' && meetingId === conference
		)
	}));
	expect(kept.responses.length).toBeGreaterThan(0);
	expect(kept.links).toEqual([]);
	expect(new Set(kept.responses.map(({ survey }) => survey))).toEqual(
		new Set([parentsConference.id])
	);
});

test('a tablet in the room goes from one person to the next, and shows nobody another’s answers', async ({
	page,
	look,
	lookInTheDarkToo,
	reads,
	site,
	t
}) => {
	const conference = await conferenceOf(site);
	await staffSignIn(page, t, 'Helen');
	await page.goto(`/desk/meetings/${conference}/parents`);
	await look(page);
	await page.locator('a[href*="/sheet?"]').first().click();
	await look(page);
	await page.goBack();
	await page.getByRole('button', { name: t('survey_desk:room.tablet') }).click();
	await expect(page).toHaveURL(/\/survey\/[^/]+$|spoken$/);
	const start = page.url();
	// Whoever has the tablet now is not Helen.
	await page.goto(`/desk/meetings/${conference}`);
	await expect(page).toHaveURL(/\/staff\/sign-in/);
	await page.goto(start);
	if (reads === 'ar') await page.locator('button[name="language"][value="ar"]').click();
	await expect(page.locator('html')).toHaveAttribute('lang', reads);
	await go(page, t, 'forms:start.begin');
	await choose(page, 'P1', 'no');
	for (const id of ['P1', 'P3', 'P6', 'P8', 'P10', 'P11', 'P13', 'P15']) {
		await at(page, id);
		await go(page, t);
	}
	await page.locator('#a-P17').fill(WRITTEN[reads]);
	await go(page, t);
	await go(page, t);
	await at(page, 'check');
	await go(page, t, 'survey:send.do');
	await expect(page).toHaveURL(/\/sent$/);
	await lookInTheDarkToo(page);

	for (let step = 0; step < 3; step += 1) {
		await page.goBack();
		await expect(page.getByText(WRITTEN[reads])).toHaveCount(0);
		await expect(page.locator('textarea')).toHaveCount(0);
	}
	await page.goto(`${new URL(start).pathname}/sent`);
	await page.getByRole('button', { name: t('survey:next.do') }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	if (reads === 'ar') await page.locator('button[name="language"][value="ar"]').click();
	await go(page, t, 'forms:start.begin');
	await expect(page.locator('input[type="radio"]:checked')).toHaveCount(0);
	await choose(page, 'P1', 'yes');
	await go(page, t);

	// Somebody walks off in the middle: the next one starts with nothing.
	await page.goto(start);
	await look(page);
	await page.getByRole('button', { name: t('survey:start.somebody_else') }).click();
	await at(page, 'P1');
	await expect(page.locator('input[type="radio"]:checked')).toHaveCount(0);
	await page.getByRole('link', { name: t('survey:stop.link') }).click();
	await look(page);
	await page.getByRole('button', { name: t('forms:delete.do') }).click();
	await expect(page.getByRole('button', { name: t('forms:start.go_on') })).toHaveCount(0);
});
