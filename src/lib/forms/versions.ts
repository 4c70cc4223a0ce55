import type { Answer, AgendaItem } from './answers.ts';

/** Whether two answers say the same, in whatever order their properties stand. */
export function sameAnswer(one: Answer | null, other: Answer | null): boolean {
	return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/**
 * One answer out of two that were given to the same question in two places, nothing left out; null where only one of
 * them can be kept, as with a face.
 */
export function bothAnswers(first: Answer, second: Answer): Answer | null {
	if (first.kind === 'say' && second.kind === 'say')
		return { ...second, text: joined(first.text, second.text, '\n\n') };
	if (first.kind === 'words' && second.kind === 'words')
		return { ...second, text: joined(first.text, second.text, ' ') };
	if (first.kind === 'star' && second.kind === 'star')
		return { ...second, text: joined(first.text, second.text, '\n\n') };
	if (first.kind === 'list' && second.kind === 'list')
		return { ...second, lines: [...new Set([...first.lines, ...second.lines])] };
	if (first.kind === 'people' && second.kind === 'people') {
		const named = new Set(second.people.map(({ name }) => name));
		const others = first.people.filter(({ name }) => !named.has(name));
		return { ...second, people: [...others, ...second.people] };
	}
	if (first.kind === 'protect' && second.kind === 'protect')
		return { ...second, questions: [...new Set([...first.questions, ...second.questions])] };
	if (first.kind === 'agenda' && second.kind === 'agenda') {
		// The first one's order and star stand: another order is another answer, and only they can choose.
		const listed = new Set(first.items.map(nameOf));
		const added = second.items.filter((item) => !listed.has(nameOf(item)));
		const items = [...first.items, ...added];
		const star = second.starred === null ? undefined : second.items[second.starred];
		const at = star ? items.findIndex((item) => nameOf(item) === nameOf(star)) : -1;
		return { kind: 'agenda', items, starred: first.starred ?? (at < 0 ? null : at) };
	}
	if (first.kind === 'picks' && second.kind === 'picks') {
		const other = joined(first.other ?? '', second.other ?? '', ', ');
		const values = [...new Set([...first.values, ...second.values])];
		return { kind: 'picks', values, ...(other === '' ? {} : { other }) };
	}
	return null;
}

const nameOf = (item: AgendaItem): string =>
	'card' in item ? `card:${item.card}` : `own:${item.words}`;

function joined(first: string, second: string, between: string): string {
	if (second.includes(first)) return second;
	return first.includes(second) ? first : first + between + second;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([name, inner]) => [name, sorted(inner)])
	);
}
