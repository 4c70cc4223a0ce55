import { DAY_PARTS, SORT_PLACES, WEEKDAYS, type Answer, type Answers } from './answers.ts';
import type { Form, Question, QuestionType } from './definition.ts';

/** What figures need of one statement: what was asked of its author, and what they answered. */
export interface Counted {
	/** Ids of the questions that were shown to them, or answered. */
	readonly asked: readonly string[];
	readonly answers: Answers;
}

/**
 * One question over many statements. `asked` is the sum of the five below it; the ways of not answering are never
 * added up. Words are not looked into: where only words can be given, only that they were given is counted.
 */
export interface QuestionFigures {
	readonly id: string;
	readonly type: QuestionType;
	readonly asked: number;
	readonly answered: number;
	readonly skipped: number;
	readonly notSure: number;
	readonly ratherNot: number;
	readonly neverComeTo: number;
	/** In how many answers each was given. One for the question; for cards that are put into places, one for each card. */
	readonly groups: readonly CodeGroup[];
}

export interface CodeGroup {
	readonly card: string | null;
	/** Whether an answer holds one of these at most; otherwise any number of them. */
	readonly one: boolean;
	readonly codes: readonly CodeCount[];
}

export interface CodeCount {
	readonly code: string;
	readonly count: number;
	/** Of these, how often it was starred, where an answer can be. */
	readonly starred?: number;
}

/** Lines of their own beside the cards of an agenda. */
export const OWN_LINE = 'own_line';
/** The words that stand with the star itself, and not an answer given before. */
export const STARRED_HERE = 'this';

/** Every question of a form in its order, each once, whatever faces ask it. */
export function figuresOf(form: Form, statements: readonly Counted[]): QuestionFigures[] {
	return questionsOf(form).map((same) => {
		const { id, type } = same[0];
		const asked = statements.filter(({ asked: ids }) => ids.includes(id));
		const answers = asked.flatMap(({ answers: given }) => given[id] ?? []);
		const kinds = (kind: Answer['kind']) => answers.filter((one) => one.kind === kind).length;
		return {
			id,
			type,
			asked: asked.length,
			answered: kinds(type),
			skipped: kinds('skipped'),
			notSure: kinds('not_sure'),
			ratherNot: kinds('rather_not'),
			// An answer of another kind was given to what this question used to be, and says nothing of this one.
			neverComeTo:
				asked.length - kinds(type) - kinds('skipped') - kinds('not_sure') - kinds('rather_not'),
			groups: groupsOf(
				same,
				answers.filter((answer) => answer.kind === type)
			)
		};
	});
}

function questionsOf(form: Form): [Question, ...Question[]][] {
	const byId = new Map<string, [Question, ...Question[]]>();
	for (const question of form.pages.flatMap(({ questions }) => questions)) {
		const same = byId.get(question.id);
		if (same) same.push(question);
		else byId.set(question.id, [question]);
	}
	return [...byId.values()];
}

function groupsOf(same: readonly Question[], answers: readonly Answer[]): CodeGroup[] {
	const offered = same.flatMap(codesOffered);
	const cards = same.flatMap((question) =>
		question.type === 'sort' ? question.cards.map(({ id }) => id) : []
	);
	const given = answers.flatMap((answer) => once(codesGiven(answer)));
	const named = new Set([...cards, ...given.flatMap(({ card }) => card ?? [])]);
	const groups = named.size > 0 ? [...named] : [null];
	return groups
		.map((card) => {
			const here = given.filter((one) => one.card === card);
			// Not in the order of the answers: where a number stands would tell of it.
			const codes = new Set([...offered, ...here.map(({ code }) => code).sort()]);
			return {
				card,
				one: same.every(({ type }) => ONE_OF.includes(type)),
				codes: [...codes].map((code) => {
					const counted = here.filter((one) => one.code === code);
					const starred = counted.filter((one) => one.starred).length;
					const stars = same.some(({ type }) => type === 'agenda');
					return { code, count: counted.length, ...(stars ? { starred } : {}) };
				})
			};
		})
		.filter(({ codes }) => codes.length > 0);
}

/** Of these an answer is one; cards are put into one place each. */
const ONE_OF: readonly QuestionType[] = ['faces', 'yes_no', 'pick', 'scale', 'sort', 'star'];

/** What an answer says of several people, promises or lines is counted once: so many answers, not so many lines. */
function once(given: readonly Given[]): Given[] {
	const byCode = Map.groupBy(given, ({ card, code }) => JSON.stringify([card, code]));
	return [...byCode.values()].flatMap(
		(same) => same.find(({ starred }) => starred) ?? same.slice(0, 1)
	);
}

/** The answers a question offers, in their order, whether anybody gave them or not. */
function codesOffered(question: Question): readonly string[] {
	const ids = (options: readonly { readonly id: string }[] = []) =>
		options.map(({ id }) => id).filter((id) => id !== 'not_sure' && id !== 'rather_not');
	switch (question.type) {
		case 'faces':
			return ['1', '2', '3', '4', '5'];
		case 'yes_no':
			return ['yes', 'no'];
		case 'pick':
			return ids(question.options);
		case 'picks':
			return [...ids(question.options), ...(question.other ? ['other'] : [])];
		case 'scale':
			return Array.from({ length: 11 }, (_, value) => String(value));
		case 'sort':
			return question.places ? ids(question.places) : SORT_PLACES;
		case 'people':
		case 'promises':
			return ids(question.choices);
		case 'when':
			return [...WEEKDAYS, ...DAY_PARTS];
		case 'agenda':
			return [...ids(question.cards), OWN_LINE];
		case 'words':
		case 'say':
		case 'list':
		case 'star':
		case 'date':
		case 'protect':
		case 'audience':
			return [];
	}
}

interface Given {
	readonly card: string | null;
	readonly code: string;
	readonly starred?: boolean;
}

function codesGiven(answer: Answer): readonly Given[] {
	const plain = (codes: readonly string[]): Given[] => codes.map((code) => ({ card: null, code }));
	switch (answer.kind) {
		case 'faces':
		case 'scale':
			return plain([String(answer.value)]);
		case 'yes_no':
		case 'pick':
			return plain([answer.value]);
		case 'picks':
			return plain(answer.other === undefined ? answer.values : [...answer.values, 'other']);
		case 'sort':
			return Object.entries(answer.cards).map(([card, code]) => ({ card, code }));
		case 'people':
			return plain(answer.people.flatMap(({ choice }) => choice ?? []));
		case 'promises':
			return plain(Object.values(answer.promises));
		case 'when':
			return plain([...answer.days, ...answer.parts]);
		case 'agenda':
			return answer.items.map((item, index) => ({
				card: null,
				code: 'card' in item ? item.card : OWN_LINE,
				starred: index === answer.starred
			}));
		case 'star':
			return plain([answer.starred]);
		case 'protect':
			return plain(answer.questions);
		case 'skipped':
		case 'not_sure':
		case 'rather_not':
		case 'words':
		case 'say':
		case 'list':
		case 'date':
		case 'audience':
			// Words, and whom they ticked, are nobody's figure.
			return [];
	}
}
