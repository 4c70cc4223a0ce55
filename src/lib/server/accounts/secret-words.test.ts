import { expect, test } from 'vitest';
import { iconOf } from '../../components/icons.ts';
import { foldText } from '../../language/fold.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { createTranslators } from '../../language/translator.ts';
import { readLocaleFiles } from '../language/locale-files.ts';
import { drawPictures, SECRET_PICTURES } from './secret-pictures.ts';
import { createSecretWords } from './secret-words.ts';

const translatorOf = createTranslators(readLocaleFiles());
const words = createSecretWords(translatorOf);

test('every picture has a drawing, and one word of its own in every language', () => {
	expect(SECRET_PICTURES.filter((id) => !iconOf(id))).toEqual([]);
	for (const { tag } of LANGUAGES) {
		const all = words.all(translatorOf(tag)).map(({ word }) => word);
		expect(new Set(all.map(foldText)).size).toBe(64);
		expect(all.filter((word) => /[\s,،.\-_]/.test(word))).toEqual([]);
	}
});

test('a secret typed in any language is the same secret', () => {
	for (const { tag } of LANGUAGES) {
		const drawn = drawPictures();
		const typed = words.of(translatorOf(tag), drawn).map(({ word }) => word);

		expect(words.read(typed.join(' '))).toEqual(drawn);
		expect(words.read(`  ${typed.join(' ,  ').toUpperCase()} `)).toEqual(drawn);
	}
});

test('Arabic words are read with or without their marks and with any form of alef', () => {
	expect(words.read('أَرْنَب، ارنب قِطَّة قطه')).toEqual(['rabbit', 'rabbit', 'cat', 'cat']);
});

test('a word that is no picture stays, so that it counts as wrong', () => {
	expect(words.read('sun gun')).toEqual(['sun', 'gun']);
});

test('tapping adds a word in the language of the page, and takes the last away again', () => {
	const arabic = translatorOf('ar');

	const two = words.add(words.add('', arabic, 'sun'), arabic, 'cat');

	expect(two).toBe('شمس قطة');
	expect(words.dropLast(two)).toBe('شمس');
	expect(words.add(two, arabic, 'no such picture')).toBe(two);
});

test('four different pictures are drawn', () => {
	for (let at = 0; at < 200; at += 1) expect(new Set(drawPictures()).size).toBe(4);
});
