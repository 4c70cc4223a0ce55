import {
	GROUPS,
	type Group,
	type ListFilter,
	type ListFilters
} from '#lib/figures/meeting-figures.ts';
import { monthName } from '#lib/language/dates.ts';
import type { Translator } from '#lib/language/translator.ts';
import { valueWordsOf } from '../../group-words.ts';

/** A filter in words, and the filters that are left without it. */
export interface FilterChip {
	readonly name: ListFilter;
	readonly words: string;
	readonly without: ListFilters;
}

/** Words of the case system: one value, whatever stands in it. */
const AS_IT_IS: readonly ListFilter[] = ['sex', 'ethnicity', 'team', 'officer'];

/** What a list is narrowed to, one by one. */
export function chipsOf(filters: ListFilters, translator: Translator): FilterChip[] {
	const { t, language } = translator;
	const either = new Intl.ListFormat(language.tag, { type: 'disjunction' });
	return (Object.entries(filters) as [ListFilter, string][]).map(([name, value]) => {
		const without = Object.fromEntries(Object.entries(filters).filter(([other]) => other !== name));
		const values = (AS_IT_IS.includes(name) ? [value] : value.split(';')).map((one) =>
			wordsOf(name, one, translator)
		);
		return { name, without, words: t(`held:filter.${name}`, { value: either.format(values) }) };
	});
}

function wordsOf(name: ListFilter, value: string, translator: Translator): string {
	const { t, language } = translator;
	if (name === 'kind') return t(`desk:kind.${value}`);
	if (name === 'month') return monthName(value, language);
	if (name === 'code') return t(`held:code.${value}`);
	if (name === 'participated') return t(`held:took_part.${value}`);
	if (name === 'decisions' || name === 'records') return t(`held:sent.${value}`);
	if (name === 'in_time') return t(`held:in_time.${value}`);
	if (name === 'attended') return t(`held:yes_no.${value}`);
	const group: Group | undefined = GROUPS.find((one) => one === name);
	return group ? valueWordsOf(translator, group, value) : value;
}
