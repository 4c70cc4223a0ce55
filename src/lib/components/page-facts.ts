import { getContext, setContext } from 'svelte';
import type { Phone } from '../server/hooks/phone.ts';

/** What every page needs to know beside its own data. */
export interface PageFacts {
	/** The time it is drawn at, in epoch milliseconds. */
	readonly now: number;
	/** Its address within the site, to come back to after changing the language. */
	readonly path: string;
	readonly signedIn: 'young_person' | 'staff' | null;
	readonly phone: Phone | null;
	/** A helper started a form on this device: nothing else is open on it. */
	readonly together: boolean;
}

const KEY = Symbol('page facts');

/** The root layout sets them. */
export function providePageFacts(facts: PageFacts): void {
	setContext(KEY, facts);
}

export function usePageFacts(): PageFacts {
	return getContext<PageFacts>(KEY);
}
