import { begin, choose, fillIn, send, signIn, write } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';

test('a young person says what they think before their review, and sees what was sent', async ({
	page,
	look,
	lookInTheDarkToo,
	reads,
	t
}) => {
	// Some forty pages, each looked at.
	test.setTimeout(600_000);
	await signIn(page, t, 'Amina');
	await lookInTheDarkToo(page);
	await begin(page, t, 'standard');
	await fillIn(
		page,
		t,
		{
			S2: choose('S2', 'just_me'),
			S4: choose('S4', 'yes'),
			'1': choose('1', '2'),
			'3': write('3', WRITTEN[reads]),
			Z1: choose('Z1', 'yes')
		},
		look
	);
	await lookInTheDarkToo(page);
	await expect(page.getByText(WRITTEN[reads])).toBeVisible();

	await send(page, t, 'Sam Okoro');
	await look(page);

	await page.getByRole('link', { name: t('forms:sent.look') }).click();
	await expect(page.getByText(WRITTEN[reads])).toBeVisible();
	await look(page);
	await page.goto('/me');
	await look(page);
	await page.goto('/me/sent');
	await look(page);
});
