import { DAY_PARTS, WEEKDAYS, type Answer } from './answers.ts';
import { cleanLine } from './clean.ts';
import { fieldOf, firstOf, type Fields } from './fields.ts';
import { answered, isNone, MOST, tooLong, unknown, type Parsed } from './parsed.ts';

/** One of those offered. */
export function pickOf(
	field: string,
	value: string,
	offered: readonly string[],
	make: (value: string) => Answer
): Parsed {
	if (value === '') return answered(null);
	if (!offered.includes(value)) return unknown(field);
	return answered(isNone(value) ? { kind: value } : make(value));
}

export function picks(
	id: string,
	chosen: readonly string[],
	offered: readonly string[],
	fields: Fields,
	hasOther: boolean
): Parsed {
	const field = fieldOf(id);
	const values = [...new Set(chosen)];
	if (!values.every((value) => offered.includes(value))) return unknown(field);
	const otherField = fieldOf(id, 'other');
	const other = hasOther ? cleanLine(firstOf(fields, otherField)) : '';
	if (other.length > MOST.wordsCharacters) return tooLong(otherField, MOST.wordsCharacters);
	const none = values.find(isNone);
	if (none === undefined) {
		if (values.length === 0 && other === '') return answered(null);
		return answered({ kind: 'picks', values, ...(other === '' ? {} : { other }) });
	}
	// “I don't want to say” beside a feeling: only they can tell which one they meant.
	if (values.length > 1 || other !== '') return { ok: false, code: 'answer_both_kinds', field };
	return answered({ kind: none });
}

/** Each of several things with the one of the places, or choices, it was given. */
export function placed(
	id: string,
	things: readonly string[],
	places: readonly string[],
	fields: Fields,
	make: (given: Readonly<Record<string, string>>) => Answer
): Parsed {
	const given: Record<string, string> = {};
	for (const thing of things) {
		const field = fieldOf(id, thing);
		const value = firstOf(fields, field);
		if (value === '') continue;
		if (!places.includes(value)) return unknown(field);
		given[thing] = value;
	}
	return answered(Object.keys(given).length === 0 ? null : make(given));
}

export function when(id: string, fields: Fields): Parsed {
	const chosenDays = fields[fieldOf(id, 'day')] ?? [];
	const chosenParts = fields[fieldOf(id, 'part')] ?? [];
	const days = WEEKDAYS.filter((day) => chosenDays.includes(day));
	const parts = DAY_PARTS.filter((part) => chosenParts.includes(part));
	if (days.length < new Set(chosenDays).size) return unknown(fieldOf(id, 'day'));
	if (parts.length < new Set(chosenParts).size) return unknown(fieldOf(id, 'part'));
	return answered(days.length + parts.length === 0 ? null : { kind: 'when', days, parts });
}

/**
 * A real day within a lifetime of today; the year alone would be enough to refuse a slip of the finger.
 * @param chosen what was put into the day, and whether “not sure” or “don't want to say” was ticked below it
 */
export function date(field: string, chosen: readonly string[]): Parsed {
	const values = [...new Set(chosen.map(cleanLine))].filter((value) => value !== '');
	const [first, second] = values;
	if (first === undefined) return answered(null);
	if (second !== undefined) return { ok: false, code: 'answer_both_kinds', field };
	if (isNone(first)) return answered({ kind: first });
	const match = /^(19[5-9]\d|20\d\d)-(\d\d)-(\d\d)$/.exec(first);
	const real = match && new Date(`${first}T00:00:00Z`);
	if (!real || Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== first)
		return { ok: false, code: 'answer_no_day', field };
	return answered({ kind: 'date', on: first });
}
