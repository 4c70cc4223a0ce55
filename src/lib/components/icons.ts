import type { IconNode } from 'lucide';
import * as drawings from './drawings.ts';

/** Names the pages use for what a drawing means; the drawing may change, the meaning stays. */
const MEANINGS: Readonly<Record<string, string>> = {
	back: 'ArrowLeft',
	forward: 'ChevronRight',
	help: 'LifeBuoy',
	home: 'House',
	kept_for_chair: 'Lock',
	language: 'Languages',
	on_my_side: 'HandHelping',
	rights: 'Scale',
	who_reads: 'Eye'
};

const BY_NAME: Readonly<Record<string, IconNode>> = drawings;

/**
 * The drawing of a name such as `cat` or `paw-print`, or nothing when there is none: pictures always go with a word,
 * so a page without one still says what it says.
 */
export function iconOf(name: string): IconNode | undefined {
	const pascal = name.replace(/(^|[-_])([a-z0-9])/g, (_, __, letter: string) =>
		letter.toUpperCase()
	);
	return BY_NAME[MEANINGS[name] ?? pascal];
}
