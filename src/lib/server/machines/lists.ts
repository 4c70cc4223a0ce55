import { and, asc, eq, gt, gte, or, type SQL, type SQLWrapper } from 'drizzle-orm';
import * as v from 'valibot';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { invalid } from '../errors.ts';
import { refIndexOf } from '../people/name-index.ts';

/** What of a program's request was not understood, for whoever mends the program. Never what it sent. */
export const badQuery = (field: string, expected: string) =>
	invalid('api_query', { field, expected });

const MOST = 100;
const MOST_CHARACTERS = 200;
const NAMES = ['since', 'cursor', 'limit', 'ref'] as const;
type Name = (typeof NAMES)[number];

/** Which part of a list is asked for. */
export interface ListQuery {
	/** Epoch milliseconds. */
	readonly since: number | null;
	/** What the page before ended with. */
	readonly after: { readonly at: string | number; readonly id: string } | null;
	readonly limit: number;
	/** The young person's, in the case system. */
	readonly ref: string | null;
	/** As it was asked, for the link to the next page. */
	readonly asked: readonly (readonly [Name, string])[];
}

const cursorIn = v.pipe(
	v.string(),
	v.transform((text) => Buffer.from(text, 'base64url').toString('utf8')),
	v.parseJson(),
	v.strictTuple([v.union([v.number(), v.string()]), v.string()])
);
const instantIn = v.pipe(v.string(), v.isoTimestamp());

/** @throws Refusal invalid `api_query` with the name of what cannot be taken */
export function readList(params: URLSearchParams): ListQuery {
	const values = readParams(params, NAMES);
	const since = values.get('since');
	const limit = values.get('limit') ?? String(MOST);
	if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > MOST)
		throw badQuery('limit', `a whole number from 1 to ${MOST}`);
	const cursor = values.get('cursor');
	const after = cursor === undefined ? null : v.safeParse(cursorIn, cursor);
	if (after && !after.success) throw badQuery('cursor', 'what the page before gave as next');
	const ref = values.get('ref');
	if (ref === '') throw badQuery('ref', 'the case system’s own reference of a young person');
	return {
		since: since === undefined ? null : readSince(since),
		after: after?.success ? { at: after.output[0], id: after.output[1] } : null,
		limit: Number(limit),
		ref: ref ?? null,
		asked: [...values]
	};
}

/** @returns epoch milliseconds */
export function readSince(text: string): number {
	const at = v.is(instantIn, text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(at)) throw badQuery('since', 'an instant such as 2026-11-21T09:00:00Z');
	return at;
}

/** The parameters there may be, each once. @throws Refusal invalid `api_query` on any other */
export function readParams<N extends string>(
	params: URLSearchParams,
	names: readonly N[]
): Map<N, string> {
	const values = new Map<N, string>();
	for (const [name, value] of params) {
		const known = names.find((one) => one === name);
		if (known === undefined)
			throw badQuery(
				name.slice(0, 40),
				names.length > 0 ? `one of ${names.join(', ')}` : 'no parameter at all'
			);
		if (values.has(known)) throw badQuery(known, 'given once');
		if (value.length > MOST_CHARACTERS)
			throw badQuery(known, `at most ${MOST_CHARACTERS} characters`);
		values.set(known, value);
	}
	return values;
}

/** Where a page begins and in which order it runs: stable, whatever is added while somebody goes through the list. */
export function partOf(
	{ since, after, limit }: ListQuery,
	at: SQLWrapper,
	id: SQLWrapper,
	sinceAs: (at: number) => string | number = (at) => at
): { readonly where: SQL | undefined; readonly orderBy: [SQL, SQL]; readonly limit: number } {
	return {
		where: and(
			since === null ? undefined : gte(at, sinceAs(since)),
			after ? or(gt(at, after.at), and(eq(at, after.at), gt(id, after.id))) : undefined
		),
		orderBy: [asc(at), asc(id)],
		// One more than is shown tells whether there are more.
		limit: limit + 1
	};
}

/** The rows of this page, and the link to the next. */
export function pageOf<Row>(
	rows: readonly Row[],
	{ limit, asked }: ListQuery,
	path: string,
	keyOf: (row: Row) => readonly [string | number, string]
): { readonly shown: readonly Row[]; readonly next: string | null } {
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	if (rows.length <= limit || last === undefined) return { shown, next: null };
	const params = new URLSearchParams(asked.filter(([name]) => name !== 'cursor').map(toPair));
	params.set('cursor', Buffer.from(JSON.stringify(keyOf(last)), 'utf8').toString('base64url'));
	return { shown, next: `${path}?${params}` };
}

const toPair = ([name, value]: readonly [string, string]): [string, string] => [name, value];

/** Holds for rows of the young person who was asked for: of nobody, where the case system's reference is not known. */
export async function ofPerson(
	core: Core,
	queries: Queries,
	{ ref }: ListQuery,
	youngPersonId: SQLWrapper
): Promise<SQL | undefined> {
	if (ref === null) return undefined;
	const { youngPeople } = queries.tables;
	const [person] = await queries
		.select({ id: youngPeople.id })
		.from(youngPeople)
		.where(eq(youngPeople.refIndex, refIndexOf(core.vault, 'young_people', ref)));
	return eq(youngPersonId, person?.id ?? '');
}
