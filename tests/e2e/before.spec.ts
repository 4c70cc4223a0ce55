import { sendStatement } from '../support/drafts.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';
import type { Answer } from '../../src/lib/forms/answers.ts';

const SAID: Readonly<Record<string, Answer>> = {
	'2': { kind: 'faces', value: 4 },
	'3': { kind: 'say', text: WRITTEN.ar, pictures: [] },
	'20': { kind: 'say', text: WRITTEN.kept, pictures: [] },
	Z4: { kind: 'people', people: [{ name: 'Uncle Max' }] }
};

test('a young person who is asked says where to be told, and their words are brought to the meeting by its chair alone', async ({
	page,
	anotherDevice,
	look,
	lookInTheDarkToo,
	site,
	t
}) => {
	await signIn(page, t, 'Amina');
	await page.goto('/me/settings/contact');
	await look(page);
	await page.getByLabel(t('before:contact.email'), { exact: true }).fill('amina at home');
	await page.getByLabel(t('before:contact.mobile'), { exact: true }).fill('07700 900 123');
	await page.getByRole('button', { name: t('before:contact.keep'), exact: true }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:contact_email_wrong'));
	await look(page);
	await page.getByLabel(t('before:contact.email'), { exact: true }).fill('');
	await page.getByRole('button', { name: t('before:contact.keep'), exact: true }).click();
	await expect(page.getByText(t('before:contact.kept'))).toBeVisible();
	await page.goto('/me/taking-part');
	await look(page);

	await page.goto('/me');
	await page.getByRole('link', { name: t('before:notice.say') }).click();
	await expect(page).toHaveURL(/\/me\/meeting\//);
	await look(page);

	const meetingId = await throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, 'EB-1001');
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		await sendStatement(app, { id, actor }, { language: 'ar', answers: SAID, chairOnly: ['20'] });
		return (await app.home.see(actor)).next?.id ?? '';
	});
	const sam = await anotherDevice({ width: 1280 });
	await staffSignIn(sam, t, 'Sam');
	await sam.goto(`/desk/meetings/${meetingId}/before`);
	await lookInTheDarkToo(sam);
	await sam.getByRole('link', { name: t('before:staff.links.brief') }).click();
	await expect(sam.getByText(WRITTEN.ar)).toBeVisible();
	await expect(sam.locator('.for-one-alone').getByText(WRITTEN.kept)).toBeVisible();
	await lookInTheDarkToo(sam);
	const path = new URL(sam.url()).pathname;
	const download = sam.waitForEvent('download');
	await sam.getByRole('button', { name: t('before:staff.brief.pdf') }).click();
	expect((await download).suggestedFilename()).toMatch(/^sayso-[\d-]+\.pdf$/);

	const david = await anotherDevice({ width: 1280 });
	await staffSignIn(david, t, 'David');
	expect((await david.goto(path))?.status()).toBe(404);

	await page.goto('/me/opened');
	await expect(page.getByText('Sam Okoro').first()).toBeVisible();
});

test('an officer asks again, notes who was seen alone and writes how somebody takes part @once', async ({
	page,
	look,
	lookInTheDarkToo,
	site,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/not-heard');
	await lookInTheDarkToo(page);
	await page
		.getByRole('row')
		.filter({ hasText: 'Amina' })
		.getByRole('button', { name: t('before:staff.ask.again') })
		.click();
	await expect(page.getByText(t('before:staff.asked_again'))).toBeVisible();
	const amina = page.getByRole('row').filter({ hasText: 'Amina' });
	await expect(amina).toContainText(t('before:staff.ask.today'));
	await amina.locator('a[href$="/before"]').click();
	await look(page);

	await page.getByText(t('before:staff.seen.change')).click();
	await page.locator('input[name="seen"][value="refused"]').check();
	await page.locator('input[name="on"]').fill('2001-01-01');
	await page.getByRole('button', { name: t('before:staff.seen.keep') }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:seen_alone_early'));
	await look(page);
	await expect(page.locator('input[name="on"]')).toHaveValue('2001-01-01');
	await page.locator('input[name="seen"][value="no"]').check();
	await page.locator('input[name="on"]').fill('');
	await page.getByRole('button', { name: t('before:staff.seen.keep') }).click();
	await expect(page.getByText(t('before:staff.noted'))).toBeVisible();

	await page.getByRole('link', { name: t('before:staff.links.plan'), exact: true }).click();
	await lookInTheDarkToo(page);
	await page.getByLabel(t('before:staff.plan.field.helps'), { exact: true }).fill(WRITTEN.en);
	// Meanwhile somebody else changes it.
	await throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, 'EB-1001');
		const { staffRoles } = app.database.read.tables;
		const rows = await app.database.read.select().from(staffRoles);
		const staffId = rows.find(({ role }) => role === 'participation')?.staffId ?? '';
		const roles = ['participation'] as const;
		const zoe = { kind: 'staff', id: staffId, accountId: '', roles } as const;
		const { plan, version } = await app.preparing.planToWrite(zoe, id);
		if (!plan) throw new Error('there is no plan');
		await app.preparing.writePlan(zoe, {
			youngPersonId: id,
			version,
			plan: { ...plan, company: 'Her sister' }
		});
	});
	await page.getByRole('button', { name: t('before:staff.plan.keep') }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:participation_plan_changed'));
	await look(page);
	const helps = page.getByLabel(t('before:staff.plan.field.helps'), { exact: true });
	await expect(helps).toHaveValue(WRITTEN.en);
	await page.getByRole('button', { name: t('before:staff.plan.keep') }).click();
	await expect(page.getByText(t('before:staff.plan.kept'))).toBeVisible();
	await expect(helps).toHaveValue(WRITTEN.en);
});
