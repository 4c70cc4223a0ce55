import type { Language } from './languages.ts';

const displays = new Map<string, Intl.DisplayNames>();

/** What a language is called in another, such as “Arabic”; the tag itself when nobody has a name for it. */
export function languageName(tag: string, reads: Language): string {
	let display = displays.get(reads.tag);
	if (!display) {
		display = new Intl.DisplayNames([reads.tag], { type: 'language' });
		displays.set(reads.tag, display);
	}
	try {
		return display.of(tag) ?? tag;
	} catch {
		return tag;
	}
}
