import type { Page } from '@playwright/test';
import { startServer } from '../../support/server.ts';
import { makeConnection, type Connection } from './connection.ts';
import { begin, FORM, signIn } from './journeys.ts';
import { prepared } from './kept-on-phone.ts';
import { expect, test as base } from './site.ts';
import { WRITTEN_MARKS, type Words } from './words.ts';

/** Tests whose connection can be cut. */
export const test = base.extend<{ line: Connection }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
	line: async ({}, use) => {
		const line = await makeConnection();
		await use(line);
		await line.close();
	},
	site: async ({ line }, use) => {
		const server = await startServer(process.env['SAYSO_TEST_SEED'] ?? '', line.url);
		line.leadTo(server.port);
		await use(server);
		await server.stop();
		const log = server.log().toLowerCase();
		expect(WRITTEN_MARKS.filter((mark) => log.includes(mark))).toEqual([]);
		expect(log).not.toMatch(/unexpected_error|warning:/);
	},
	// Here requests fail, and the browser says so in its console.
	watched: async ({ context }, use) => {
		const problems: string[] = [];
		context.on('weberror', (error) => problems.push(error.error().message));
		context.on('console', (message) => {
			if (/content security|refused to/i.test(message.text())) problems.push(message.text());
		});
		await use(null);
		expect(problems).toEqual([]);
	}
});

export const NOTHING = { databases: [], caches: [], workers: 0 };

export const next = (page: Page, t: Words) =>
	page.getByRole('button', { name: t('forms:next'), exact: true });

/** Signed in on their own phone, on the page of question 9, with all there that is needed without a connection. */
export async function onOwnPhone(page: Page, t: Words, who = 'Kai'): Promise<void> {
	await signIn(page, t, who, 'own');
	await begin(page, t, 'standard');
	await page.goto(`${FORM}/9`);
	await prepared(page);
}

export { expect };
