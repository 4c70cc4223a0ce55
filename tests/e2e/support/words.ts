import { translatorsOfFiles } from '../../../src/lib/server/language/locale-files.ts';

const translators = translatorsOfFiles();

/** The site's own words, from its own files: a test looks for the sentence, not for a copy of it. */
export interface Words {
	(key: string, values?: Readonly<Record<string, string | number>>): string;
	readonly language: string;
}

export function wordsIn(language: string): Words {
	const { t, has } = translators(language);
	const words = (key: string, values?: Readonly<Record<string, string | number>>) => {
		if (!values?.['count'] && !has(key)) throw new Error(`no ${key} in ${language}`);
		return t(key, values);
	};
	return Object.assign(words, { language });
}

/** What people write in the tests. Found in a log, a title or an address, it fails them. */
export const WRITTEN = {
	en: 'Zebrafish lantern: please let me see my brother more',
	ar: 'فانوس الحمار الوحشي: أريد أن أرى أخي أكثر',
	kept: 'Quokka marmalade stays with my chair',
	reply: 'Ocelot teapot: thank you, I will ask about it'
} as const;

export const WRITTEN_MARKS = ['zebrafish', 'فانوس', 'quokka', 'ocelot'] as const;
