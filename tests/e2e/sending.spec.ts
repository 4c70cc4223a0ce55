import { londonDate, londonInstant } from '../../src/lib/language/dates.ts';
import { addMeeting } from '../support/people.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { begin, choose, FORM, signIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

const DAY_MS = 86_400_000;

test('a second tap on send makes no second statement', async ({ page, site, t }) => {
	await signIn(page, t, 'Kai');
	const sent = page.getByRole('link', { name: t('before-my-review:title') });
	await page.goto('/me/sent');
	const before = await sent.count();
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/1`);
	await choose('1', '3')(page);
	await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
	await page.goto(`${FORM}/send`);
	const sendKey = await page.locator('[name="send_key"]').inputValue();
	const tap = () =>
		page.request.post(`${FORM}/send`, {
			headers: { Origin: site.url },
			form: { send_key: sendKey },
			maxRedirects: 0
		});

	const answers = await Promise.all([tap(), tap(), tap()]);

	for (const answer of answers) expect(answer.status()).toBeLessThan(400);
	await page.goto('/me/sent');
	await expect(sent).toHaveCount(before + 1);
	await page.goto('/me');
	await expect(page.getByText(t('home:trail.will_wait')).first()).toBeVisible();
});

test('when a review and a conference are planned, the young person is asked which', async ({
	page,
	look,
	site,
	t
}) => {
	await throughTheBackDoor(site, async (app) => {
		const scheduledAt = londonInstant(`${londonDate(app.now() + 5 * DAY_MS)}T15:00`);
		await addMeeting(app, { youngPersonIds: [await youngPersonId(app, 'EB-1005')], scheduledAt });
	});
	await signIn(page, t, 'Ruth');
	await look(page);
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/1`);
	await choose('1', '3')(page);
	await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
	await page.goto(`${FORM}/send`);

	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:which.title'));
	await look(page);
	await page.getByRole('radio', { name: t('forms:which.conference') }).check();
	await page.getByRole('button', { name: t('forms:next') }).click();
	await page
		.getByRole('button', { name: t('forms:to.send.person', { name: 'Helen Marsh' }) })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
});
