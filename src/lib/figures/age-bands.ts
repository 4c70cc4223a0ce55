/**
 * How old somebody was, as coarse as figures need it: a date of birth is sealed, and is not told by these. Under four is
 * apart because participation is counted from four on.
 */
export const AGE_BANDS = ['under_4', '4_to_9', '10_to_15', '16_to_17', '18_or_more'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** @param years whole years on the day */
export function ageBandOf(years: number): AgeBand {
	if (years < 4) return 'under_4';
	if (years < 10) return '4_to_9';
	if (years < 16) return '10_to_15';
	return years < 18 ? '16_to_17' : '18_or_more';
}
