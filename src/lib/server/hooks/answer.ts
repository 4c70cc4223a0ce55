import {
	error,
	fail,
	isHttpError,
	redirect,
	type ActionFailure,
	type RequestEvent
} from '@sveltejs/kit';
import { Refusal } from '../errors.ts';

/** What a refused post leaves on the page: why, and everything that was typed. */
export interface Refused {
	readonly refused: { readonly code: string; readonly detail: Refusal['detail'] };
	readonly values: Readonly<Record<string, string>>;
	/** When they were signed out meanwhile: all of it, to be posted again by its author. */
	readonly posted?: readonly [string, string][];
}

/** Never handed back to a page, so never typed into its HTML again. */
const SECRETS = new Set(['secret', 'passphrase', 'new_passphrase', 'code']);

const STATUS: Readonly<Record<Refusal['kind'], number>> = {
	not_found: 404,
	signed_out: 401,
	conflict: 409,
	invalid: 422,
	throttled: 429,
	gone: 410,
	forbidden: 403
};

/** Wraps a `load`: a refusal becomes an error page with its status, being signed out the way to sign in. */
export function page<E extends RequestEvent, T>(load: (event: E) => Promise<T>) {
	return async (event: E): Promise<T> => {
		try {
			return await load(event);
		} catch (problem) {
			throw asPage(problem, event);
		}
	};
}

/** Wraps a form action: a refusal the person can mend comes back to the page with what they typed. */
export function action<E extends RequestEvent, T>(act: (event: E, form: FormData) => Promise<T>) {
	return async (event: E): Promise<T | ActionFailure<Refused>> => {
		let form: FormData;
		try {
			form = await event.request.formData();
		} catch (problem) {
			const tooLarge = isHttpError(problem, 413) || statusOf(problem) === 413;
			return fail(tooLarge ? 413 : 400, refusedWith(tooLarge ? 'too_large' : 'form_unreadable'));
		}
		try {
			return await act(event, form);
		} catch (problem) {
			if (
				!(problem instanceof Refusal) ||
				problem.kind === 'not_found' ||
				problem.kind === 'signed_out'
			)
				throw asPage(problem, event);
			return fail(STATUS[problem.kind], {
				refused: { code: problem.code, detail: problem.detail },
				values: typed(form)
			});
		}
	};
}

/** The text fields of a form, by name, without secrets and files. */
export function typed(form: FormData): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of form)
		if (typeof value === 'string' && !isSecret(name)) values[name] = value;
	return values;
}

const isSecret = (name: string): boolean => SECRETS.has(name) || name.startsWith('secret-');

/**
 * Signed out while writing, perhaps on a phone that others use too: all that was typed and chosen waits on the page for
 * its author (components/SignedOut.svelte).
 */
export function waitsForAuthor(form: FormData): ActionFailure<Refused> {
	return fail(401, { ...refusedWith('signed_out'), posted: everythingPosted(form) });
}

/** Without the button that was pressed. */
export function everythingPosted(form: FormData): [string, string][] {
	return [...form].flatMap(([name, value]) =>
		typeof value === 'string' && name !== 'do' && name !== 'language' ? [[name, value]] : []
	);
}

function refusedWith(code: string): Refused {
	return { refused: { code, detail: {} }, values: {} };
}

function statusOf(problem: unknown): number | null {
	return typeof problem === 'object' && problem !== null && 'status' in problem
		? Number(problem.status)
		: null;
}

/** What to throw for a page: Kit's own redirects and errors pass through. */
function asPage(problem: unknown, event: RequestEvent): unknown {
	if (!(problem instanceof Refusal)) return problem;
	if (problem.kind === 'signed_out') {
		const staff = /^\/(desk|insight|admin)\b/.test(event.url.pathname);
		return caught(() => redirect(303, staff ? '/staff/sign-in' : '/sign-in'));
	}
	return caught(() =>
		error(STATUS[problem.kind], {
			message: problem.kind,
			code: problem.code,
			detail: problem.detail,
			requestId: event.locals.requestId
		})
	);
}

/** Kit's `error` and `redirect` throw what they make; here it is wanted as a value. */
function caught(make: () => never): unknown {
	try {
		return make();
	} catch (made) {
		return made;
	}
}
