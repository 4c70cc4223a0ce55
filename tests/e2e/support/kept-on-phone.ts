import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

type Kind = 'post' | 'form' | 'page';

/** How many rows of a kind the phone's own database holds. */
export async function keptOn(page: Page, kind?: Kind): Promise<number> {
	return page.evaluate(
		(wanted) =>
			new Promise<number>((done, failed) => {
				const request = indexedDB.open('sayso');
				request.onerror = () => failed(request.error ?? new Error('not opened'));
				request.onsuccess = () => {
					const database = request.result;
					if (!database.objectStoreNames.contains('rows')) {
						database.close();
						done(0);
						return;
					}
					const all = database.transaction('rows').objectStore('rows').getAll();
					all.onsuccess = () => {
						database.close();
						const rows = all.result as { kind: string }[];
						done(rows.filter((row) => wanted === undefined || row.kind === wanted).length);
					};
				};
			}),
		kind
	);
}

/** The phone has fetched what it needs to go on with this form without a connection. */
export async function prepared(page: Page): Promise<void> {
	await expect.poll(() => keptOn(page, 'page')).toBeGreaterThan(0);
	await expect
		.poll(() =>
			page.evaluate(
				async () =>
					navigator.serviceWorker.controller !== null &&
					(await caches.match('/join')) !== undefined &&
					(await caches.keys()).length === 2
			)
		)
		.toBe(true);
}

/** All that a browser can keep of a site: nothing, where nothing may stay. */
export async function everythingKept(
	page: Page
): Promise<{ databases: string[]; caches: string[]; workers: number }> {
	return page.evaluate(async () => ({
		databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length
	}));
}

/** Copies in the browser's own cache that have any of these words in them or in their address. */
export async function personalCopies(page: Page, words: readonly string[]): Promise<string[]> {
	return page.evaluate(async (looked) => {
		const found: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const text = (await (await cache.match(request))?.text()) ?? '';
				const isPage = !request.url.includes('/_app/');
				if (isPage && looked.some((word) => (request.url + text).includes(word)))
					found.push(request.url);
			}
		}
		return found;
	}, words);
}

/** What a script of the page gets to know of the key that the rows are sealed with. */
export async function keyOf(page: Page): Promise<{ extractable: boolean; exported: string }> {
	return page.evaluate(async () => {
		const stored = await new Promise<{ key: CryptoKey }>((done, failed) => {
			const request = indexedDB.open('sayso');
			request.onerror = () => failed(request.error ?? new Error('not opened'));
			request.onsuccess = () => {
				const asked = request.result.transaction('meta').objectStore('meta').get('key');
				asked.onsuccess = () => {
					request.result.close();
					done(asked.result as { key: CryptoKey });
				};
			};
		});
		const exported = await crypto.subtle
			.exportKey('raw', stored.key)
			.then(() => 'exported')
			.catch((problem: unknown) => (problem as DOMException).name);
		return { extractable: stored.key.extractable, exported };
	});
}

/** The files below a browser's profile that hold a word, in any of the ways browsers write text. */
export function wordsOnDisk(profile: string, word: string): string[] {
	const capital = word.charAt(0).toUpperCase() + word.slice(1);
	const ways = [word, capital, encodeURIComponent(word), encodeURIComponent(capital)].flatMap(
		(text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
	);
	return readdirSync(profile, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => {
			const bytes = readFileSync(file);
			return ways.some((way) => bytes.includes(way));
		});
}
