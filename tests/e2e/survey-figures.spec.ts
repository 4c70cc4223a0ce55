import { conferencesWithoutRecord } from '../../src/lib/server/surveys/conference-records.ts';
import { throughTheBackDoor } from './support/back-door.ts';
import { staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';

test('a sheet of paper is typed in, and the manager reads what parents say and rings who asked for it', async ({
	page,
	anotherDevice,
	look,
	lookInTheDarkToo,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'Zoe');
	await page.goto('/insight/survey/paper');
	await lookInTheDarkToo(page);
	const save = page.getByRole('button', { name: t('survey_figures:paper.save') });
	const words = page.getByLabel(t('parents-conference:q.P17.title'), { exact: true });
	const prepared = page.getByLabel(t('parents-conference:q.P6.title'), { exact: true });
	await prepared.selectOption('4');
	await words.fill(WRITTEN.kept);
	await page.getByLabel(t('survey_figures:paper.on'), { exact: true }).fill('2026-01-14');
	await save.click();
	await expect(page.getByRole('alert')).toContainText(t('errors:insight_paper_kind'));
	await expect(words).toHaveValue(WRITTEN.kept);
	await expect(prepared).toHaveValue('4');
	await look(page);
	await page.getByRole('radio', { name: t('survey_figures:paper.kinds.review') }).check();
	await save.click();
	await expect(page.getByText(t('survey_figures:paper.kept'))).toBeVisible();
	await expect(words).toHaveValue('');
	await expect(
		page.getByRole('radio', { name: t('survey_figures:paper.kinds.review') })
	).toBeChecked();
	await page.getByLabel(t('survey_figures:paper.name'), { exact: true }).fill('Mr Novak');
	await page.getByLabel(t('survey_figures:paper.phone'), { exact: true }).fill('01632 960 777');
	await page.getByRole('button', { name: t('survey_figures:paper.ring_save') }).click();
	await expect(page.getByText(t('survey_figures:paper.ring_kept'))).toBeVisible();
	await look(page);
	expect((await page.goto('/insight/survey'))?.status()).toBe(404);
	expect((await page.goto('/insight/survey/callbacks'))?.status()).toBe(404);

	const david = await anotherDevice({ width: 1280 });
	await staffSignIn(david, t, 'David');
	await david.goto('/insight/survey');
	await expect(david.getByText(t('survey_figures:gap.report')).first()).toBeVisible();
	await lookInTheDarkToo(david);
	await david
		.getByRole('navigation', { name: t('survey_figures:years') })
		.getByRole('link')
		.last()
		.click();
	await expect(david).toHaveURL(/year=\d{4}$/);
	await look(david);
	await david.goto('/insight/survey/words');
	await look(david);
	await david.goto('/insight/survey/callbacks');
	await lookInTheDarkToo(david);
	const name = 'Mr Novak';
	await david
		.getByRole('button', { name: t('survey_figures:callbacks.done_for', { name }) })
		.click();
	await expect(david.getByText(t('survey_figures:callbacks.kept'))).toBeVisible();
	await expect(david.getByText(name)).toHaveCount(0);
	await look(david);
});

test('the chair of a conference says what they saw, and is reminded while it is missing', async ({
	page,
	site,
	look,
	lookInTheDarkToo,
	t
}) => {
	const [missing] = await throughTheBackDoor(site, ({ database }) =>
		conferencesWithoutRecord(database.read, { from: '2020-01-01', to: '2100-01-01' })
	);
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'Helen');
	await page.goto(`/desk/meetings/${missing?.meetingId ?? ''}/after`);
	await expect(page.getByText(t('survey_figures:record.hint'))).toBeVisible();
	await look(page);
	await page.getByRole('link', { name: t('survey_figures:record.link') }).click();
	await lookInTheDarkToo(page);
	const save = page.getByRole('button', { name: t('survey_figures:record.save') });
	await save.click();
	await expect(page.getByRole('alert')).toContainText(t('errors:after_conference_empty'));
	await look(page);
	await page.getByRole('radio', { name: t('survey_figures:record.report.on_the_day') }).check();
	await save.click();
	await expect(page.getByText(t('survey_figures:record.kept_some'))).toBeVisible();
	await page.getByRole('radio', { name: t('survey_figures:record.otherReports.some') }).check();
	await page.getByRole('radio', { name: t('survey_figures:record.parentsThere.none') }).check();
	await page
		.getByRole('radio', { name: t('survey_figures:record.childTookPart.sent_words') })
		.check();
	await save.click();
	await expect(page.getByText(t('survey_figures:record.kept'), { exact: true })).toBeVisible();
	await page.getByRole('link', { name: t('survey_figures:record.back') }).click();
	await expect(page.getByRole('link', { name: t('survey_figures:record.link') })).toBeVisible();
	await look(page);
});
