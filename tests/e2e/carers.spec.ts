import { and, eq, isNull } from 'drizzle-orm';
import { linkPath } from '../../src/lib/server/outside/links.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { choose, fillIn, signIn, staffSignIn, write } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';
import type { RunningServer } from '../support/server.ts';

/** The review of somebody that is still to come, and who it is about. */
const reviewOf = (site: RunningServer, ref: string) =>
	throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, ref);
		const { meetings, meetingYoungPeople } = app.database.read.tables;
		const [row] = await app.database.read
			.select({ meetingId: meetings.id })
			.from(meetings)
			.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
			.where(
				and(
					eq(meetingYoungPeople.youngPersonId, id),
					eq(meetings.kind, 'looked_after_review'),
					isNull(meetings.heldOn),
					isNull(meetings.cancelledAt)
				)
			);
		if (!row) throw new Error('no review is planned');
		return { id, meetingId: row.meetingId };
	});

/** Where the last mail to a carer leads. */
const lastLink = (site: RunningServer) =>
	throughTheBackDoor(site, async (app) => {
		const { messages, outsideLinks } = app.database.read.tables;
		const [row] = await app.database.read
			.select({ link: outsideLinks })
			.from(messages)
			.innerJoin(outsideLinks, eq(outsideLinks.id, messages.outsideLinkId))
			.where(and(eq(messages.message, 'carer_link'), eq(messages.state, 'waiting')));
		if (!row) throw new Error('nobody was written to');
		return linkPath(app, row.link);
	});

test('an officer asks a carer, who answers over a link; it stands in the brief, apart', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	reads,
	site,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	const { id, meetingId } = await reviewOf(site, 'EB-1001');
	await staffSignIn(page, t, 'Sam');
	await page.goto(`/desk/meetings/${meetingId}/before`);
	await page.locator(`a[href="/desk/meetings/${meetingId}/carers"]`).click();
	await lookInTheDarkToo(page);
	const ask = page.locator('details').filter({ hasText: t('carer_desk:ask.summary') });
	if (!(await ask.locator('form').isVisible())) await ask.locator('summary').click();
	await page.locator(`#name-${id}`).fill('Rosa Diaz');
	await page.locator(`#email-${id}`).fill('rosa@home');
	await page.locator(`#language-${id}`).selectOption(reads);
	await page.getByRole('button', { name: t('carer_desk:ask.send') }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:contact_email_wrong'));
	await expect(page.locator(`#name-${id}`)).toHaveValue('Rosa Diaz');
	await look(page);
	await page.locator(`#email-${id}`).fill('rosa@home.example');
	await page.getByRole('button', { name: t('carer_desk:ask.send') }).click();
	await expect(page.getByText(t('carer_desk:done.asked'))).toBeVisible();
	await look(page);
	const link = await lastLink(site);

	const phone = await anotherDevice();
	await phone.goto(link);
	await expect(phone.locator('html')).toHaveAttribute('lang', reads);
	await expect(phone.getByRole('heading', { level: 1 })).toContainText('Amina');
	await lookInTheDarkToo(phone);
	await phone.getByRole('button', { name: t('forms:start.begin') }).click();
	const seen = await fillIn(
		phone,
		t,
		{
			'1': choose('1', '3'),
			'2': write('2', WRITTEN[reads]),
			'7': choose('7', 'strained'),
			'12': choose('12', 'yes'),
			'12_more': write('12_more', WRITTEN.kept)
		},
		look
	);
	// She is fifteen: nothing is asked of skills for living alone.
	expect(seen.filter((one) => one !== '5')).toEqual([
		'1',
		'2',
		'4',
		'6',
		'7',
		'9',
		'10',
		'11',
		'12',
		'12_more'
	]);
	await expect(phone.getByText(WRITTEN[reads])).toBeVisible();
	await lookInTheDarkToo(phone);
	await phone.getByRole('button', { name: t('survey:send.do') }).click();
	await expect(phone).toHaveURL(/\/carer\/thanks$/);
	await look(phone);
	expect((await phone.goto(link))?.status()).toBe(404);
	await expect(phone.getByText('Amina')).toHaveCount(0);

	await page.goto('/desk');
	const notice = page.locator('li.notice.alert').filter({ hasText: 'Amina' });
	await expect(notice).toBeVisible();
	await notice.getByRole('link').click();
	await expect(page.getByText(t('carer_desk:flag.strained'))).toBeVisible();
	await expect(page.getByText(WRITTEN.kept)).toBeVisible();
	await lookInTheDarkToo(page);
	await page.goto(`/desk/meetings/${meetingId}/brief/${id}`);
	const part = page.locator('section').filter({ hasText: t('carer_desk:brief.apart') });
	await expect(part.getByText(WRITTEN[reads])).toBeVisible();
	await expect(part.getByText(WRITTEN.kept)).toHaveCount(0);
	await look(page);

	const amina = await anotherDevice();
	await signIn(amina, t, 'Amina');
	for (const path of ['/me', '/me/things']) {
		await amina.goto(path);
		await expect(amina.getByText(WRITTEN[reads])).toHaveCount(0);
	}
	const liam = await anotherDevice({ width: 1280 });
	await staffSignIn(liam, t, 'Liam');
	expect((await liam.goto(`/desk/meetings/${meetingId}/carers`))?.status()).toBe(404);
});

test('who has no address gets a slip; it is taken back, and the manager sees how many answer', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	site,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	const { id, meetingId } = await reviewOf(site, 'EB-1002');
	await staffSignIn(page, t, 'Sam');
	await page.goto(`/desk/meetings/${meetingId}/carers`);
	const ask = page.locator('details').filter({ hasText: t('carer_desk:ask.summary') });
	if (!(await ask.locator('form').isVisible())) await ask.locator('summary').click();
	await page.locator(`#name-${id}`).fill('Joe Bright');
	await page.locator('label:has(input[value="key_worker"])').click();
	await page.getByRole('button', { name: t('carer_desk:ask.send') }).click();
	await look(page);
	const address = (await page.locator('.sheet .address').innerText()).trim();

	const phone = await anotherDevice();
	expect((await phone.goto(address))?.status()).toBe(200);
	await expect(phone.getByRole('heading', { level: 1 })).toContainText('Jayden');
	await page.getByRole('link', { name: t('carer_desk:slip.back') }).click();
	const joe = page.locator('article').filter({ hasText: 'Joe Bright' });
	await joe.getByRole('button', { name: t('carer_desk:take_back') }).click();
	await expect(page.getByText(t('carer_desk:done.taken_back'))).toBeVisible();
	expect((await phone.goto(address))?.status()).toBe(404);

	const david = await anotherDevice({ width: 1280 });
	await staffSignIn(david, t, 'David');
	await david.goto('/insight/carers');
	await expect(david.getByRole('rowheader', { name: /Jayden/ })).toBeVisible();
	await lookInTheDarkToo(david);
	await david.goto('/insight/carers/unanswered');
	await expect(david.getByText('Joe Bright')).toHaveCount(0);
	await look(david);
});
