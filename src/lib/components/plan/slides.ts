import { partsOf, type Part, type Plan } from '../../meetings/agenda.ts';

/** One screen of the presenter: what there is to talk about, how to be together, then part after part. */
export type Slide = { readonly kind: 'list' } | { readonly kind: 'rules' } | Part;

export function slidesOf(room: Plan): Slide[] {
	const together = [...room.rules, ...room.words, ...room.avoid, ...room.signal, ...room.helper];
	return [
		{ kind: 'list' },
		...(together.length > 0 ? [{ kind: 'rules' as const }] : []),
		...partsOf(room)
	];
}
