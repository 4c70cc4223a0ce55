import { defineConfig, type PlaywrightTestProject } from '@playwright/test';
import { findBrowser } from './src/setup/browser.ts';
import type { SiteOptions } from './tests/e2e/support/site.ts';

const browser = findBrowser();

/**
 * Long ways, form after form and page after page: gone in English with JavaScript and in Arabic without it, so that each
 * direction and each mode is tried, and not every pair of them.
 */
const LONG_WAYS =
	/(after|answering|asked|before|carers|concerns|diary|duty|forms|from-date-to-letter|insight|letters|machines|my-meeting|my-things|parents|report|requests|rights|small-numbers|survey-figures|themes|together)\.spec\.ts$/;

/** Every other journey is gone in both directions of writing, with and without what JavaScript adds. */
const projects: PlaywrightTestProject<SiteOptions>[] = [
	{ name: 'en', use: { reads: 'en', locale: 'en-GB' } },
	{ name: 'ar', use: { reads: 'ar', locale: 'ar' }, grepInvert: /@once/, testIgnore: LONG_WAYS },
	{
		name: 'en, no JavaScript',
		use: { reads: 'en', locale: 'en-GB', javaScriptEnabled: false },
		grepInvert: /@once|@javascript/,
		testIgnore: LONG_WAYS
	},
	{
		name: 'ar, no JavaScript',
		use: { reads: 'ar', locale: 'ar', javaScriptEnabled: false },
		grepInvert: /@once|@javascript/
	}
];

export default defineConfig<SiteOptions>({
	testDir: 'tests/e2e',
	globalSetup: './tests/e2e/support/seeded-database.ts',
	outputDir: 'test-results/e2e',
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		viewport: { width: 390, height: 844 },
		timezoneId: 'Europe/London',
		colorScheme: 'light',
		// A colour half-way through its fade is not one to judge contrast by.
		contextOptions: { reducedMotion: 'reduce' },
		actionTimeout: 15_000,
		trace: 'off',
		screenshot: 'only-on-failure',
		launchOptions: {
			...browser,
			// Nothing outside this machine is asked for, so nothing outside may answer.
			args: [...(browser?.args ?? []), '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']
		}
	},
	projects
});
