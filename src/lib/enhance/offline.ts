import { begunForms, keepForm, keepPage, shellPath } from '../offline/begun.ts';
import { drain } from '../offline/drain.ts';
import { isForgetting, markAsKeeping } from '../offline/forget.ts';
import { waiting } from '../offline/outbox.ts';
import { beginKeeping, currentAuthor } from '../offline/store.ts';
import type { Wish } from '../offline/worker.ts';
import { showWaiting, showTaken, startStatus } from './offline-status.ts';

const FIRST_RETRY_MS = 5000;
const LAST_RETRY_MS = 60_000;

/**
 * On a young person's own phone: keeps what needs no connection to go on, and sends what waits.
 * @param given the server's mark for them; null on a copy of an open page, which knows nobody
 */
export async function startOffline(given: string | null): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const author = given ?? (await currentAuthor());
	if (author === null || isForgetting()) return;
	if (given !== null) {
		markAsKeeping();
		await beginKeeping(given);
	}
	let retryAfter = FIRST_RETRY_MS;
	let timer = 0;

	/** @returns whether the server has all there was */
	async function sendWaiting(): Promise<boolean> {
		clearTimeout(timer);
		if (!author) return true;
		const before = (await waiting(author)).length;
		if (before > 0) showTaken(await drain(author));
		const left = await waiting(author);
		showWaiting(left);
		if (left.some(({ value }) => !value.trouble)) {
			timer = window.setTimeout(() => void sendWaiting(), retryAfter);
			retryAfter = Math.min(retryAfter * 2, LAST_RETRY_MS);
		} else retryAfter = FIRST_RETRY_MS;
		return left.length === 0;
	}

	startStatus(author, sendWaiting);
	rememberWhatWaited();
	addEventListener('online', () => void sendWaiting());
	// Somebody wrote without a connection: in the form kept here, or on a page whose words the worker took.
	addEventListener('sayso:kept', () => void sendWaiting());
	const shell = document.querySelector<HTMLElement>('[data-offline-form]');
	if (shell) {
		const { startOfflineForm } = await import('./offline-form.ts');
		await startOfflineForm(shell, author);
	}
	await sendWaiting();
	await showBegun(author);
	if (given !== null && !isForgetting()) await prepare(author);
}

/** Fetches what is needed without a connection, once the page has come to rest. */
async function prepare(author: string): Promise<void> {
	await navigator.serviceWorker.register('/service-worker.js', {
		type: import.meta.env.DEV ? 'module' : 'classic'
	});
	const { active } = await navigator.serviceWorker.ready;
	const ask = (wish: Wish) => active?.postMessage(wish);
	// Its part of the script is wanted when there is no connection, and can not be fetched then.
	await import('./offline-form.ts');
	ask({ files: performance.getEntriesByType('resource').map(({ name }) => name) });
	ask({ openPagesIn: document.documentElement.lang });
	const [, formId] = /^\/me\/say\/([\w-]+)/.exec(location.pathname) ?? [];
	if (formId) await keepForm(author, formId);
	if (document.querySelector('[data-keeps-offline]'))
		await keepPage(author, location.pathname + location.search);
}

/** A page that shows what had been refused says so when it is posted: then that need not wait any more. */
function rememberWhatWaited(): void {
	const id = new URLSearchParams(location.search).get('waited');
	const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
	if (!id || !form) return;
	const field = document.createElement('input');
	Object.assign(field, { type: 'hidden', name: 'waited', value: id });
	form.append(field);
}

/** On the page that says there is no connection: the forms that can be gone on with. */
async function showBegun(author: string): Promise<void> {
	const section = document.querySelector<HTMLElement>('[data-begun]');
	const list = section?.querySelector('ul');
	const template = section?.querySelector('template');
	if (!section || !list || !template) return;
	for (const { form, title } of await begunForms(author)) {
		const row = template.content.cloneNode(true) as DocumentFragment;
		row.querySelector('a')?.setAttribute('href', shellPath(form.id));
		const words = row.querySelector('[data-title]');
		if (words) words.textContent = title;
		list.append(row);
		section.hidden = false;
	}
}
