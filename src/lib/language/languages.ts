export interface Language {
	/** BCP 47 tag, and the name of its folder under `locales/`. */
	readonly tag: string;
	/** Its own name in its own script. */
	readonly name: string;
	readonly direction: 'ltr' | 'rtl';
	/**
	 * Who made the words: written by people, or drafted by a machine and not yet checked by a person. The site says so
	 * on every page of a language that is not checked.
	 */
	readonly made: 'by_people' | 'by_machine_unchecked';
}

/** The languages of the interface, in the order they are offered. */
export const LANGUAGES: readonly Language[] = [
	{ tag: 'en', name: 'English', direction: 'ltr', made: 'by_people' },
	{ tag: 'ar', name: 'العربية', direction: 'rtl', made: 'by_machine_unchecked' }
];

const ENGLISH: Language = { tag: 'en', name: 'English', direction: 'ltr', made: 'by_people' };

/** The language of this tag, or English when the interface does not have it (yet). */
export function languageOf(tag: string | null | undefined): Language {
	return LANGUAGES.find((language) => language.tag === tag) ?? ENGLISH;
}

/** Words somebody put into some languages, in this one; else in the first there is. */
export function inLanguage(
	words: Readonly<Record<string, string>>,
	tag: string
): { readonly language: Language; readonly words: string } {
	const found = [tag, ...LANGUAGES.map((language) => language.tag)].find((one) => words[one]);
	return { language: languageOf(found), words: words[found ?? ''] ?? '' };
}

/** The first language of an `Accept-Language` header that the interface has. */
export function preferredLanguage(header: string | null): Language {
	const asked = (header ?? '')
		.slice(0, 500)
		.split(',')
		.map((part) => {
			const [tag = '', quality] = part.trim().split(';q=');
			return { tag: tag.split('-')[0]?.toLowerCase(), quality: Number(quality ?? 1) || 0 };
		})
		.sort((a, b) => b.quality - a.quality);
	const found = asked.find(({ tag }) => LANGUAGES.some((language) => language.tag === tag));
	return languageOf(found?.tag);
}
