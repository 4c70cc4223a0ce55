/** What a young person can ask for, and each is owed an answer within a time (`domain.md` 1). */
export const REQUEST_KINDS = [
	'advocate',
	'independent_visitor',
	'complaint',
	'early_review',
	'change_of_worker'
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Who handles it: everybody with a role, or the young person's own reviewing officer. */
export type RequestHandler = 'advocate' | 'participation' | 'complaints' | 'officer';

const HANDLERS: Readonly<Record<RequestKind, RequestHandler>> = {
	advocate: 'advocate',
	independent_visitor: 'participation',
	complaint: 'complaints',
	early_review: 'officer',
	change_of_worker: 'officer'
};

export const handlerOf = (kind: RequestKind): RequestHandler => HANDLERS[kind];

/** @throws Error on what is no kind: the database holds none */
export function requestKindOf(text: string): RequestKind {
	const kind = REQUEST_KINDS.find((known) => known === text);
	if (!kind) throw new Error(`not a kind of request: ${text}`);
	return kind;
}
