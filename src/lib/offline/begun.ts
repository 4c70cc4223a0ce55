import type { Face, Facts, Form } from '../forms/definition.ts';
import type { Fields } from '../forms/fields.ts';
import { drop, openAll, put } from './store.ts';

/** A form that was begun, with all that going on without a connection needs (`offline/mine` serves it). */
export interface Begun {
	readonly form: Form;
	/** What it is called, in the language they read. */
	readonly title: string;
	readonly language: string;
	readonly face: Face;
	readonly facts: Facts;
	/** Which draft it is: what is written without a connection never gets into a later one unseen. */
	readonly sendKey: string;
	/** What the controls of all its questions hold. */
	readonly fields: Fields;
	/** Questions that were passed over. */
	readonly skipped: readonly string[];
	/** Questions whose answers are for the chair alone. */
	readonly chairOnly: readonly string[];
	readonly stamps: Readonly<Record<string, number>>;
}

/** A whole page as the server drew it. */
export interface KeptPage {
	readonly path: string;
	readonly html: string;
	readonly policy: string;
	/** Changes with what the page is drawn from, so that it is fetched anew only then. */
	readonly drawnFrom: string;
}

/** Goes with requests of ours that no worker is to answer or keep. */
export const PASS = { 'x-sayso-offline': '1' } as const;

export const shellPath = (formId: string): string => `/me/say/${formId}/offline`;

export async function begunForms(author: string): Promise<Begun[]> {
	return (await openAll<Begun>('form', author)).map(({ value }) => value);
}

export async function begunForm(author: string, formId: string): Promise<Begun | null> {
	return (await begunForms(author)).find(({ form }) => form.id === formId) ?? null;
}

/** Brings what is kept of a begun form up to date, and its shell where that changed. Quiet without a connection. */
export async function keepForm(author: string, formId: string): Promise<void> {
	try {
		const answer = await fetch(`${shellPath(formId)}/mine`, { headers: PASS });
		if (answer.status === 404) return await forgetForm(author, formId);
		if (!answer.ok || answer.redirected) return;
		const begun = (await answer.json()) as Begun & { author: string };
		if (begun.author !== author) return;
		await replace('form', author, begun, ({ form }) => form.id === formId);
		const { form, face, language } = begun;
		await keepPage(author, shellPath(formId), JSON.stringify([form.version, face, language]));
	} catch {
		// It stays as it was kept before.
	}
}

/** @param drawnFrom where this is what it was, the page is not fetched again; without it, it always is */
export async function keepPage(author: string, path: string, drawnFrom?: string): Promise<void> {
	const there = await keptPage(author, path);
	if (there && drawnFrom !== undefined && there.drawnFrom === drawnFrom) return;
	const answer = await fetch(path, { headers: { ...PASS, accept: 'text/html' } });
	if (!answer.ok || answer.redirected) return;
	const page: KeptPage = {
		path,
		html: await answer.text(),
		policy: answer.headers.get('content-security-policy') ?? "default-src 'none'",
		drawnFrom: drawnFrom ?? ''
	};
	await replace('page', author, page, (one) => one.path === path);
}

export async function keptPage(author: string, path: string): Promise<KeptPage | null> {
	const all = await openAll<KeptPage>('page', author);
	return all.find(({ value }) => value.path === path)?.value ?? null;
}

/** A new version of the site draws them anew. */
export async function dropPages(author: string): Promise<void> {
	for (const one of await openAll<KeptPage>('page', author)) await drop(one);
}

/** Sent or deleted: there is nothing to go on with. */
async function forgetForm(author: string, formId: string): Promise<void> {
	for (const one of await openAll<Begun>('form', author))
		if (one.value.form.id === formId) await drop(one);
	for (const one of await openAll<KeptPage>('page', author))
		if (one.value.path === shellPath(formId)) await drop(one);
}

async function replace<T>(
	kind: 'form' | 'page',
	author: string,
	value: T,
	same: (one: T) => boolean
): Promise<void> {
	const there = (await openAll<T>(kind, author)).find((one) => same(one.value));
	await put({ id: there?.id ?? crypto.randomUUID(), kind, author }, value);
}
