import { HEARD_FILTERS, type HeardFilters } from './not-heard.ts';
import type { Period } from './periods.ts';
import { STATEMENT_FILTERS, type StatementFilters } from './statement-figures.ts';

/** Where the list of statements behind a figure is: its filters always in the same order. */
export function statementsHref(
	{ from, to }: Period,
	filters: StatementFilters = {},
	page = 1
): string {
	const asked = new URLSearchParams({ from, to });
	for (const name of STATEMENT_FILTERS) {
		const value = filters[name];
		if (value) asked.set(name, value);
	}
	if (page > 1) asked.set('page', `${page}`);
	return `/insight/list/statements?${asked}`;
}

/** The same for young people at meetings: those near, so many weeks ahead, or those held in a period. */
export function heardHref(
	of: { readonly weeks: number | null } | Period,
	filters: HeardFilters = {},
	page = 1
): string {
	const asked = new URLSearchParams(
		'from' in of
			? { when: 'held', from: of.from, to: of.to }
			: { when: 'near', ...(of.weeks === null ? {} : { weeks: `${of.weeks}` }) }
	);
	for (const name of HEARD_FILTERS) {
		const value = filters[name];
		if (value) asked.set(name, value);
	}
	if (page > 1) asked.set('page', `${page}`);
	return `/insight/list/not-heard?${asked}`;
}
