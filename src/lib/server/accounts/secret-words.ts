import { foldText } from '../../language/fold.ts';
import { LANGUAGES } from '../../language/languages.ts';
import type { Translator } from '../../language/translator.ts';
import { SECRET_PICTURES } from './secret-pictures.ts';

/** A picture with its word, as a page shows it. */
export interface SecretPictureView {
	readonly id: string;
	readonly word: string;
}

export interface SecretWords {
	/** Every picture, in the order of the alphabet of that language, so that a word is quickly found. */
	all(translator: Translator): SecretPictureView[];
	/** These pictures, in their order. */
	of(translator: Translator, pictures: readonly string[]): SecretPictureView[];
	/** The pictures of what was typed, in words of any of our languages; a word that is none is kept as it is. */
	read(typed: string): string[];
	/** One more word after what is there. */
	add(typed: string, translator: Translator, picture: string): string;
	/** All but the last word. */
	dropLast(typed: string): string;
}

const APART = /[\s,،;؛.\-–—_/]+/u;
const MOST_TYPED = 400;

/** @param translatorOf hands out the words of each language */
export function createSecretWords(translatorOf: (tag: string) => Translator): SecretWords {
	const wordOf = ({ t }: Translator, id: string) => t(`secret_words:${id}`);
	const known = new Map(
		LANGUAGES.flatMap(({ tag }) =>
			SECRET_PICTURES.map((id) => [foldText(wordOf(translatorOf(tag), id)), id] as const)
		)
	);
	const wordsIn = (typed: string) => typed.slice(0, MOST_TYPED).split(APART).filter(Boolean);

	const of: SecretWords['of'] = (translator, pictures) =>
		pictures.map((id) => ({ id, word: wordOf(translator, id) }));

	return {
		of,
		all(translator) {
			const { compare } = new Intl.Collator(translator.language.tag);
			return of(translator, SECRET_PICTURES).sort((a, b) => compare(a.word, b.word));
		},
		read: (typed) => wordsIn(typed).map((word) => known.get(foldText(word)) ?? word),
		add(typed, translator, picture) {
			const [view] = of(
				translator,
				SECRET_PICTURES.filter((id) => id === picture)
			);
			return [...wordsIn(typed), ...(view ? [view.word] : [])].join(' ');
		},
		dropLast: (typed) => wordsIn(typed).slice(0, -1).join(' ')
	};
}
