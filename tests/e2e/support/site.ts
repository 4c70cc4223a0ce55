import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { startServer, type RunningServer } from '../../support/server.ts';
import { contrastFaults, faults } from './accessible.ts';
import { wordsIn, WRITTEN_MARKS, type Words } from './words.ts';

export interface SiteOptions {
	/** The language whoever is at the screen reads. */
	readonly reads: 'en' | 'ar';
}

interface SiteFixtures {
	/** A server of this test's own, on a fresh copy of the demo council. */
	readonly site: RunningServer;
	/** The site's words in the language of this run. */
	readonly t: Words;
	/** Looks at the page as a stranger would: accessible, whole at 320 px, in the right language and direction. */
	readonly look: (page: Page) => Promise<void>;
	/** The same, and whether everything can still be read on a dark screen. */
	readonly lookInTheDarkToo: (page: Page) => Promise<void>;
	/** Another phone or computer, watched like the first. */
	readonly anotherDevice: (options?: { reads?: 'en' | 'ar'; width?: number }) => Promise<Page>;
	readonly watched: null;
}

export const test = base.extend<SiteFixtures & SiteOptions>({
	reads: ['en', { option: true }],

	// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
	site: async ({}, use) => {
		const seed = process.env['SAYSO_TEST_SEED'];
		if (!seed) throw new Error('the demo council was not seeded');
		const server = await startServer(seed);
		await use(server);
		await server.stop();
		expect(marksIn(server.log()), 'words somebody wrote, in the log').toEqual([]);
		expect(server.log()).not.toMatch(/unexpected_error|[Ww]arning:/);
	},

	baseURL: async ({ site }, use) => use(site.url),

	t: async ({ reads }, use) => use(wordsIn(reads)),

	watched: [
		async ({ context, site }, use) => {
			const problems = watch(context, site.url);
			await use(null);
			expect(problems).toEqual([]);
		},
		{ auto: true }
	],

	anotherDevice: async ({ browser, site, reads, javaScriptEnabled }, use) => {
		const opened: { context: BrowserContext; problems: string[] }[] = [];
		await use(async (options = {}) => {
			const language = options.reads ?? reads;
			const context = await browser.newContext({
				baseURL: site.url,
				javaScriptEnabled,
				locale: language === 'en' ? 'en-GB' : language,
				timezoneId: 'Europe/London',
				reducedMotion: 'reduce',
				viewport: { width: options.width ?? 390, height: 844 }
			});
			opened.push({ context, problems: watch(context, site.url) });
			return context.newPage();
		});
		for (const { context, problems } of opened) {
			await context.close();
			expect(problems).toEqual([]);
		}
	},

	look: async ({ javaScriptEnabled }, use) =>
		use(async (page) => {
			// There are words to see before there are styles, when a button led here and not an address.
			await page.waitForLoadState();
			await expect(page.locator('h1')).toHaveCount(1);
			await expect(page.locator('html')).toHaveAttribute('lang', /^[a-z]{2}/);
			const arabic = (await page.locator('html').getAttribute('lang')) === 'ar';
			await expect(page.locator('html')).toHaveAttribute('dir', arabic ? 'rtl' : 'ltr');
			// A key of the locale files that nobody translated comes back as itself.
			expect(await page.locator('body').innerText()).not.toMatch(/\b[a-z_-]+:[a-z_]+\.[a-z_.]+/);
			expect(marksIn(`${await page.title()} ${page.url()}`), 'words in title or address').toEqual(
				[]
			);
			await fitsAt320(page);
			// The same HTML with JavaScript off: axe itself needs it on.
			if (javaScriptEnabled === false) return;
			expect(await faults(page)).toEqual([]);
		}),

	lookInTheDarkToo: async ({ look, javaScriptEnabled }, use) =>
		use(async (page) => {
			await look(page);
			if (javaScriptEnabled === false) return;
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await contrastFaults(page)).toEqual([]);
			await page.emulateMedia({ colorScheme: 'light' });
		})
});

export { expect };

/** No part of a page sticks out sideways on the narrowest phone. */
async function fitsAt320(page: Page): Promise<void> {
	const before = page.viewportSize();
	await page.setViewportSize({ width: 320, height: 640 });
	const sticking = await page.evaluate(() => {
		const root = document.documentElement;
		if (root.scrollWidth <= root.clientWidth) return [];
		return [...document.querySelectorAll('body *')]
			.filter((element) => {
				const box = element.getBoundingClientRect();
				return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
			})
			.slice(0, 5)
			.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
	});
	if (before) await page.setViewportSize(before);
	expect(sticking, 'sticks out at 320 px').toEqual([]);
}

function marksIn(text: string): string[] {
	const decoded = `${text} ${decodedOrSame(text)}`.toLowerCase();
	return WRITTEN_MARKS.filter((mark) => decoded.includes(mark));
}

function decodedOrSame(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Whatever a page should never do: a refused style or script, a script's error, a request to anybody else. */
function watch(context: BrowserContext, origin: string): string[] {
	const problems: string[] = [];
	context.on('request', (request) => {
		const url = request.url();
		// *Leave now* ends on a neutral page of somebody else; the browser of the tests finds nobody there.
		const leaving = request.redirectedFrom()?.url() === `${origin}/leave`;
		if (!leaving && !url.startsWith(`${origin}/`) && !/^(blob|data|about|chrome-error):/.test(url))
			problems.push(`asked ${new URL(url).origin}`);
		const marks = marksIn(url);
		if (marks.length > 0) problems.push(`words in an address: ${marks.join()}`);
	});
	context.on('weberror', (error) => problems.push(`script: ${error.error().message}`));
	context.on('console', (message) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		// The browser tells of every page that answers 4xx; that those pages come is what tests ask for.
		const refusedPage =
			/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) &&
			!/\/_app\/|\.\w+$/.test(new URL(message.location().url).pathname);
		const left = message.text().includes('net::ERR_NAME_NOT_RESOLVED');
		if (!refusedPage && !left) problems.push(`console: ${message.text()}`);
	});
	return problems;
}
