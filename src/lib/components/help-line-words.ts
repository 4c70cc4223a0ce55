import { inLanguage } from '../language/languages.ts';
import type { Translator } from '../language/translator.ts';
import type { HelpLine } from '../server/council/council.ts';

/** What a line is called and what it is for: as Sayso knows it, or as the council wrote it. */
export function helpLineWords(
	{ t, language }: Translator,
	{ id, words }: HelpLine
): { readonly name: string; readonly hint: string } {
	if (!words) return { name: t(`help:lines.${id}`), hint: t(`help:lines.${id}_hint`) };
	const of = (what: 'name' | 'hint') =>
		inLanguage(
			Object.fromEntries(Object.entries(words).map(([tag, written]) => [tag, written[what]])),
			language.tag
		).words;
	return { name: of('name'), hint: of('hint') };
}
