import { getContext, setContext } from 'svelte';
import type { Translator } from '../language/translator.ts';

const KEY = Symbol('translator');

/** The root layout sets it, in the reader's language. */
export function provideTranslator(translator: Translator): void {
	setContext(KEY, translator);
}

/** The translator of the page being drawn. Pages are drawn once, on the server: nothing here is reactive. */
export function useTranslator(): Translator {
	return getContext<Translator>(KEY);
}
