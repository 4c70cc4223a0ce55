import { LANGUAGES } from '#lib/language/languages.ts';
import { textOf } from '#lib/server/hooks/fields.ts';

/** What was typed into the fields of a name, one a language: `name-en`, `name-ar`. */
export const byLanguageOf = (form: FormData, name: string): Record<string, string> =>
	Object.fromEntries(LANGUAGES.map(({ tag }) => [tag, textOf(form, `${name}-${tag}`)]));
