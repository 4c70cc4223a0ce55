import { fieldOf, firstOf, linesOf, type Fields } from './fields.ts';
import { MOST } from './parsed.ts';

/** What one of an agenda's buttons asks for: `at` is the place of the item, from 0. */
export type AgendaMove =
	| {
			readonly kind: 'move';
			readonly questionId: string;
			readonly at: number;
			readonly to: 'up' | 'down';
	  }
	| { readonly kind: 'star' | 'take'; readonly questionId: string; readonly at: number };

/** An agenda's fields as they are once the button was pressed. What stands on the page beside them stays as it is. */
export function afterMove(fields: Fields, move: AgendaMove): Fields {
	const id = move.questionId;
	const lines = linesOf(fields, id, 'item', MOST.agendaItems).filter((line) => line !== '');
	const starField = fieldOf(id, 'star');
	const star = firstOf(fields, starField);
	const starred = star === '' ? -1 : Number(star);
	const items = lines.map((line, index) => ({ line, starred: index === starred }));
	const item = items[move.at];
	if (!item) return fields;

	if (move.kind === 'star')
		for (const one of items) one.starred = one === item ? !item.starred : false;
	else {
		items.splice(move.at, 1);
		if (move.kind === 'move') items.splice(placeAfter(move), 0, item);
	}

	const others = Object.entries(fields).filter(
		([name]) => name !== starField && !name.startsWith(fieldOf(id, 'item-'))
	);
	const now = items.findIndex((one) => one.starred);
	return Object.fromEntries([
		...others,
		...items.map(({ line }, index) => [fieldOf(id, `item-${index}`), [line]] as const),
		[starField, now < 0 ? [] : [String(now)]]
	]);
}

/** Where a moved item stands now. */
export function placeAfter({ at, to }: Extract<AgendaMove, { kind: 'move' }>): number {
	return to === 'up' ? Math.max(0, at - 1) : at + 1;
}
