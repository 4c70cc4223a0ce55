import type { Translator } from '../language/translator.ts';

/** What a theme is called: as the council calls it, else as Sayso does. */
export function themeName(
	{ t }: Pick<Translator, 't'>,
	{ code, name }: { readonly code: string | null; readonly name: string | null }
): string {
	return name ?? t(`themes:name.${code}`);
}
