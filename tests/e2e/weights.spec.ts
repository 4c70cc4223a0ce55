import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { begin, signIn } from './support/journeys.ts';
import { prepared } from './support/kept-on-phone.ts';
import { expect, test } from './support/site.ts';

/** architecture.md's budgets, in bytes as they travel. */
const FIRST_PAGE = 60_000;
const QUESTION_PAGE_SCRIPTS = 40_000;

interface Loaded {
	readonly path: string;
	readonly type: string;
	readonly bytes: number;
}

/** Everything a page loads while `visit` goes there, with an empty cache. */
async function loaded(page: Page, visit: () => Promise<unknown>): Promise<Loaded[]> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	const requests = new Map<string, { path: string; type: string; bytes: number }>();
	session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
		const { pathname } = new URL(request.url);
		requests.set(requestId, { path: pathname, type: type ?? 'Other', bytes: 0 });
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const request = requests.get(requestId);
		if (request) request.bytes = encodedDataLength;
	});
	await visit();
	await page.waitForLoadState('networkidle');
	await session.detach();
	return [...requests.values()];
}

const total = (all: readonly Pick<Loaded, 'bytes'>[]) =>
	all.reduce((sum, { bytes }) => sum + bytes, 0);

test('the first page costs a phone less than 60 kB, everything in it @once', async ({ page }) => {
	for (const path of ['/', '/sign-in', '/join', '/help']) {
		const all = await loaded(page, () => page.goto(path));

		test.info().annotations.push({ type: 'bytes', description: `${path}: ${total(all)}` });
		expect(total(all), JSON.stringify(all)).toBeLessThan(FIRST_PAGE);
	}
});

test('a question page brings less than 40 kB of JavaScript @once', async ({ page, t }) => {
	await signIn(page, t, 'Amina');
	await begin(page, t, 'standard');
	for (const question of ['S2', '1', '3', '5', '23', '3/draw?question=3']) {
		const all = await loaded(page, () => page.goto(`/me/say/before-my-review/${question}`));
		const scripts = total(all.filter(({ type }) => type === 'Script'));

		expect(scripts, JSON.stringify(all)).toBeLessThan(QUESTION_PAGE_SCRIPTS);
	}
});

test('a question page on somebody’s own phone brings less than 40 kB of JavaScript, its worker included @once', async ({
	page,
	t
}) => {
	await signIn(page, t, 'Amina', 'own');
	await begin(page, t, 'standard');
	const all = await loaded(page, async () => {
		await page.goto('/me/say/before-my-review/9');
		await prepared(page);
	});
	// The browser fetches it apart from the page.
	const worker = await page.request.get('/service-worker.js', {
		headers: { 'accept-encoding': 'gzip' }
	});
	const path = '/service-worker.js';
	const bytes = gzipSync(await worker.body()).length;
	const scripts = [...all.filter(({ path: asked }) => asked.endsWith('.js')), { path, bytes }];

	test.info().annotations.push({ type: 'bytes', description: String(total(scripts)) });
	expect(scripts.map((one) => one.path).join()).toMatch(/offline-form/);
	expect(total(scripts), JSON.stringify(scripts)).toBeLessThan(QUESTION_PAGE_SCRIPTS);
});

test('a question page with JavaScript off is one request for HTML and one for CSS @once', async ({
	browser,
	site,
	page,
	t
}) => {
	await signIn(page, t, 'Amina');
	await begin(page, t, 'standard');
	const context = await browser.newContext({
		baseURL: site.url,
		javaScriptEnabled: false,
		storageState: await page.context().storageState()
	});
	const plain = await context.newPage();

	const all = await loaded(plain, () => plain.goto('/me/say/before-my-review/1'));
	await context.close();

	// The icon is the browser's own wish, once, for its tab.
	expect(all.filter(({ path }) => !path.startsWith('/favicon')).map(({ type }) => type)).toEqual([
		'Document',
		'Stylesheet'
	]);
});
