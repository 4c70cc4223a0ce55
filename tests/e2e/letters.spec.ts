import { londonDate } from '../../src/lib/language/dates.ts';
import { addDays } from '../../src/lib/meetings/working-days.ts';
import { addDecision } from '../support/decided.ts';
import { addMeeting } from '../support/people.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';
import type { RunningServer } from '../support/server.ts';

/** Amina’s review was held two days ago, and something was decided there. @returns the meeting, and who she is */
const heldReview = (site: RunningServer) =>
	throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, 'EB-1001');
		const { youngPeople } = app.database.read.tables;
		const people = await app.database.read.select().from(youngPeople);
		const officerId = people.find((one) => one.id === id)?.officerId ?? null;
		const today = londonDate(app.now());
		const meetingId = await addMeeting(app, {
			youngPersonIds: [id],
			chairId: officerId,
			heldOn: addDays(today, -2)
		});
		await addDecision(app, {
			meetingId,
			youngPersonId: id,
			point: WRITTEN.en,
			starred: true,
			outcome: 'partly',
			decided: 'Every second Sunday',
			why: 'The others have time then.',
			owner: { name: 'Liam Foster' },
			dueOn: addDays(today, 10)
		});
		return { meetingId, id };
	});

test('an officer writes a letter, and she reads it in her language and asks about it', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	site,
	t
}) => {
	await signIn(page, t, 'Amina');
	const { meetingId, id } = await heldReview(site);
	const sam = await anotherDevice({ width: 1280 });
	await staffSignIn(sam, t, 'Sam');
	await sam.goto(`/desk/meetings/${meetingId}/letters`);
	await look(sam);
	await sam.locator(`a[href$="/letters/${id}"]`).click();
	await sam.getByLabel(t('letters:staff.opening'), { exact: true }).fill(WRITTEN.reply);
	await sam.getByRole('button', { name: t('letters:staff.approve') }).click();
	await expect(sam.getByText(t('letters:staff.did_approved'))).toBeVisible();
	await expect(sam.locator('article.letter')).toContainText(WRITTEN.reply);
	await lookInTheDarkToo(sam);
	await sam.locator('form[action="?/send"] button').click();
	await expect(sam.getByText(t('letters:staff.sent_now'))).toBeVisible();

	await page.goto('/me');
	await look(page);
	await page.getByRole('link', { name: t('letters:notice_read') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('letters:paper.title_review'));
	await expect(page.locator('article.letter')).toContainText('Every second Sunday');
	await lookInTheDarkToo(page);
	await page.getByRole('button', { name: t('letters:ask') }).click();
	await expect(page.getByText(t('letters:asked'))).toBeVisible();
	await page.goto('/me/letters');
	await look(page);
	await page.goto(`/me/meeting/${meetingId}`);
	await expect(page.getByText('Every second Sunday')).toBeVisible();
	await look(page);

	await sam.goto('/desk');
	await sam.locator(`a[href="/desk/meetings/${meetingId}/letters"]`).click();
	await expect(sam.getByText(t('letters:staff.asked_tag'))).toBeVisible();
	await sam.locator(`a[href$="/letters/${id}"]`).click();
	await expect(sam.getByText(t('letters:staff.as_sent_hint'))).toBeVisible();
	await look(sam);
});

test('who made a promise says why it was not kept, and she sees it', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	t
}) => {
	const liam = await anotherDevice({ width: 1280 });
	await staffSignIn(liam, t, 'Liam');
	await liam.goto('/desk/promises');
	await lookInTheDarkToo(liam);
	const hers = liam.getByRole('row', { name: /Amina/ }).first();
	await hers.locator('summary').click();
	await hers.locator('label:has(input[value="not_done"])').click();
	await hers.getByRole('button', { name: t('letters:staff_promises.keep') }).click();
	await expect(liam.getByRole('alert')).toContainText(t('errors:promise_why_missing'));
	await look(liam);
	await expect(hers.locator('input[value="not_done"]')).toBeChecked();
	await hers.getByLabel(t('letters:staff_promises.why')).fill(WRITTEN.reply);
	await hers.getByRole('button', { name: t('letters:staff_promises.keep') }).click();
	await expect(liam.getByText(t('letters:staff_promises.marked'))).toBeVisible();

	await signIn(page, t, 'Amina');
	await page.goto('/me/letters');
	await expect(page.getByText(WRITTEN.reply)).toBeVisible();
	await lookInTheDarkToo(page);

	const david = await anotherDevice({ width: 1280 });
	await staffSignIn(david, t, 'David');
	await david.goto('/desk/promises');
	await expect(
		david.getByRole('heading', { name: t('letters:staff_promises.council') })
	).toBeVisible();
	await look(david);
});
