import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import type { NewConcern } from '#lib/server/concerns/raise.ts';

/** How the young person is told, as `Telling.svelte` asks it. */
export const tellingOf = (form: FormData): NewConcern['telling'] => ({
	how: choiceOf(form, 'how', ['ready', 'own', 'not']) ?? 'ready',
	words: textOf(form, 'tell_words'),
	why: textOf(form, 'why'),
	offerAdvocate: form.has('advocate')
});
