import { begunForm, dropPages, keptPage, PASS, shellPath } from './begun.ts';
import {
	dropOldCopies,
	fileFrom,
	isFile,
	keepFiles,
	keepOpenPages,
	NO_CONNECTION,
	openPage
} from './copies.ts';
import { drain, verdict } from './drain.ts';
import { CLAIM_MS, keep, movesOn, postFrom, waiting, type Post } from './outbox.ts';
import { currentAuthor, drop, dropExpired, release, type Row } from './store.ts';
import type { FetchEvent, WorkerScope } from './worker-types.ts';

/** A connection that says nothing for so long is none, where there is something else to show. */
const PATIENCE_MS = 20_000;
const PASS_HEADER = Object.keys(PASS)[0] ?? '';
/** Ways out, and pages of staff: these are between the browser and the server alone. */
const NOT_OURS = /^\/(leave|sign-out|desk|staff|insight|admin|healthz)\b/;

/** What a page asks of the worker. */
export type Wish =
	| { readonly files: readonly string[] }
	| { readonly openPagesIn: string }
	| { readonly drain: true };

/** Stands between the pages and the network on a young person's own phone, and nowhere else. */
export function startWorker(scope: WorkerScope, version: string): void {
	scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
	scope.addEventListener('activate', (event) => event.waitUntil(begin(scope, version)));
	scope.addEventListener('message', (event) =>
		event.waitUntil(grant(event.data as Wish, version).catch(() => undefined))
	);
	scope.addEventListener('sync', (event) => event.waitUntil(drainForCurrent()));
	scope.addEventListener('fetch', (event) => {
		const { request } = event;
		const { origin, pathname } = new URL(request.url);
		if (origin !== location.origin || NOT_OURS.test(pathname) || request.headers.has(PASS_HEADER))
			return;
		if (request.method === 'GET' && isFile(pathname)) event.respondWith(fileFrom(version, request));
		else if (request.method === 'GET' && request.mode === 'navigate')
			event.respondWith(pageFor(request));
		else if (request.method === 'POST' && pathname.startsWith('/me/say/'))
			event.respondWith(posted(event, scope));
	});
}

async function begin(scope: WorkerScope, version: string): Promise<void> {
	await scope.clients.claim();
	await dropOldCopies(version);
	await dropExpired();
	const author = await currentAuthor();
	// They name files of the version before.
	if (author) await dropPages(author);
}

async function grant(wish: Wish, version: string): Promise<void> {
	if ('files' in wish) await keepFiles(version, wish.files);
	else if ('openPagesIn' in wish) await keepOpenPages(version, wish.openPagesIn);
	else await drainForCurrent();
}

async function drainForCurrent(): Promise<void> {
	const author = await currentAuthor();
	if (author) await drain(author);
}

/** The page itself; without a connection what is kept of it, or of its form, or that there is none. */
async function pageFor(request: Request): Promise<Response> {
	try {
		return await soon(fetch(request));
	} catch {
		const { pathname, search } = new URL(request.url);
		return (
			(await sealedPage(pathname + search)) ??
			(await shellFor(pathname)) ??
			(await openPage(pathname)) ??
			(await openPage(NO_CONNECTION)) ??
			Response.error()
		);
	}
}

async function sealedPage(path: string): Promise<Response | null> {
	const author = await currentAuthor();
	const kept = author && (await keptPage(author, path));
	if (!kept) return null;
	return new Response(kept.html, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': kept.policy,
			'cache-control': 'no-store'
		}
	});
}

/** Any page of a form that was begun leads to its shell. */
async function shellFor(path: string): Promise<Response | null> {
	const [, formId = '', pageId = ''] = /^\/me\/say\/([\w-]+)(?:\/([\w.-]+))?/.exec(path) ?? [];
	const author = await currentAuthor();
	if (!author || formId === '' || !(await keptPage(author, shellPath(formId)))) return null;
	return redirectTo(formId, pageId);
}

const redirectTo = (formId: string, place: string): Response =>
	new Response(null, { status: 303, headers: { location: `${shellPath(formId)}#${place}` } });

/**
 * What a page posts is kept first and dropped once it is answered: whether the connection goes, the tab or the worker
 * itself, it is sent later.
 */
async function posted(event: FetchEvent, scope: WorkerScope): Promise<Response> {
	const { request } = event;
	const { pathname, search } = new URL(request.url);
	const type = request.headers.get('content-type') ?? '';
	const copy = type.startsWith('application/x-www-form-urlencoded') ? request.clone() : null;
	const going = fetch(request);
	const body = (await copy?.text().catch(() => '')) ?? '';
	const post = postFrom(pathname, body);
	const held = post && (await hold(post).catch(() => null));
	if (!post || !held) return going;

	const settled = going.then((response) => settle(response, post, held));
	// An answer that comes after our patience still counts.
	event.waitUntil(settled.catch(() => undefined));
	try {
		return await soon(settled);
	} catch {
		await release(held).catch(() => undefined);
		await scope.registration.sync?.register('outbox').catch(() => undefined);
		if (request.mode !== 'navigate') return Response.json({ type: 'kept_here' });
		return (
			(await shellAfter(post, body, search)) ?? (await openPage(NO_CONNECTION)) ?? Response.error()
		);
	}
}

/** Keeps it for whoever is signed in, and for nobody else. */
async function hold(post: Post): Promise<Row | null> {
	const author = await currentAuthor();
	const fields = new URLSearchParams(post.body);
	if (!author || (post.kind === 'page' && fields.get('author') !== author)) return null;
	const begun = await begunForm(author, post.formId);
	if (begun && post.kind === 'page') fields.set('draft', begun.sendKey);
	const whole = { ...post, title: begun?.title ?? '', body: fields.toString() };
	return keep(author, whole, Date.now() + CLAIM_MS);
}

async function settle(response: Response, post: Post, held: Row): Promise<Response> {
	const asJson = response.headers.get('content-type')?.startsWith('application/json');
	const said = asJson
		? verdict((await response.clone().json()) as Parameters<typeof verdict>[0])
		: response.status === 401 || response.status === 429 || response.status >= 500
			? 'later'
			: 'done';
	// A page that was refused comes back with all that was typed.
	if (said === 'later') await release(held);
	else await drop(held);
	if (response.type === 'opaqueredirect') await dropLookedAt(post);
	return response;
}

/** The page showed what had been refused before, and now it is settled. */
async function dropLookedAt({ body }: Post): Promise<void> {
	const id = new URLSearchParams(body).get('waited');
	const author = await currentAuthor();
	if (!id || !author) return;
	for (const one of await waiting(author)) if (one.id === id) await drop(one);
}

async function shellAfter(post: Post, body: string, search: string): Promise<Response | null> {
	if (!(await shellFor(post.path))) return null;
	if (post.kind === 'send') return redirectTo(post.formId, 'check');
	if (!movesOn(body)) return redirectTo(post.formId, post.pageId);
	const toCheck = new URLSearchParams(search).get('back') === 'check';
	return redirectTo(post.formId, toCheck ? 'check' : `after-${post.pageId}`);
}

function soon(answer: Promise<Response>): Promise<Response> {
	return new Promise((done, failed) => {
		const timer = setTimeout(() => failed(new Error('no answer')), PATIENCE_MS);
		answer.then(done, failed).finally(() => clearTimeout(timer));
	});
}
