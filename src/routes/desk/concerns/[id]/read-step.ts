import { CONCERN_COLOURS, CONCERN_OUTCOMES } from '#lib/rights/concerns.ts';
import type { ConcernStep } from '#lib/server/concerns/step.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { tellingOf } from '../telling-form.ts';

/** The step a form of the page asks for. */
export function stepOf(form: FormData, concernId: string): ConcernStep {
	const every = {
		concernId,
		sendKey: textOf(form, 'send_key'),
		version: Number(textOf(form, 'version')),
		words: textOf(form, 'words')
	};
	switch (choiceOf(form, 'step', ['move', 'recolour', 'tell', 'close'])) {
		case 'move':
			return { ...every, do: 'move', to: textOf(form, 'to') };
		case 'recolour': {
			const colour = choiceOf(form, 'colour', CONCERN_COLOURS);
			return { ...every, do: 'recolour', ...(colour === null ? {} : { colour }) };
		}
		case 'tell':
			return { ...every, words: '', do: 'tell', telling: tellingOf(form) };
		case 'close': {
			const outcome = choiceOf(form, 'outcome', CONCERN_OUTCOMES);
			return { ...every, do: 'close', ...(outcome === null ? {} : { outcome }) };
		}
		default:
			return { ...every, do: 'respond' };
	}
}
