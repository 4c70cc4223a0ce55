import { begin, choose, fillIn, send, signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { wordsIn } from './support/words.ts';

test('“I do not feel safe” reaches a named person, and says whom to call now', async ({
	page,
	anotherDevice,
	look,
	lookInTheDarkToo,
	t
}) => {
	test.slow();
	const staff = wordsIn('en');
	await signIn(page, t, 'Jayden');
	await begin(page, t, 'easy');
	const seen = await fillIn(page, t, { Z1: choose('Z1', 'no') }, look);
	expect(seen.length).toBeLessThanOrEqual(12);
	await send(page, t, 'Sam Okoro');

	await expect(page.getByText(t('forms:alert.not_safe'))).toBeVisible();
	await expect(page.getByRole('link', { name: /999/ })).toBeVisible();
	await lookInTheDarkToo(page);

	const desk = await anotherDevice({ reads: 'en', width: 1280 });
	await staffSignIn(desk, staff, 'Sam');
	const alarm = desk.getByRole('region').filter({ hasText: 'Jayden' }).first();
	await expect(alarm).toBeVisible();
	await look(desk);
	await alarm.getByRole('button', { name: staff('desk:alert.take') }).click();
	await desk.goto('/desk/alerts');
	await expect(desk.getByText(/Sam Okoro/).first()).toBeVisible();
	await look(desk);

	await page.goto('/me');
	await expect(page.getByRole('main')).toContainText('Sam Okoro');
	await look(page);
});
