import { staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

const STAFF = ['Sam', 'Helen', 'David', 'Grace', 'Martin', 'Zoe', 'Liam', 'Ines'];

test.describe('at a desk', () => {
	test.use({ viewport: { width: 1280, height: 900 } });

	for (const who of STAFF)
		test(`${who} finds every page that the desk offers them @once`, async ({ page, look, t }) => {
			await staffSignIn(page, t, who);
			await look(page);
			const links = page.getByRole('navigation', { name: t('desk:nav.label') }).getByRole('link');
			const paths = await links.evaluateAll((all) =>
				all.map((link) => link.getAttribute('href') ?? '')
			);
			expect(paths.length).toBeGreaterThan(0);
			for (const path of paths) {
				const answer = await page.goto(path);
				expect(answer?.status(), path).toBe(200);
				await look(page);
			}
		});

	test('a young person’s page and card are nobody’s who may not make one @once', async ({
		page,
		look,
		t
	}) => {
		await staffSignIn(page, t, 'Sam');
		await page.goto('/desk/people');
		await page.getByRole('row').nth(1).getByRole('link').click();
		await look(page);
		const path = new URL(page.url()).pathname;

		await page.context().clearCookies();
		await staffSignIn(page, t, 'Grace');
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
		await look(page);
	});
});
