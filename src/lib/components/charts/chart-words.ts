import type { Chart } from '#lib/figures/chart.ts';
import type { Language } from '#lib/language/languages.ts';

const numbers = new Map<string, Intl.NumberFormat>();

/** European digits everywhere, as in dates: a figure is copied from one language's page to another's. */
function formatter(language: Language, unit: Chart['unit'], exact: boolean): Intl.NumberFormat {
	const key = `${language.tag} ${unit} ${exact}`;
	let found = numbers.get(key);
	if (!found) {
		const digits = unit === 'count' || !exact ? 0 : 1;
		found = new Intl.NumberFormat(`${language.tag === 'en' ? 'en-GB' : language.tag}-u-nu-latn`, {
			...(unit === 'percent' ? { style: 'percent' } : {}),
			minimumFractionDigits: unit === 'percent' ? digits : 0,
			maximumFractionDigits: unit === 'count' ? 1 : Math.max(digits, unit === 'days' ? 1 : 0)
		});
		numbers.set(key, found);
	}
	return found;
}

/** Such as “1,875” or “90.8%”. @param exact with its decimal, as a table has it; the marks of an axis are round */
export function valueWords(
	value: number,
	unit: Chart['unit'],
	language: Language,
	exact = true
): string {
	// A share of 90.8 is 0.908 to the formatter, and 0.908 × 100 is not quite 90.8 to a computer: it rounds.
	return formatter(language, unit, exact).format(unit === 'percent' ? value / 100 : value);
}

/** The name of a month under its column, such as “Apr”: the year stands below. @param month `YYYY-MM` */
export function monthOnAxis(month: string, language: Language): string {
	const tag = language.tag === 'en' ? 'en-GB' : language.tag;
	// British English alone has a month of four letters, “Sept”.
	const name = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, {
		month: 'short',
		timeZone: 'UTC'
	}).format(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1, 15));
	return language.tag === 'en' ? name.slice(0, 3) : name;
}
