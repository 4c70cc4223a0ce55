import { keepForm, PASS } from './begun.ts';
import { inTrouble, waiting, type Waiting } from './outbox.ts';
import { drop, dropExpired } from './store.ts';

/** What the server says to a post (Kit's answer to a form action asked for as JSON). */
interface Answer {
	readonly type?: string;
	readonly status?: number;
	readonly location?: string;
	/** Kit's own encoding; only looked through for codes. */
	readonly data?: string;
}

/**
 * - `done`: the server has it
 * - `later`: it could not be reached, or nobody is signed in
 * - anything else is why it was not taken: a key under `offline:trouble`
 */
export type Verdict = 'done' | 'later' | { readonly trouble: Trouble };

export const TROUBLES = [
	'answer_changed_elsewhere',
	'draft_gone',
	'draft_changed',
	'choose_meeting',
	'nothing_to_send'
] as const;
export type Trouble = (typeof TROUBLES)[number] | 'look_again';

export function verdict({ type, status = 0, location = '', data = '' }: Answer): Verdict {
	if (type === 'success') return 'done';
	if (type === 'redirect') return location.startsWith('/sign-in') ? 'later' : 'done';
	// Not theirs, as somebody else is signed in; signed out; too often; the server's own trouble: none is the words' fault.
	if (status === 401 || status === 429 || status >= 500 || data.includes('"not_the_author"'))
		return 'later';
	if (type !== 'failure' && type !== 'error') return 'later';
	return { trouble: TROUBLES.find((code) => data.includes(`"${code}"`)) ?? 'look_again' };
}

export interface Drained {
	/** How many posts the server took. */
	readonly taken: number;
	/** Where to see what was sent, if anything was. */
	readonly sentAt: string | null;
}

const NOTHING: Drained = { taken: 0, sentAt: null };

/**
 * Posts what waits, in order, from one window at a time. A repeat does no harm: a page's post has its token and turn, a
 * send its key.
 */
export async function drain(author: string): Promise<Drained> {
	await dropExpired();
	if (!('locks' in navigator)) return drainAll(author);
	return navigator.locks.request('sayso-outbox', { ifAvailable: true }, (lock) =>
		lock ? drainAll(author) : NOTHING
	);
}

async function drainAll(author: string): Promise<Drained> {
	const all = await waiting(author);
	/** Nothing is sent over an answer that is not with the server. */
	const blocked = new Set(
		all.filter(({ value }) => value.trouble).map(({ value }) => value.formId)
	);
	const touched = new Set<string>();
	let taken = 0;
	let sentAt: string | null = null;
	for (const one of all) {
		const { formId, kind, trouble } = one.value;
		if (trouble || (kind === 'send' && blocked.has(formId))) continue;
		// The worker is at it, on behalf of the page it was pressed on.
		if (one.claimedUntil > Date.now()) {
			blocked.add(formId);
			continue;
		}
		const answer = await post(one);
		const said = verdict(answer);
		if (said === 'later') break;
		if (said === 'done') {
			await drop(one);
			taken += 1;
			touched.add(formId);
			if (kind === 'send') sentAt = answer.location ?? null;
		} else {
			await inTrouble(one, said.trouble);
			blocked.add(formId);
		}
	}
	for (const formId of touched) await keepForm(author, formId);
	return { taken, sentAt };
}

async function post({ value }: Waiting): Promise<Answer> {
	try {
		const response = await fetch(value.path, {
			method: 'POST',
			body: new URLSearchParams(value.body),
			headers: { ...PASS, accept: 'application/json', 'x-sveltekit-action': 'true' },
			credentials: 'same-origin'
		});
		return (await response.json()) as Answer;
	} catch {
		return {};
	}
}
