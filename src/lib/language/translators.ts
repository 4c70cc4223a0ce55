import type { Translator } from './translator.ts';

let translators: ((tag: string) => Translator) | undefined;

/** The server hands in its translators once, when it starts: pages cannot be given functions by their `load`. */
export function setTranslators(given: (tag: string) => Translator): void {
	translators = given;
}

export function translatorOf(tag: string): Translator {
	if (!translators) throw new Error('the translators are not set yet');
	return translators(tag);
}
