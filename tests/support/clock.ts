import { londonInstant } from '../../src/lib/language/dates.ts';

/** A clock that a test moves by hand, told in London time. */
export interface Clock {
	now: () => number;
	/** @param local `YYYY-MM-DDTHH:MM` */
	set(local: string): void;
	add(milliseconds: number): void;
}

export function clockAt(local: string): Clock {
	let at = londonInstant(local);
	return {
		now: () => at,
		set: (later) => {
			at = londonInstant(later);
		},
		add: (milliseconds) => {
			at += milliseconds;
		}
	};
}
