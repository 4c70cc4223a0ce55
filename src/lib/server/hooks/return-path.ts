/**
 * Where to come back to: a page of this site, whatever the form said.
 * @returns its path and query, or `/`
 */
export function returnPath(asked: FormDataEntryValue | null): string {
	if (typeof asked !== 'string' || asked.length > 500) return '/';
	// `//elsewhere` and `/\elsewhere` are other sites to a browser, and it drops tabs and line ends before it looks.
	if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return '/';
	const site = 'http://site.invalid';
	if (!URL.canParse(asked, site)) return '/';
	const { origin, pathname, search } = new URL(asked, site);
	return origin === site && !pathname.startsWith('//') ? pathname + search : '/';
}
