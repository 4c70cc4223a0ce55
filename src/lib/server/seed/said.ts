import type { AgendaItem, Answer, NamedPerson } from '../../forms/answers.ts';
import type { SeedAnswers } from './statement-words.ts';

/** Answers, shortly: so that a story reads as what somebody said. */

export const yes: Answer = { kind: 'yes_no', value: 'yes' };
export const no: Answer = { kind: 'yes_no', value: 'no' };
export const notSure: Answer = { kind: 'not_sure' };
export const skipped: Answer = { kind: 'skipped' };

export const face = (value: 1 | 2 | 3 | 4 | 5): Answer => ({ kind: 'faces', value });
export const scale = (value: number): Answer => ({ kind: 'scale', value });
export const chose = (value: string): Answer => ({ kind: 'pick', value });
export const ticked = (...values: string[]): Answer => ({ kind: 'picks', values });
export const sorted = (cards: Readonly<Record<string, string>>): Answer => ({
	kind: 'sort',
	cards
});
export const words = (text: string): Answer => ({ kind: 'words', text });
export const say = (text: string): Answer => ({ kind: 'say', text, pictures: [] });
export const list = (...lines: string[]): Answer => ({ kind: 'list', lines });
/** Staff by their reference in the story, which becomes their id. */
export const people = (...named: NamedPerson[]): Answer => ({ kind: 'people', people: named });
export const top = (text: string): Answer => ({
	kind: 'star',
	starred: 'this',
	text,
	pictures: []
});
export const protect = (...questions: string[]): Answer => ({ kind: 'protect', questions });
export const agenda = (starred: number, ...items: AgendaItem[]): Answer => ({
	kind: 'agenda',
	items,
	starred
});

/** Alone, in a good place and time; safe; and nobody else gets it. */
export const BEGIN: SeedAnswers = { S2: chose('just_me'), S4: yes };
export const END: SeedAnswers = {
	Z1: chose('yes'),
	Z2: no,
	Z3: { kind: 'audience', staff: [] },
	Z5: chose('here')
};
/** The same in the Easy face, which asks less. */
export const EASY_BEGIN: SeedAnswers = { S2: chose('just_me') };
export const EASY_END: SeedAnswers = { Z1: chose('yes'), Z3: { kind: 'audience', staff: [] } };
