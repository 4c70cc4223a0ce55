import { cleanLine } from '../../forms/clean.ts';
import { LANGUAGES } from '../../language/languages.ts';
import * as v from 'valibot';
import { invalid } from '../errors.ts';

/** The version of a setting that was seen. */
export const version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Words in the languages of the site, as they were typed. */
export const byLanguage = v.record(v.picklist(LANGUAGES.map(({ tag }) => tag)), v.string());

/** What somebody typed for each language, without those left empty. */
export function cleanWords(
	typed: Readonly<Record<string, string | undefined>>,
	clean: typeof cleanLine = cleanLine
): Record<string, string> {
	const words: Record<string, string> = {};
	for (const [language, text] of Object.entries(typed)) {
		const cleaned = clean(text ?? '');
		if (cleaned !== '') words[language] = cleaned;
	}
	return words;
}

/** @throws Refusal invalid `form_unreadable` */
export function readInput<T extends v.GenericSchema>(schema: T, input: unknown): v.InferOutput<T> {
	const parsed = v.safeParse(schema, input);
	if (!parsed.success) throw invalid('form_unreadable');
	return parsed.output;
}

/** A list with one of it at another place; as it is where that is none. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
	const rest = [...list];
	const [one] = rest.splice(from, 1);
	if (one === undefined || to < 0 || to > rest.length) return [...list];
	rest.splice(to, 0, one);
	return rest;
}
