import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/lib/language/languages.ts';
import { readLocaleFiles } from '../../src/lib/server/language/locale-files.ts';
import { DYNAMIC_KEYS } from '../support/dynamic-keys.ts';
import { filesIn, read } from '../support/project.ts';

type Sentences = ReadonlyMap<string, string>;

const PLURAL = /_(zero|one|two|few|many|other)$/;
const locales = new Map(
	Object.entries(readLocaleFiles()).map(([language, namespaces]) => [
		language,
		new Map(
			Object.entries(namespaces).flatMap(([namespace, keys]) => sentencesOf(keys, `${namespace}:`))
		) as Sentences
	])
);
const english = locales.get('en') ?? new Map<string, string>();
const others = LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== 'en');

/** Every sentence below an object of keys, by its whole key. */
function sentencesOf(keys: object, prefix: string): [string, string][] {
	return Object.entries(keys).flatMap(([name, value]: [string, unknown]) =>
		typeof value === 'object' && value !== null
			? sentencesOf(value, `${prefix}${name}.`)
			: [[prefix + name, String(value)] as [string, string]]
	);
}

const withoutPlural = (key: string) => key.replace(PLURAL, '');
/** Those of which English has a form for one and a form for others. */
const pluralKeys = (sentences: Sentences) =>
	new Set(
		[...sentences.keys()]
			.filter((key) => key.endsWith('_other') && english.has(key.replace(PLURAL, '_one')))
			.map(withoutPlural)
	);
const allForms = (sentences: Sentences, key: string) =>
	[...sentences]
		.filter(([other]) => withoutPlural(other) === withoutPlural(key))
		.map(([, sentence]) => sentence)
		.join(' ');
const basesOf = (sentences: Sentences) => {
	const plurals = pluralKeys(sentences);
	return [
		...new Set(
			[...sentences.keys()].map((key) =>
				plurals.has(withoutPlural(key)) ? withoutPlural(key) : key
			)
		)
	].sort();
};
const namesIn = (sentence: string) =>
	[...sentence.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? '');

describe('locale files', () => {
	test('are there for every language offered, and for no other', () => {
		expect([...locales.keys()].sort()).toEqual(LANGUAGES.map(({ tag }) => tag).sort());
	});

	test.each(others)('%s has the keys of English, no more and no fewer', (language) => {
		expect(basesOf(locales.get(language) ?? new Map())).toEqual(basesOf(english));
	});

	test.each([...locales.keys()])('%s has every plural form of its language', (language) => {
		const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
		const sentences = locales.get(language) ?? new Map<string, string>();
		const missing = [...pluralKeys(english)].flatMap((base) =>
			forms.filter((form) => !sentences.has(`${base}_${form}`)).map((form) => `${base}_${form}`)
		);

		expect(missing).toEqual([]);
	});

	test.each(others)('%s names the same values in its sentences as English does', (language) => {
		const sentences = locales.get(language) ?? new Map<string, string>();
		const differing = basesOf(english).filter((base) => {
			// A plural form may say its number as a word, so all forms count together.
			const inEnglish = new Set(namesIn(formsOf(english, base)));
			const here = new Set(namesIn(formsOf(sentences, base)));
			return [...inEnglish].sort().join() !== [...here].sort().join();
		});

		expect(differing).toEqual([]);
	});

	test.each([...locales.keys()])(
		'%s leaves no sentence empty and no brace unpaired',
		(language) => {
			const broken = [...(locales.get(language) ?? [])].filter(
				([, sentence]) =>
					sentence.trim() === '' || /[{}]/.test(sentence.replace(/\{\{\s*\w+\s*\}\}/g, ''))
			);

			expect(broken).toEqual([]);
		}
	);

	test.each(others)('%s is a translation, not English left standing', (language) => {
		const same = [...(locales.get(language) ?? [])].filter(
			([key, sentence]) => english.get(key) === sentence && /\b[a-z]{3,}\s+[a-z]{3,}/.test(sentence)
		);

		expect(same).toEqual([]);
	});
});

function formsOf(sentences: Sentences, base: string): string {
	const plain = sentences.get(base);
	return plain ?? allForms(sentences, `${base}_other`);
}

describe('keys in the code', () => {
	const namespaces = [...new Set([...english.keys()].map((key) => key.split(':')[0] ?? ''))];
	const KEY = new RegExp(`['"\`]((?:${namespaces.join('|')}):[\\w.-]*)(['"\`]|\\$?\\{)`, 'g');
	const files = filesIn('src', '.ts', '.svelte').filter((file) => !file.endsWith('.test.ts'));
	const code = new Map(
		files.map((file) => [file, read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')])
	);
	const used = [...code].flatMap(([file, text]) =>
		[...text.matchAll(KEY)].map((match) => ({
			file,
			key: match[1] ?? '',
			whole: !match[2]?.endsWith('{')
		}))
	);
	const bases = new Set([
		...basesOf(english),
		...[...english.keys()].map((key) => key.replace(/_(easy|grown_up)$/, ''))
	]);
	const known = (key: string) =>
		bases.has(key) || [...bases].some((base) => base.startsWith(`${key}.`));

	test('are in the locale files', () => {
		expect(used.filter(({ key, whole }) => whole && !key.endsWith(':') && !known(key))).toEqual([]);
	});

	test('that end in a value begin like a key that is there', () => {
		expect(
			used.filter(({ key, whole }) => !whole && ![...bases].some((base) => base.startsWith(key)))
		).toEqual([]);
	});

	test('use up the locale files: no sentence stands unused', () => {
		const whole = new Set(used.filter((one) => one.whole).map(({ key }) => key));
		const beginnings = [
			...used.filter((one) => !one.whole && /[:.]\w/.test(one.key)).map(({ key }) => key),
			...DYNAMIC_KEYS
		];
		// A namespace and then a value: the value is a word that stands in the same file.
		const open = used.filter((one) => !one.whole && one.key.endsWith(':'));
		const named = (key: string) =>
			open.some(({ file, key: namespace }) => {
				const [, word = ''] = /^([a-z]+)/.exec(key.slice(namespace.length)) ?? [];
				return key.startsWith(namespace) && new RegExp(`['"]${word}`).test(code.get(file) ?? '');
			});
		const unused = basesOf(english).filter((base) => {
			const key = base.replace(/_(easy|grown_up)$/, '');
			return (
				!whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)) && !named(key)
			);
		});

		expect(unused).toEqual([]);
	});
});
