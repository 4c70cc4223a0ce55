import {
	begin,
	choose,
	fillIn,
	join,
	makeCard,
	send,
	staffSignIn,
	write
} from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { wordsIn, WRITTEN } from './support/words.ts';

test('from an invitation card to the officer’s answer', async ({
	page,
	anotherDevice,
	look,
	lookInTheDarkToo,
	reads,
	t
}) => {
	test.slow();
	const staff = wordsIn('en');
	const desk = await anotherDevice({ reads: 'en', width: 1280 });

	await test.step('an officer prints a card', async () => {
		await staffSignIn(desk, staff, 'Sam');
		await lookInTheDarkToo(desk);
	});
	const code = await makeCard(desk, staff, 'Cal Reid');
	await look(desk);

	await test.step('a young person starts with it', async () => {
		await join(page, t, { code, name: reads === 'en' ? 'kite77' : 'طائر٧٧', onPage: look });
		await look(page);
	});

	await test.step('says what they think, and sends it', async () => {
		await begin(page, t, 'standard');
		await fillIn(page, t, {
			S2: choose('S2', 'just_me'),
			S4: choose('S4', 'yes'),
			'1': choose('1', '2'),
			'3': write('3', WRITTEN[reads]),
			Z1: choose('Z1', 'yes')
		});
		await send(page, t, 'Sam Okoro');
		await page
			.getByRole('main')
			.getByRole('link', { name: t('forms:sent.home'), exact: true })
			.click();
		await expect(page.getByText(t('home:trail.not_opened'))).toBeVisible();
	});

	await test.step('the officer finds it in the inbox and opens it', async () => {
		await desk.goto('/desk');
		const row = desk.getByRole('row').filter({ hasText: 'Cal Reid' });
		await expect(row.getByText(staff('desk:state.new'))).toBeVisible();
		await look(desk);
		await row.getByRole('link', { name: wordsIn('en')('before-my-review:title') }).click();
		await expect(desk.getByText(WRITTEN[reads])).toBeVisible();
		await lookInTheDarkToo(desk);
	});

	await test.step('answers in two taps', async () => {
		await desk.getByRole('radio', { name: staff('home:ready_reply.visit_before') }).check();
		await desk
			.getByRole('button', { name: staff('desk:answer.send', { name: 'Cal Reid' }) })
			.click();
		await expect(
			desk.getByText(staff('desk:statement.answered', { name: 'Cal Reid' })).first()
		).toBeVisible();
	});

	await test.step('and the young person sees who opened it, and the answer', async () => {
		await page.goto('/me');
		await look(page);
		await expect(page.getByRole('main')).toContainText('Sam Okoro');
		await expect(page.getByText(t('home:ready_reply.visit_before')).first()).toBeVisible();
		await page.goto('/me/sent');
		await page.getByRole('link', { name: t('before-my-review:title') }).click();
		await look(page);
		await expect(page.getByText(t('home:ready_reply.visit_before')).first()).toBeVisible();
	});
});
