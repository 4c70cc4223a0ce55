import type { RequestEvent } from '@sveltejs/kit';
import { NOBODY, type Actor } from '../access.ts';
import type { App } from '../app.ts';
import type { Printed } from '../documents/printed-pictures.ts';
import { invalid, notFound, Refusal, signedOut } from '../errors.ts';
import { readParams } from '../machines/lists.ts';

/** What a program asks: who it is comes from its key alone, never from a cookie. */
export interface ApiCall {
	readonly app: App;
	readonly actor: Actor;
	readonly params: URLSearchParams;
	/** What it sent, where it sends something. */
	json(): Promise<unknown>;
}

const STATUS: Readonly<Record<Refusal['kind'], number>> = {
	not_found: 404,
	signed_out: 401,
	forbidden: 403,
	conflict: 409,
	invalid: 422,
	throttled: 429,
	gone: 410
};
const TITLES: Readonly<Record<number, string>> = {
	400: 'This cannot be read',
	401: 'A key is needed',
	403: 'The key has not the scope for this',
	404: 'Nothing is here',
	409: 'It changed meanwhile',
	410: 'It is gone',
	413: 'This is too large',
	415: 'Send JSON',
	422: 'A field cannot be taken',
	429: 'Too many calls'
};
const MOST_BODY_CHARACTERS = 10_000;
const HEADERS = {
	'Cache-Control': 'no-store',
	'X-Content-Type-Options': 'nosniff',
	'Content-Security-Policy': "default-src 'none'; sandbox"
} as const;

/** Wraps what programs call: a key instead of a session, JSON instead of a page, a problem (RFC 9457) instead of words. */
export function api<E extends RequestEvent>(
	work: (call: ApiCall, event: E) => Promise<Response | object>
) {
	return async (event: E): Promise<Response> => {
		const { app } = event.locals;
		try {
			const actor = (await app.machines.machineOf(keyOf(event.request))) ?? NOBODY;
			if (actor.kind !== 'machine') throw signedOut();
			const call = {
				app,
				actor,
				params: event.url.searchParams,
				json: () => jsonOf(event.request)
			};
			const answer = await work(call, event);
			return answer instanceof Response ? answer : json(answer);
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			return refusal(problem);
		}
	};
}

/** The same for one thing: it takes no parameters. */
export const apiOne = <E extends RequestEvent>(
	work: (call: ApiCall, event: E) => Promise<Response | object>
) =>
	api<E>((call, event) => {
		readParams(call.params, []);
		return work(call, event);
	});

/** A document as a PDF. */
export const apiPdf = <E extends RequestEvent>(
	make: (call: ApiCall, event: E) => Promise<Printed>
) =>
	apiOne<E>(async (call, event) => {
		const { document, pictures } = await make(call, event);
		return bytes('application/pdf', await call.app.documents.print(document, pictures));
	});

export const bytes = (type: string, body: Buffer): Response =>
	new Response(new Uint8Array(body), { headers: { ...HEADERS, 'Content-Type': type } });

export const json = (answer: object, status = 200): Response =>
	new Response(JSON.stringify(answer), {
		status,
		headers: { ...HEADERS, 'Content-Type': 'application/json' }
	});

/** Where there is nothing for programs at all. */
export const nothingThere = (): Response => refusal(notFound());

function refusal({ kind, code, detail }: Refusal): Response {
	const { field, expected, minutes } = detail;
	const status = FIRST[code] ?? STATUS[kind];
	const body = {
		type: 'about:blank',
		title: TITLES[status] ?? 'This was refused',
		status,
		...(typeof expected === 'string' ? { detail: `Expected: ${expected}` } : {}),
		...(typeof field === 'string' && field !== '' ? { field } : {})
	};
	const headers = new Headers({ ...HEADERS, 'Content-Type': 'application/problem+json' });
	if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="Sayso"');
	if (status === 429) headers.set('Retry-After', String(Number(minutes) * 60));
	return new Response(JSON.stringify(body), { status, headers });
}

/** What is wrong with the call itself, and not with what it is about. */
const FIRST: Readonly<Partial<Record<string, number>>> = {
	api_query: 400,
	api_not_json: 400,
	api_not_json_type: 415,
	api_too_large: 413
};

function keyOf(request: Request): string {
	const [, key = ''] =
		/^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.get('authorization') ?? '') ?? [];
	return key;
}

async function jsonOf(request: Request): Promise<unknown> {
	if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
		throw invalid('api_not_json_type');
	if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY_CHARACTERS)
		throw invalid('api_too_large');
	const text = await request.text();
	if (text.length > MOST_BODY_CHARACTERS) throw invalid('api_too_large');
	try {
		return JSON.parse(text);
	} catch {
		throw invalid('api_not_json');
	}
}
