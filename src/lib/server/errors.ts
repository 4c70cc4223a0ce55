/**
 * What a service may refuse with. A code, never a sentence: the words come from the locale files, and a route or a
 * hook turns the kind into a status. "Not there" and "not yours" are one kind, so that neither tells of the other.
 */
export class Refusal extends Error {
	readonly kind:
		'not_found' | 'signed_out' | 'conflict' | 'invalid' | 'throttled' | 'gone' | 'forbidden';
	/** A key under `errors:` in the locale files. */
	readonly code: string;
	/** Numbers, ids and codes the sentence or the page needs; never a person's words. */
	readonly detail: Readonly<Record<string, string | number | readonly string[]>>;

	constructor(kind: Refusal['kind'], code: string, detail: Refusal['detail'] = {}) {
		super(`${kind}: ${code}`);
		this.name = 'Refusal';
		this.kind = kind;
		this.code = code;
		this.detail = detail;
	}
}

/** There is nothing here for this person: it does not exist, or it is not theirs. */
export const notFound = (): Refusal => new Refusal('not_found', 'not_found');
export const signedOut = (): Refusal => new Refusal('signed_out', 'signed_out');
export const conflict = (code: string, detail?: Refusal['detail']): Refusal =>
	new Refusal('conflict', code, detail);
export const invalid = (code: string, detail?: Refusal['detail']): Refusal =>
	new Refusal('invalid', code, detail);
/** Only for a program, that is told which door its key does not open. */
export const forbidden = (code: string): Refusal => new Refusal('forbidden', code);
export const gone = (code: string): Refusal => new Refusal('gone', code);
/** @param waitSeconds how long until another try is let through */
export const throttled = (waitSeconds: number): Refusal =>
	new Refusal('throttled', 'throttled', { minutes: Math.max(1, Math.ceil(waitSeconds / 60)) });
