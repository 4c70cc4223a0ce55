import { clockTime, daysBetween, londonDate, longDate } from '../language/dates.ts';
import type { Translator } from '../language/translator.ts';

/** When something was: “today at 09:10”, “yesterday at 18:02”, “Tuesday 17 November at 18:02”. */
export function whenWords({ t, language }: Translator, at: number, now: number): string {
	const time = clockTime(at, language);
	const ago = daysBetween(londonDate(at), londonDate(now));
	if (ago === 0) return t('common:when.today', { time });
	if (ago === 1) return t('common:when.yesterday', { time });
	return t('common:when.day', { date: longDate(at, language, now), time });
}
