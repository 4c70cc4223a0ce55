import { currentAuthor } from './store.ts';

/**
 * Copies in the browser's own cache: files of the site, and the pages that are open to all. They are asked for without
 * the session, so that nothing of anybody is in them.
 */
const DAY_MS = 24 * 60 * 60_000;

/** Said where there is no connection and nothing better to show. */
export const NO_CONNECTION = '/offline';

/** Opened without a connection, in the language last seen. */
const OPEN_PAGES = [
	NO_CONNECTION,
	'/',
	'/help',
	'/rights',
	'/rights/meetings',
	'/rights/who-is-who',
	'/rights/pledge',
	'/privacy',
	'/accessibility',
	'/sign-in',
	'/join'
];

const filesOf = (version: string): string => `files-${version}`;
const pagesOf = (version: string, language: string): string => `open-${version}-${language}`;

/** From the copy where there is one: a file's address changes with what is in it. */
export async function fileFrom(version: string, request: Request): Promise<Response> {
	const there = await caches.match(request.url, { cacheName: filesOf(version) });
	if (there) return there;
	const answer = await fetch(request);
	if (answer.ok) {
		const copy = answer.clone();
		await (await placeFor(filesOf(version)))?.put(request.url, copy);
	}
	return answer;
}

/**
 * Asking for a place makes it. Whoever left meanwhile is noted no more *before* they look for places to delete, so one
 * of both finds what was made too late: they, or this.
 * @returns null where nothing is kept for anybody
 */
async function placeFor(name: string): Promise<Cache | null> {
	if ((await currentAuthor()) === null) return null;
	const place = await caches.open(name);
	if ((await currentAuthor()) !== null) return place;
	await caches.delete(name);
	return null;
}

export async function keepFiles(version: string, addresses: readonly string[]): Promise<void> {
	const files = await placeFor(filesOf(version));
	if (!files) return;
	for (const address of addresses) {
		const { pathname } = new URL(address, location.origin);
		if (!isFile(pathname) || (await files.match(address))) continue;
		await files.add(address).catch(() => undefined);
	}
}

export const isFile = (path: string): boolean =>
	path.startsWith('/_app/immutable/') || path === '/favicon.svg';

/** Keeps the open pages in one language, with the files they name; those in another language go. */
export async function keepOpenPages(version: string, language: string): Promise<void> {
	const name = pagesOf(version, language);
	for (const other of await caches.keys())
		if (other.startsWith('open-') && other !== name) await caches.delete(other);
	const pages = await placeFor(name);
	if (!pages) return;
	for (const path of OPEN_PAGES) {
		const there = await pages.match(path);
		if (there && Date.now() - Date.parse(there.headers.get('date') ?? '') < DAY_MS) continue;
		const answer = await fetch(`${path}?kept`, {
			credentials: 'omit',
			headers: { accept: 'text/html', 'accept-language': language }
		}).catch(() => null);
		if (!answer?.ok || answer.redirected) continue;
		const html = await answer.clone().text();
		await keepFiles(version, [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(address));
		await pages.put(path, answer);
	}
}

const address = (match: RegExpMatchArray): string => match[1] ?? '';

/** An open page as it was kept, in whichever language that was. */
export async function openPage(path: string): Promise<Response | null> {
	for (const name of await caches.keys()) {
		if (!name.startsWith('open-')) continue;
		const there = await (await caches.open(name)).match(path);
		if (there) return there;
	}
	return null;
}

/** What another version of the site kept. */
export async function dropOldCopies(version: string): Promise<void> {
	for (const name of await caches.keys())
		if (name !== filesOf(version) && !name.startsWith(`open-${version}-`))
			await caches.delete(name);
}
