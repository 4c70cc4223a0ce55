/** Whether whoever chairs spoke with the young person alone before the meeting (reg 36 of SI 2010/959). */
export const SEEN_ALONE = ['yes', 'no', 'refused'] as const;
export type SeenAlone = (typeof SEEN_ALONE)[number];

export interface SeenAloneEntry {
	readonly seenAlone: SeenAlone;
	/** London date of the talk, or of when it was refused; null where there was none. */
	readonly on: string | null;
}

/** What keeps it from being noted down, as a code; null where nothing does. */
export function seenAloneFault(
	{ seenAlone, on }: SeenAloneEntry,
	{ today, dateOfBirth }: { readonly today: string; readonly dateOfBirth: string }
): 'seen_alone_no_date' | 'seen_alone_future' | 'seen_alone_early' | null {
	if (on === null) return seenAlone === 'no' ? null : 'seen_alone_no_date';
	if (on > today) return 'seen_alone_future';
	return on < dateOfBirth ? 'seen_alone_early' : null;
}
