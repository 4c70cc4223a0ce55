import i18next, { type i18n } from 'i18next';
import { languageOf, LANGUAGES, type Language } from './languages.ts';

/** The locale files: language → namespace → keys. */
export type Resources = Readonly<Record<string, Readonly<Record<string, object>>>>;

export interface Translator {
	readonly language: Language;
	/**
	 * The sentence of a key such as `home:next_meeting.title`. `count` picks the plural form. Values are set apart from
	 * the sentence's direction where theirs differs. An unknown key comes back as itself; a test lets none through.
	 */
	t(key: string, values?: Readonly<Record<string, string | number>>): string;
	/** Whether the language has that key. */
	has(key: string): boolean;
}

/** One i18next instance with every language; never switched, as one server speaks many at once. */
export function createTranslators(resources: Resources): (tag: string) => Translator {
	const instance: i18n = i18next.createInstance();
	void instance.init({
		resources: resources as Record<string, Record<string, Record<string, string>>>,
		supportedLngs: LANGUAGES.map((language) => language.tag),
		fallbackLng: 'en',
		initAsync: false,
		defaultNS: 'common',
		interpolation: { escapeValue: false },
		returnEmptyString: false
	});
	const made = new Map<string, Translator>();

	return (tag) => {
		const language = languageOf(tag);
		const known = made.get(language.tag);
		if (known) return known;
		const fixed = instance.getFixedT(language.tag);
		const translator: Translator = {
			language,
			t: (key, values = {}) => fixed(key, isolated(values, language.direction)),
			has: (key) => instance.exists(key, { lng: language.tag, fallbackLng: [] })
		};
		made.set(language.tag, translator);
		return translator;
	};
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const LETTER = /\p{L}/u;

/**
 * A name in the other direction would pull the punctuation beside it out of place, so it is wrapped in the Unicode
 * isolates made for that. Values that run the sentence's own way stay as they are.
 */
function isolated(
	values: Readonly<Record<string, string | number>>,
	direction: Language['direction']
): Record<string, string | number> {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => {
			if (typeof value === 'number' || !LETTER.test(value)) return [name, value];
			const runs = RIGHT_TO_LEFT.test(value) ? 'rtl' : 'ltr';
			return [name, runs === direction ? value : `\u2068${value}\u2069`];
		})
	);
}
