import { codesOf } from '../forms/conditions.ts';
import type { Condition, Form, QuestionType } from '../forms/definition.ts';
import { figuresOf, type CodeGroup, type Counted, type QuestionFigures } from '../forms/figures.ts';
import { FEWEST, hideBelow, type Table, type ToldTable } from './hiding.ts';

/** What became of a question that was asked: each is one of these. */
export const REACHED = ['answered', 'skipped', 'not_sure', 'rather_not', 'never_come_to'] as const;
export type Reached = (typeof REACHED)[number];

export interface ToldCode {
	readonly code: string;
	readonly count: number | null;
	/** Of these, how often it was starred, where an answer can be. */
	readonly starred?: number | null;
}

/** One question over the statements of a period. Null: hidden. */
export interface ToldQuestion {
	readonly id: string;
	readonly type: QuestionType;
	readonly asked: number | null;
	readonly reached: Readonly<Record<Reached, number | null>>;
	/** One for the question; for cards that are put into places one for each. */
	readonly groups: readonly ToldGroup[];
}

export interface ToldGroup {
	readonly card: string | null;
	/** Empty where all of it is hidden: an answer that stands here only because somebody gave it would tell that. */
	readonly codes: readonly ToldCode[];
	readonly hidden: boolean;
	/** How many put a card into no place. */
	readonly nowhere?: number | null;
}

/**
 * What may be told of a form's answers to somebody who knows who sent it, and may not know what any of them said.
 *
 * Who was asked a question that depends on the form, the face and the person is no secret; who was asked one that
 * depends on an answer tells that answer, so it is told only where that answer is. A question that asks for something, such
 * as an advocate, is counted with the requests alone.
 */
export function toldAnswers(form: Form, statements: readonly Counted[]): ToldQuestion[] {
	const asks = new Set(questionsOf(form).flatMap(({ id, asks }) => (asks ? [id] : [])));
	const told = new Map<string, ToldQuestion>();
	for (const figures of figuresOf(form, statements)) {
		const { id, asked } = figures;
		const leans = leansOn(form, id);
		const secret =
			// What two answers decide together would tell how many gave both.
			leans.length > 1 ||
			leans.some(
				({ question, is, not }) =>
					!areTold(told.get(question), is) ||
					isFew(
						asked -
							statements.filter(
								({ answers }) =>
									codesOf(answers[question]).some((code) => is.includes(code)) !== not
							).length
					)
			);
		if (!asks.has(id)) told.set(id, toldQuestion(figures, secret ? null : asked));
	}
	return [...told.values()];
}

/** Whether nothing of a question is told but that it was asked. */
export const isUntold = ({ reached }: ToldQuestion): boolean =>
	REACHED.every((one) => reached[one] === null);

function toldQuestion(figures: QuestionFigures, asked: number | null): ToldQuestion {
	const { id, type, answered, skipped, notSure, ratherNot, neverComeTo } = figures;
	const [reached] = hideBelow(asked, [
		tableOf('reached', [
			['answered', answered],
			['skipped', skipped],
			['not_sure', notSure],
			['rather_not', ratherNot],
			['never_come_to', neverComeTo]
		])
	]);
	const of = (one: Reached) => countIn(reached, one);
	return {
		id,
		type,
		asked,
		reached: Object.fromEntries(REACHED.map((one) => [one, of(one)])) as ToldQuestion['reached'],
		groups: figures.groups.map((group) => toldGroup(group, of('answered')))
	};
}

/** The answers of those who answered. Of many that each may give, each is a table of its own with its rest. */
function toldGroup(group: CodeGroup, answered: number | null): ToldGroup {
	const told = group.one ? oneOf(group, answered) : anyOf(group, answered);
	const hidden = told.codes.every(({ count }) => count === null) && told.codes.length > 0;
	return { ...told, hidden, codes: hidden ? [] : told.codes };
}

function oneOf({ card, codes }: CodeGroup, answered: number | null) {
	const given = codes.map(({ code, count }) => [code, count] as const);
	const cells = card === null ? given : [...given, restOf(given, answered)];
	const [table] = hideBelow(answered, [tableOf('codes', cells)]);
	return {
		card,
		codes: codes.map(({ code }) => ({ code, count: countIn(table, code) })),
		...(card === null ? {} : { nowhere: countIn(table, REST) })
	};
}

function anyOf({ card, codes }: CodeGroup, answered: number | null) {
	const tables = hideBelow(
		answered,
		codes.map(({ code, count }) => {
			const cell = [code, count] as const;
			return tableOf(code, [cell, restOf([cell], answered)]);
		})
	);
	const starred = codes.flatMap(({ code, starred: stars }) =>
		stars === undefined ? [] : [[code, stars] as const]
	);
	const [stars] = hideBelow(answered, [
		tableOf('starred', [...starred, restOf(starred, answered)])
	]);
	return {
		card,
		codes: codes.map(({ code }, at) => ({
			code,
			count: countIn(tables[at], code),
			...(starred.length > 0 ? { starred: countIn(stars, code) } : {})
		}))
	};
}

/** Those of them who gave none of these. */
const restOf = (cells: readonly (readonly [string, number])[], answered: number | null) =>
	[REST, (answered ?? 0) - cells.reduce((all, [, count]) => all + count, 0)] as const;

/** No code of an answer has a space. */
const REST = ' rest';

const tableOf = (id: string, cells: readonly (readonly [id: string, count: number])[]): Table => ({
	id,
	cells: cells.map(([cell, count]) => ({ id: cell, count }))
});

const countIn = (table: ToldTable | undefined, id: string): number | null =>
	table?.cells.find((cell) => cell.id === id)?.count ?? null;

/** Whether everybody who gave one of these answers is told: then it is no secret who was asked because of them. */
function areTold(question: ToldQuestion | undefined, is: readonly string[]): boolean {
	if (!question || question.groups.length > 1) return false;
	if (question.groups.some(({ hidden }) => hidden)) return false;
	// Of several that each may give, some gave more than one of these.
	if (!ONE_ANSWER.includes(question.type) && is.length > 1) return false;
	const counts = new Map<string, number | null>([
		...Object.entries(question.reached),
		...question.groups.flatMap(({ codes }) =>
			codes.map(({ code, count }) => [code, count] as const)
		)
	]);
	return is.every((code) => (counts.get(code) ?? (counts.has(code) ? null : 0)) !== null);
}

const ONE_ANSWER: readonly QuestionType[] = ['faces', 'yes_no', 'pick', 'scale'];

const isFew = (difference: number): boolean => difference !== 0 && Math.abs(difference) < FEWEST;

interface Leaning {
	readonly question: string;
	readonly is: readonly string[];
	readonly not: boolean;
}

/** The answers that decide whether a question is asked. */
function leansOn(form: Form, id: string): Leaning[] {
	const leanings = form.pages
		.filter(({ questions }) => questions.some((question) => question.id === id))
		.flatMap(({ when }) => (when ? leaningsIn(when, false) : []));
	// Two pages, one for each face, lean on the same.
	return [...new Map(leanings.map((one) => [JSON.stringify(one), one])).values()];
}

function leaningsIn(condition: Condition, not: boolean): Leaning[] {
	if ('any' in condition) return condition.any.flatMap((one) => leaningsIn(one, not));
	if ('all' in condition) return condition.all.flatMap((one) => leaningsIn(one, not));
	if ('not' in condition) return leaningsIn(condition.not, !not);
	return 'question' in condition ? [{ ...condition, not }] : [];
}

const questionsOf = (form: Form) => form.pages.flatMap(({ questions }) => questions);
