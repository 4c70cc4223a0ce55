import type { Answer } from '../forms/answers.ts';
import type { Sentence, Wording } from '../forms/wording.ts';

/** The form a young person plans their meeting with. Its questions are those of the question bank, `1` to `12`. */
export const PLAN_FORM = 'plan-my-meeting';

/** How much of it they want to run, from a little to all of it: the answers to question 1. */
export const LEVELS = ['choose', 'topics', 'one_part', 'together', 'all'] as const;
export type Level = (typeof LEVELS)[number];

/** Something that was chosen from what the form offers, or that they wrote themselves. */
export type Said =
	{ readonly label: Sentence } | { readonly words: string; readonly language: string };

export interface PlanItem {
	/** The card it is; null for a line of their own. */
	readonly card: string | null;
	readonly title: Said;
	readonly starred: boolean;
}

export interface Guest {
	readonly name: string;
	/** For which part they come: an id of question 4, and its words. */
	readonly comes: string | null;
	readonly part: Sentence | null;
}

/** What they planned, topic by topic. Where they said nothing it is empty: nobody's meeting is filled in for them. */
export interface Plan extends Readonly<Record<Topic, readonly Said[]>> {
	readonly level: Level | null;
	/** How it starts: an id of question 5. */
	readonly startId: string | null;
	/** In their order, but for the starred one, which comes first. */
	readonly items: readonly PlanItem[];
	readonly guests: readonly Guest[];
	/** Whom they do not want there. */
	readonly notComing: readonly Guest[];
}

/** Which questions say what. */
const TOPICS = {
	where: ['2', '2_more'],
	food: ['2_food'],
	music: ['2_music'],
	long: ['3'],
	start: ['5'],
	words: ['8'],
	avoid: ['8_avoid'],
	signal: ['9'],
	helper: ['9_who'],
	rules: ['10'],
	writeUp: ['11'],
	practise: ['12', '12_when'],
	/** Not to be talked about in front of everyone. */
	notAloud: ['7']
} as const;
export type Topic = keyof typeof TOPICS;

/** For whoever chairs, and never on a page that the room sees: what is not to be said there, and who is not wanted. */
const FOR_CHAIR: readonly Topic[] = ['notAloud', 'practise'];

const NOT_COMING = 'not_come';

export interface PlannedAnswer {
	readonly questionId: string;
	readonly answer: Answer;
	/** Kept for the chair alone. */
	readonly chairOnly: boolean;
	/** The language it was written in. */
	readonly language: string;
}

/**
 * Shapes what was answered into a meeting.
 * @param seenBy `room`: pages that everybody in the meeting may see, so nothing that was kept for the chair
 */
export function planOf(
	wording: Wording,
	answers: readonly PlannedAnswer[],
	seenBy: 'room' | 'chair'
): Plan {
	const open = answers.filter(({ chairOnly }) => seenBy === 'chair' || !chairOnly);
	const given = (questionId: string): Given => ({
		answer: open.find((one) => one.questionId === questionId)?.answer,
		language: open.find((one) => one.questionId === questionId)?.language ?? wording.language,
		labels: wording.questions.find(({ id }) => id === questionId)?.labels ?? {}
	});
	const said = (topic: Topic): readonly Said[] =>
		seenBy === 'room' && FOR_CHAIR.includes(topic)
			? []
			: TOPICS[topic].flatMap((id) => saidIn(given(id)));
	const guests = guestsIn(given('4'));

	return {
		level: LEVELS.find((level) => level === pickedIn(given('1'))) ?? null,
		startId: pickedIn(given('5')),
		items: itemsIn(given('6')),
		guests: guests.filter(({ comes }) => comes !== NOT_COMING),
		notComing: seenBy === 'chair' ? guests.filter(({ comes }) => comes === NOT_COMING) : [],
		where: said('where'),
		food: said('food'),
		music: said('music'),
		long: said('long'),
		start: said('start'),
		words: said('words'),
		avoid: said('avoid'),
		signal: said('signal'),
		helper: said('helper'),
		rules: said('rules'),
		writeUp: said('writeUp'),
		practise: said('practise'),
		notAloud: said('notAloud')
	};
}

interface Given {
	readonly answer: Answer | undefined;
	readonly language: string;
	readonly labels: Readonly<Record<string, Sentence>>;
}

function pickedIn({ answer }: Given): string | null {
	return answer?.kind === 'pick' ? answer.value : null;
}

function itemsIn({ answer, language, labels }: Given): PlanItem[] {
	if (answer?.kind !== 'agenda') return [];
	const items = answer.items.map((item, index) => ({
		card: 'card' in item ? item.card : null,
		title: 'card' in item ? labelled(item.card, labels) : { words: item.words, language },
		starred: index === answer.starred
	}));
	return [...items.filter(({ starred }) => starred), ...items.filter(({ starred }) => !starred)];
}

function guestsIn({ answer, labels }: Given): Guest[] {
	if (answer?.kind !== 'people') return [];
	return answer.people.map(({ name, choice }) => ({
		name,
		comes: choice ?? null,
		part: choice === undefined ? null : (labels[choice] ?? null)
	}));
}

/** What an answer says in words. One that was skipped says nothing. */
function saidIn({ answer, language, labels }: Given): Said[] {
	const own = (words: string | undefined): Said[] => (words ? [{ words, language }] : []);
	switch (answer?.kind) {
		case 'pick':
		case 'yes_no':
			return [labelled(answer.value, labels)];
		case 'picks':
			return [...answer.values.map((value) => labelled(value, labels)), ...own(answer.other)];
		case 'words':
		case 'say':
			return own(answer.text);
		case 'people':
			return answer.people.flatMap(({ name }) => own(name));
		case 'when':
			return [...answer.days, ...answer.parts].map((id) => labelled(id, labels));
		default:
			return [];
	}
}

function labelled(id: string, labels: Given['labels']): Said {
	return { label: labels[id] ?? { shown: id, english: id } };
}

/** A part of the meeting, in the order it is gone through. */
export type Part =
	| { readonly kind: 'start' }
	| { readonly kind: 'item'; readonly item: PlanItem }
	| { readonly kind: 'end' };

export function partsOf(plan: Plan): Part[] {
	return [
		{ kind: 'start' },
		...plan.items.map((item) => ({ kind: 'item' as const, item })),
		{ kind: 'end' }
	];
}

/** Who is in the room for a part: those who said no part are there for all of it. */
export function guestsAt(plan: Plan, part: Part): Guest[] {
	return plan.guests.filter(
		({ comes }) =>
			comes === null ||
			comes === 'all' ||
			comes === part.kind ||
			(comes === 'their_topic' && part.kind === 'item')
	);
}

export type Speaker = 'young_person' | 'chair' | 'both';

/**
 * Who leads a part. Who runs one part runs the one that matters most to them; who runs it with the chair says what
 * comes next, and the two begin and end it together.
 */
export function speakerOf(plan: Plan, part: Part): Speaker {
	switch (plan.level) {
		case 'all':
			return 'young_person';
		case 'together':
			return part.kind === 'item' ? 'young_person' : 'both';
		case 'one_part':
			return part.kind === 'item' && part.item === plan.items[0] ? 'young_person' : 'chair';
		case 'topics':
		case 'choose':
		case null:
			return 'chair';
	}
}
