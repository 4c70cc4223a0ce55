import { drop, openAll, put, type Opened, type Row } from './store.ts';

/** Something a young person did that the server has not heard of, as their page would post it. */
export interface Post {
	readonly kind: 'page' | 'send';
	readonly formId: string;
	/** Of a page; empty for sending. */
	readonly pageId: string;
	/** What the form is called, in the words they read. */
	readonly title: string;
	readonly path: string;
	/** As a form encodes it. */
	readonly body: string;
	/** Why the server did not take it: a key under `offline:trouble`. Then it waits for its author to look. */
	readonly trouble?: string;
}

export type Waiting = Opened<Post>;

/** How long a post may be under way before somebody else may try. */
export const CLAIM_MS = 25_000;

/** What of a page's or a send's own post is kept: what they pressed beside going on or skipping is not done later. */
export function postFrom(path: string, body: string): Post | null {
	const [, formId = '', pageId = ''] = /^\/me\/say\/([\w-]+)\/([\w.-]+)$/.exec(path) ?? [];
	if (pageId === '') return null;
	const fields = new URLSearchParams(body);
	const common = { formId, path, title: '' };
	if (pageId === 'send') {
		const key = fields.get('send_key');
		return key ? { ...common, kind: 'send', pageId: '', body } : null;
	}
	if (!fields.has('author') || !fields.get('page_token')) return null;
	const pressed = fields.get('do') ?? '';
	fields.set('do', pressed === 'skip' ? 'skip' : goesOn(pressed, fields) ? 'next' : 'keep');
	fields.delete('language');
	return { ...common, kind: 'page', pageId, body: fields.toString() };
}

/** Whether the button leads to another page. */
export const movesOn = (body: string): boolean => {
	const fields = new URLSearchParams(body);
	const pressed = fields.get('do') ?? '';
	return pressed === 'skip' || goesOn(pressed, fields);
};

const goesOn = (pressed: string, fields: URLSearchParams): boolean =>
	pressed === 'next' || pressed === 'enough' || (pressed === '' && !fields.has('language'));

/**
 * Keeps a post until it is answered. One page's later post takes the place of its earlier one; two pages' posts of the
 * same question both stay, and the server asks which one counts.
 */
export async function keep(author: string, post: Post, claimedUntil = 0): Promise<Row | null> {
	const fields = new URLSearchParams(post.body);
	const id = (post.kind === 'send' ? fields.get('send_key') : fields.get('page_token')) ?? '';
	const there = (await waiting(author)).find((one) => one.id === id);
	if (there && turnOf(there.value) > turnOf(post)) return null;
	return put({ id, kind: 'post', author, claimedUntil }, post);
}

/** Everything of this author that is not sent yet: pages in the order they were written, then what they pressed “Send” on. */
export async function waiting(author: string): Promise<Waiting[]> {
	const all = await openAll<Post>('post', author);
	return [
		...all.filter(({ value }) => value.kind === 'page'),
		...all.filter(({ value }) => value.kind === 'send')
	];
}

/** Says why a post was not taken. It stays until its author has looked. */
export async function inTrouble({ id, author, value }: Waiting, trouble: string): Promise<void> {
	await put({ id, kind: 'post', author }, { ...value, trouble });
}

/** @param formId of this form alone */
export async function deleteWaiting(author: string, formId?: string): Promise<void> {
	for (const one of await waiting(author))
		if (formId === undefined || one.value.formId === formId) await drop(one);
}

const turnOf = ({ body }: Post): number => Number(new URLSearchParams(body).get('turn')) || 0;
