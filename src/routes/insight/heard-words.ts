import { NOT_KNOWN } from '#lib/figures/meeting-figures.ts';
import type { HeardFilter } from '#lib/figures/not-heard.ts';
import type { StatementFilter } from '#lib/figures/statement-figures.ts';
import { monthName } from '#lib/language/dates.ts';
import { languageName } from '#lib/language/names.ts';
import type { Translator } from '#lib/language/translator.ts';

export type HeardWord = StatementFilter | HeardFilter;

/** The keys of codes of ours. */
const keysOf = (value: string): Readonly<Partial<Record<HeardWord, string>>> => ({
	age: `held:age.${value}`,
	sex: `held:sex.${value}`,
	care_status: `heard:care.${value}`,
	disabled: `held:yes_no.${value}`,
	unaccompanied: `held:yes_no.${value}`,
	face: `desk:face.${value}`,
	kind: `desk:kind.${value}`,
	opened: `heard:band.${value}`,
	replied: `heard:band.${value}`,
	meeting: `heard:meeting.${value}`
});

const WORKERS: readonly HeardWord[] = ['staff', 'officer', 'social_worker'];

/**
 * What a value is called: codes of ours in the reader’s language, words of the case system as they are.
 * @param staffName where it is a person who works here
 */
export function heardWord(
	{ t, language, has }: Translator,
	name: HeardWord,
	value: string,
	staffName: string | null = null
): string {
	if (WORKERS.includes(name)) return value === NOT_KNOWN ? t('held:nobody') : (staffName ?? value);
	if (value === NOT_KNOWN) return t('held:not_known');
	if (name === 'form') return has(`${value}:title`) ? t(`${value}:title`) : value;
	if (name === 'language' || name === 'speaks') return languageName(value, language);
	if (name === 'month') return monthName(value, language);
	const key = keysOf(value)[name];
	return key !== undefined && has(key) ? t(key) : value;
}

/** A filter in words. */
export interface Chip {
	readonly name: string;
	readonly words: string;
	/** The list without it. */
	readonly href: string;
}

/** What a list is narrowed to, one by one. @param hrefOf the list with other filters */
export function chipsOf<Name extends HeardWord>(
	translator: Translator,
	filters: Readonly<Partial<Record<Name, string>>>,
	staffName: string | null,
	hrefOf: (without: Readonly<Partial<Record<Name, string>>>) => string
): Chip[] {
	return (Object.entries(filters) as [Name, string][]).map(([name, value]) => {
		const without = Object.fromEntries(Object.entries(filters).filter(([one]) => one !== name));
		const words = translator.t(`heard:filter.${name}`, {
			value: heardWord(translator, name, value, staffName)
		});
		return { name, words, href: hrefOf(without as Readonly<Partial<Record<Name, string>>>) };
	});
}
