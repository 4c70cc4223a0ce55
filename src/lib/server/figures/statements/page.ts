/** Which part of a list is shown; what was asked for, as far as there is such a page. */
export function onePage(
	total: number,
	size: number,
	asked: number | undefined
): { readonly page: number; readonly pages: number; readonly offset: number } {
	const pages = Math.max(1, Math.ceil(total / size));
	const page = Math.min(pages, Math.max(1, Math.floor(asked ?? 1) || 1));
	return { page, pages, offset: (page - 1) * size };
}
