import type { Answer } from './answers.ts';

/** The names a question's controls have in the page's form, shared by what draws them and what reads them. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** @param part such as a card's id, or the number of a line */
export function fieldOf(questionId: string, part?: string | number): string {
	return part === undefined ? `a-${questionId}` : `a-${questionId}-${part}`;
}

export function firstOf(fields: Fields, name: string): string {
	return fields[name]?.[0] ?? '';
}

/** How many numbered lines there are, such as `a-12-name-0`. @param most where to stop looking */
export function linesOf(fields: Fields, questionId: string, part: string, most: number): string[] {
	const lines: string[] = [];
	for (let line = 0; line < most; line++)
		lines.push(firstOf(fields, fieldOf(questionId, `${part}-${line}`)));
	return lines;
}

/** An answer as the fields that would give it: what a page shows, and the reverse of reading it. */
export function fieldsOf(id: string, answer: Answer | undefined): Fields {
	if (!answer) return {};
	const name = fieldOf(id);
	const numbered = (part: string, values: readonly string[]): Fields =>
		Object.fromEntries(values.map((value, at) => [fieldOf(id, `${part}-${at}`), [value]]));
	const each = (values: Readonly<Record<string, string>>): Fields =>
		Object.fromEntries(Object.entries(values).map(([part, value]) => [fieldOf(id, part), [value]]));
	switch (answer.kind) {
		case 'skipped':
			return {};
		case 'not_sure':
		case 'rather_not':
			return { [name]: [answer.kind] };
		case 'faces':
		case 'yes_no':
		case 'pick':
			return { [name]: [String(answer.value)] };
		case 'scale':
			return { [name]: [String(answer.value)] };
		case 'date':
			return { [name]: [answer.on] };
		case 'protect':
			return { [name]: answer.questions };
		case 'agenda':
			return {
				...numbered(
					'item',
					answer.items.map((item) => ('card' in item ? `card:${item.card}` : `own:${item.words}`))
				),
				[fieldOf(id, 'star')]: answer.starred === null ? [] : [String(answer.starred)]
			};
		case 'picks':
			return { [name]: answer.values, [fieldOf(id, 'other')]: answer.other ? [answer.other] : [] };
		case 'sort':
			return each(answer.cards);
		case 'words':
		case 'say':
			return { [name]: [answer.text] };
		case 'people':
			return {
				...numbered(
					'name',
					answer.people.map((person) => person.name)
				),
				...numbered(
					'choice',
					answer.people.map((person) => person.choice ?? '')
				),
				...numbered(
					'staff',
					answer.people.map((person) => person.staffId ?? '')
				)
			};
		case 'when':
			return { [fieldOf(id, 'day')]: answer.days, [fieldOf(id, 'part')]: answer.parts };
		case 'list':
			return numbered('line', answer.lines);
		case 'star':
			return { [name]: [answer.starred], [fieldOf(id, 'text')]: [answer.text] };
		case 'promises':
			return each(answer.promises);
		case 'audience':
			return { [name]: answer.staff };
	}
}
