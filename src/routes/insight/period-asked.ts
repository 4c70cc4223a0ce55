import type { Period } from '#lib/figures/periods.ts';

/** The period in a page's address; what is not there is left to the service. */
export function periodAsked({ searchParams }: URL): Partial<Period> {
	return { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
}
