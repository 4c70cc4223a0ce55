import { sql } from 'drizzle-orm';

/** How many there are in all, beside each of those on a page. */
export const inAll = sql`count(*) over ()`.mapWith(Number);

export interface Page<Key> {
	readonly page: number;
	readonly pages: number;
	/** How many there are in all. */
	readonly total: number;
	readonly keys: readonly Key[];
}

/**
 * Which part of a list is shown, in one question where there is such a page; beyond the last one, that one.
 * @param find those from there on, as many as a page holds, each with how many there are in all
 */
export async function pageOf<Key extends { readonly total: number }>(
	size: number,
	asked: number | undefined,
	find: (offset: number) => Promise<readonly Key[]>
): Promise<Page<Key>> {
	const { offset } = onePage(Number.MAX_SAFE_INTEGER, size, asked);
	const there = await find(offset);
	const [first] = there.length > 0 || offset === 0 ? there : await find(0);
	const total = first?.total ?? 0;
	const { offset: last, ...page } = onePage(total, size, asked);
	return { ...page, total, keys: last === offset ? there : await find(last) };
}

/** What was asked for, as far as there is such a page. */
function onePage(
	total: number,
	size: number,
	asked: number | undefined
): { readonly page: number; readonly pages: number; readonly offset: number } {
	const pages = Math.max(1, Math.ceil(total / size));
	const page = Math.min(pages, Math.max(1, Math.floor(asked ?? 1) || 1));
	return { page, pages, offset: (page - 1) * size };
}
