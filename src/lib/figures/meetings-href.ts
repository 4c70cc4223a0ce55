import { LIST_FILTERS, type ListFilters } from './meeting-figures.ts';
import type { Period } from './periods.ts';

/** Where the list of meetings behind a figure is: its filters always in the same order. */
export function meetingsHref({ from, to }: Period, filters: ListFilters = {}, page = 1): string {
	const asked = new URLSearchParams({ from, to });
	for (const name of LIST_FILTERS) {
		const value = filters[name];
		if (value) asked.set(name, value);
	}
	if (page > 1) asked.set('page', `${page}`);
	return `/insight/list/meetings?${asked}`;
}
