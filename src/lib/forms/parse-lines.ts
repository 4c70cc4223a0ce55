import type { AgendaItem, NamedPerson } from './answers.ts';
import { cleanLine } from './clean.ts';
import type { Question } from './definition.ts';
import { fieldOf, firstOf, linesOf, type Fields } from './fields.ts';
import { answered, idsOf, MOST, tooLong, tooMany, unknown, type Parsed } from './parsed.ts';
import { postedPeople } from './people-lines.ts';

export function list(id: string, fields: Fields): Parsed {
	const lines: string[] = [];
	for (const [at, typed] of linesOf(fields, id, 'line', MOST.listLines + 1).entries()) {
		const field = fieldOf(id, `line-${at}`);
		const line = cleanLine(typed);
		if (line.length > MOST.lineCharacters) return tooLong(field, MOST.lineCharacters);
		if (line === '') continue;
		if (lines.length === MOST.listLines) return tooMany(field, MOST.listLines);
		lines.push(line);
	}
	return answered(lines.length === 0 ? null : { kind: 'list', lines });
}

/** Those tapped and those written, each with the choice that was made for them. */
export function people(
	question: Extract<Question, { type: 'people' }>,
	fields: Fields,
	staff: readonly { readonly id: string; readonly name: string }[]
): Parsed {
	const { id } = question;
	const choices = idsOf(question.choices ?? []);
	const named: NamedPerson[] = [];
	for (const posted of postedPeople(fields, id)) {
		const { at, staffId, choice } = posted;
		const known = question.staff ? staff.find((one) => one.id === staffId) : undefined;
		if (question.staff && staffId !== '' && !known) return unknown(fieldOf(id, `staff-${at}`));
		const name = known?.name ?? cleanLine(posted.name);
		if (!posted.named || (name === '' && choice === '')) continue;
		if (choice !== '' && !choices.includes(choice)) return unknown(fieldOf(id, `choice-${at}`));
		const field = fieldOf(id, `name-${at}`);
		if (name === '') return { ok: false, code: 'person_name_missing', field };
		if (name.length > MOST.nameCharacters) return tooLong(field, MOST.nameCharacters);
		if (named.length === MOST.people) return tooMany(field, MOST.people);
		named.push({
			name,
			...(choice === '' ? {} : { choice }),
			...(known ? { staffId: known.id } : {})
		});
	}
	return answered(named.length === 0 ? null : { kind: 'people', people: named });
}

/** Those listed, in the order of their lines, then the cards and the line that were added. */
export function agenda(id: string, cards: readonly string[], fields: Fields): Parsed {
	const items: AgendaItem[] = [];
	let starred: number | null = null;
	const star = firstOf(fields, fieldOf(id, 'star'));
	const own = fieldOf(id, 'own');
	const lines = [
		...linesOf(fields, id, 'item', MOST.agendaItems + 1),
		...(fields[fieldOf(id, 'add')] ?? []).map((card) => `card:${card}`),
		`own:${firstOf(fields, own)}`
	];
	for (const [at, line] of lines.entries()) {
		const [, kind, rest = ''] = /^(card|own):(.*)$/s.exec(line) ?? [];
		const words = cleanLine(rest);
		if (words === '' || items.some((item) => 'card' in item && item.card === words)) continue;
		if (kind === 'card' && !cards.includes(words)) return unknown(fieldOf(id, 'add'));
		if (words.length > MOST.lineCharacters) return tooLong(own, MOST.lineCharacters);
		if (items.length === MOST.agendaItems) return tooMany(own, MOST.agendaItems);
		if (star === String(at)) starred = items.length;
		items.push(kind === 'card' ? { card: words } : { words });
	}
	return answered(items.length === 0 ? null : { kind: 'agenda', items, starred });
}
