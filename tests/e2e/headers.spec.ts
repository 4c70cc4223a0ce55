import { signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';

const PAGES = ['/', '/help', '/sign-in', '/join', '/no-such-page', '/healthz'];

test('every answer carries the headers that keep a page to itself @once', async ({ request }) => {
	for (const path of PAGES) {
		const headers = (await request.get(path)).headers();

		expect.soft(headers, path).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'x-robots-tag': 'noindex, nofollow',
			'cache-control': 'no-store'
		});
	}
});

test('the content policy lets nothing inline through, and nobody else’s @once', async ({
	request
}) => {
	for (const path of ['/', '/help', '/sign-in', '/no-such-page']) {
		const policy = (await request.get(path)).headers()['content-security-policy'] ?? '';
		const rules = new Map(
			policy.split(';').map((rule) => {
				const [name = '', ...sources] = rule.trim().split(/\s+/);
				return [name, sources.join(' ')];
			})
		);

		expect(rules.get('default-src'), path).toBe("'none'");
		expect(rules.get('script-src'), path).toBe("'self'");
		expect(rules.get('style-src'), path).toBe("'self'");
		expect(rules.get('frame-ancestors'), path).toBe("'none'");
		expect(rules.get('form-action'), path).toBe("'self'");
		expect(rules.get('base-uri'), path).toBe("'none'");
		expect(policy).not.toMatch(/unsafe|https?:|\*/);
	}
});

test('pages of people who are signed in are kept by no cache @once', async ({ page, t, site }) => {
	await signIn(page, t, 'Amina');
	for (const path of ['/me', '/me/sent', '/me/say/before-my-review']) {
		const answer = await page.goto(path);
		expect(answer?.headers()['cache-control'], path).toBe('no-store');
	}
	const cookies = await page.context().cookies(site.url);
	for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
});

test('the session cookie is the token, and the database has no token in it @once', async ({
	page,
	t,
	site
}) => {
	await staffSignIn(page, t, 'Sam');
	const { readFileSync } = await import('node:fs');
	const bytes = Buffer.concat(
		['sayso.db', 'sayso.db-wal'].map((name) => readFileSync(`${site.folder}/${name}`))
	);
	const cookies = await page.context().cookies(site.url);

	expect(cookies.filter(({ value }) => value.length > 15 && bytes.includes(value))).toEqual([]);
	expect(cookies.some(({ value }) => value.length > 15)).toBe(true);
});

test('a form sent from somebody else’s page is refused @once', async ({ request, site }) => {
	const answer = await request.post('/sign-out', {
		headers: { Origin: 'https://elsewhere.example' },
		form: {}
	});

	expect(answer.status()).toBe(403);
	expect(site.log()).not.toContain('elsewhere');
});

test('an error page gives a number to quote and no more @once', async ({ page, look }) => {
	const answer = await page.goto('/me/sent/nothing%00here');

	expect([400, 401, 404, 200]).toContain(answer?.status());
	const lost = await page.goto('/no-such-page?name=Zebrafish'.replace('Zebrafish', 'x'));
	expect(lost?.status()).toBe(404);
	expect(await page.content()).not.toMatch(/node_modules|\bat \w+ \(|src\/lib/);
	await look(page);
});
