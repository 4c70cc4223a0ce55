/** The financial year in a page's address, by the year it begins in; null: the running one. */
export function yearAsked({ searchParams }: URL): number | null {
	const year = searchParams.get('year');
	if (year === null || year === '') return null;
	return /^\d{4}$/.test(year) ? Number(year) : 0;
}
