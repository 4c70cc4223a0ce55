import type { Page } from '@playwright/test';
import { londonDate } from '../../src/lib/language/dates.ts';
import { addDays } from '../../src/lib/meetings/working-days.ts';
import { sendStatement } from '../support/drafts.ts';
import type { RunningServer } from '../support/server.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, type Words } from './support/words.ts';

const TODAY = londonDate(Date.now());

/** Somebody of the demo council sends what matters to them, and what is to be decided. @returns the meeting it is for */
const said = (site: RunningServer, ref: string, reads: 'en' | 'ar') =>
	throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, ref);
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const { meeting } = await sendStatement(
			app,
			{ id, actor },
			{
				language: reads,
				answers: {
					'23': { kind: 'star', starred: 'this', text: WRITTEN[reads], pictures: [] },
					'24': { kind: 'list', lines: ['A phone'] }
				}
			}
		);
		return { id, meetingId: meeting?.id ?? '' };
	});

/** Says on the outcome form that the meeting was held today. */
async function hold(page: Page, t: Words): Promise<void> {
	await page.getByLabel(t('after:outcome_form.held_on')).fill(TODAY);
	await page.getByText(t('after:plan_change.no'), { exact: true }).click();
	await page.getByRole('button', { name: t('after:outcome_form.complete') }).click();
	await expect(page.getByRole('status')).toContainText(t('after:done.kept'));
}

test.describe('after a meeting', () => {
	test.use({ viewport: { width: 1280, height: 900 } });

	test('an officer decides what was raised, a manager objects, and both agree in the end', async ({
		page,
		anotherDevice,
		look,
		lookInTheDarkToo,
		reads,
		site,
		t
	}) => {
		const { id, meetingId } = await said(site, 'EB-1001', reads);
		const after = `/desk/meetings/${meetingId}/after?about=${id}`;
		await staffSignIn(page, t, 'Sam');
		await page.goto(after);
		await expect(page.getByText(WRITTEN[reads])).toBeVisible();
		await lookInTheDarkToo(page);

		await page
			.getByRole('button', { name: t('after:points.take') })
			.first()
			.click();
		const point = page.locator('details.decision').filter({ hasText: WRITTEN[reads] });
		await point.getByText(t('after:outcome.partly'), { exact: true }).click();
		await point.getByLabel(t('after:decision.decided'), { exact: true }).fill('On Sundays');
		await point.getByRole('button', { name: t('after:decision.keep'), exact: true }).click();
		await expect(page.getByRole('alert')).toContainText(t('errors:after_why_missing'));
		await look(page);
		await expect(point.getByLabel(t('after:decision.decided'), { exact: true })).toHaveValue(
			'On Sundays'
		);
		await point.getByLabel(t('after:decision.why'), { exact: true }).fill('The way is long');
		await point.getByLabel(t('after:decision.owner_other')).fill('Aunt Rose');
		await point.getByLabel(t('after:decision.due_on')).fill(addDays(TODAY, 14));
		await point.getByRole('button', { name: t('after:decision.keep'), exact: true }).click();
		await expect(page.getByRole('status')).toContainText(t('after:done.kept'));

		await hold(page, t);
		const tookPart = page.locator('#took-part');
		await tookPart.getByText(t('after:attended.no'), { exact: true }).click();
		await tookPart.getByRole('button', { name: t('after:took_part.keep') }).click();
		await page.getByRole('button', { name: t('after:took_part.confirm', { code: 'PN6' }) }).click();
		await expect(tookPart).toContainText(t('after:code.PN6'));
		await page.getByRole('button', { name: t('after:managers.send'), exact: true }).click();
		await expect(page.getByRole('status')).toContainText(t('after:done.sent'));
		await look(page);

		const david = await anotherDevice({ width: 1280 });
		await staffSignIn(david, t, 'David');
		const decisions = `/desk/decisions/${meetingId}`;
		await david.goto('/desk/decisions');
		await look(david);
		await david.locator(`a[href="${decisions}"]`).click();
		await expect(david.getByText('On Sundays')).toBeVisible();
		await look(david);
		await david.getByLabel(t('after:agree.words')).fill('Why not on Saturdays?');
		await david.getByRole('button', { name: t('after:agree.object_do') }).click();
		await expect(david.getByRole('status')).toContainText(t('after:done.objected'));

		await page.goto(after);
		await expect(page.getByText('Why not on Saturdays?')).toBeVisible();
		await look(page);
		await page.getByLabel(t('after:managers.your_answer')).fill('She trains then.');
		await page.getByRole('button', { name: t('after:managers.answer_send') }).click();
		await expect(page.getByRole('status')).toContainText(t('after:done.sent'));

		await david.goto(decisions);
		await expect(david.getByText('She trains then.')).toBeVisible();
		await david.getByRole('button', { name: t('after:agree.agree'), exact: true }).click();
		await expect(david.getByRole('status')).toContainText(t('after:done.agreed'));
		await page.goto(after);
		await expect(page.locator('#managers').getByRole('button')).toHaveCount(0);
		await expect(page.locator('details.decision')).toHaveCount(0);
		await look(page);
	});

	test('the record is written, printed and sent, by who chaired and nobody else @once', async ({
		page,
		anotherDevice,
		look,
		reads,
		site,
		t
	}) => {
		const { id, meetingId } = await said(site, 'EB-1001', reads);
		const record = `/desk/meetings/${meetingId}/after/record/${id}`;
		await staffSignIn(page, t, 'Sam');
		await page.goto(`/desk/meetings/${meetingId}/after?about=${id}`);
		await hold(page, t);
		await page.getByRole('link', { name: t('after:record.link'), exact: true }).click();
		await page.getByLabel(t('after:record.words_label')).fill('We met at school.');
		await page.getByRole('button', { name: t('after:record.keep') }).click();
		await expect(page.getByRole('status')).toContainText(t('after:done.record_kept'));
		await look(page);
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: t('after:record.pdf') }).click();
		expect((await download).suggestedFilename()).toMatch(/^sayso-.*\.pdf$/);
		await page.getByRole('button', { name: t('after:record.send'), exact: true }).click();
		await expect(page.getByRole('status')).toContainText(t('after:done.record_sent'));
		await expect(page.getByLabel(t('after:record.words_label'))).toHaveCount(0);
		await look(page);

		const priya = await anotherDevice({ width: 1280 });
		await staffSignIn(priya, t, 'Priya');
		expect((await priya.goto(record))?.status()).toBe(404);
	});
});
