import type { Page } from '@playwright/test';
import { sendStatement } from '../support/drafts.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { begin, FORM, signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';

/** Presses Tab until what has the focus is what was looked for; every stop on the way must show. */
async function tabTo(page: Page, wanted: string, most = 60): Promise<void> {
	for (let stop = 0; stop < most; stop++) {
		await page.keyboard.press('Tab');
		const { there, shows, text } = await page.evaluate((selector) => {
			const element = document.activeElement;
			if (!element) return { there: false, shows: true, text: '' };
			// A drawn choice shows the focus of the radio that is out of sight inside it.
			const drawn = element.classList.contains('visually-hidden')
				? (element.closest('label') ?? element)
				: element;
			const styles = [drawn, ...drawn.querySelectorAll('*')].map((one) => getComputedStyle(one));
			return {
				there: element.matches(selector),
				shows: styles.some(
					({ outlineStyle, outlineWidth, boxShadow }) =>
						(outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
				),
				text: element.outerHTML.slice(0, 120)
			};
		}, wanted);
		expect(shows, `focus is seen on ${text}`).toBe(true);
		if (there) return;
	}
	throw new Error(`Tab never came to ${wanted}`);
}

test('a question page can be answered with the keyboard alone @once', async ({ page, t }) => {
	await signIn(page, t, 'Kai');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/1`);

	await tabTo(page, 'input[name="a-1"]');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('input[name="a-1"]:checked')).toHaveCount(1);
	const chosen = await page.locator('input[name="a-1"]:checked').getAttribute('value');
	await tabTo(page, 'button[name="do"][value="next"]:not([tabindex="-1"])');
	await page.keyboard.press('Enter');

	await expect(page).not.toHaveURL(/\/1$/);
	await page.goto(`${FORM}/1`);
	await expect(page.locator(`input[name="a-1"][value="${chosen ?? ''}"]`)).toBeChecked();
});

test('the first Tab offers to skip to what the page is about @once', async ({ page, t }) => {
	await page.goto('/help');
	await page.keyboard.press('Tab');

	await expect(page.getByRole('link', { name: t('common:skip') })).toBeFocused();
});

test('an officer goes from the list of meetings to a decision with the keyboard alone @once', async ({
	page,
	site,
	t
}) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	const { id, meetingId } = await throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, 'EB-1001');
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const { meeting } = await sendStatement(
			app,
			{ id, actor },
			{ answers: { '23': { kind: 'star', starred: 'this', text: WRITTEN.en, pictures: [] } } }
		);
		return { id, meetingId: meeting?.id ?? '' };
	});
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/meetings');
	const meeting = `/desk/meetings/${meetingId}`;
	await tabTo(page, `main a[href="${meeting}"]`, 120);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`${meeting}$`));

	await tabTo(page, `a[href^="${meeting}/after"]`);
	await page.keyboard.press('Enter');
	await expect(page.getByText(WRITTEN.en)).toBeVisible();
	await tabTo(page, `form[action^="?/take&about=${id}"] button`);
	await page.keyboard.press('Enter');
	const point = page.locator('details.decision').filter({ hasText: WRITTEN.en });
	await expect(point).toBeVisible();
	await tabTo(page, 'details.decision input[name="outcome"]', 90);
	await page.keyboard.press('Space');
	await tabTo(page, 'details.decision textarea[name="decided"]');
	await page.keyboard.type('Every Sunday');
	await tabTo(page, 'details.decision form button.btn');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText(t('after:done.kept'));
	await expect(point).toContainText(t('after:outcome.agreed'));
});
