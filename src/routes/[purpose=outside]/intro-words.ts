import type { Translator } from '#lib/language/translator.ts';
import type { IntroKey } from '#lib/server/outside/kinds.ts';

/** The words around a form that is asked over a link, which the form itself brings. */
export const introOf =
	({ t }: Translator, formId: string, values: Readonly<Record<string, string>> = {}) =>
	(key: IntroKey): string =>
		t(`${formId}:intro.${key}`, values);
