import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import type { Findings } from './faults.ts';

/** What every part of an import works with. */
export interface ImportContext {
	readonly core: Core;
	readonly tx: Tx;
	readonly findings: Findings;
}

/** What one file changes. */
export interface Counts {
	added: number;
	changed: number;
	unchanged: number;
}

/** What one file would change. Nothing is written before every file was found right. */
export interface Plan {
	readonly counts: Counts;
	write(): Promise<void>;
}

export const noCounts = (): Counts => ({ added: 0, changed: 0, unchanged: 0 });

/** A column that the file does not have leaves what is known; an empty cell takes it away. */
export function given<T>(cell: T | undefined, known: T): T {
	return cell === undefined ? known : cell;
}

/** Whether every value of `wanted` is the one that is there. */
export function isSame<T extends object>(wanted: T, there: { readonly [K in keyof T]: unknown }) {
	return (Object.keys(wanted) as (keyof T)[]).every((key) => wanted[key] === there[key]);
}
