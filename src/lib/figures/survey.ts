import type { ParentSurveyFigures, Told } from './annual-report.ts';
import type { Form, Question } from '../forms/definition.ts';
import type { ConferenceRecord, RecordQuestion } from '../meetings/conference-record.ts';
import { percent } from './percent.ts';

/** Asks who wants to be rung: a way to somebody, kept apart from what they answered and never counted. */
export const CALLBACK_QUESTION = 'P18';

/** What parents are asked, each question once, without the wish to be rung. */
export function surveyQuestions(form: Form): Question[] {
	const byId = new Map<string, Question>();
	for (const question of form.pages.flatMap(({ questions }) => questions))
		if (!question.id.startsWith(CALLBACK_QUESTION))
			byId.set(question.id, byId.get(question.id) ?? question);
	return [...byId.values()];
}

/** What a question can be answered with, in its order, each as it is counted. None: it is answered in words. */
export function codesOffered(question: Question): readonly string[] {
	switch (question.type) {
		case 'yes_no':
			return ['yes', 'no', 'not_sure', 'rather_not'];
		case 'pick':
			return question.options.map(({ id }) => id);
		case 'faces':
			return ['1', '2', '3', '4', '5', 'rather_not'];
		case 'scale':
			return [...Array.from({ length: 11 }, (_, value) => String(value)), 'rather_not'];
		default:
			return [];
	}
}

export type ToldSurvey = Told<ParentSurveyFigures>;

/** What parents and the chair are both asked, and which answers say that it was so. */
interface Pair {
	readonly id: string;
	readonly question: string;
	readonly parents: string;
	readonly record: RecordQuestion;
	readonly chair: readonly string[];
	/** Where it could not have been: neither yes nor no. */
	readonly chairLeavesOut?: readonly string[];
}

/** A report came in good time three working days before, or earlier: as finely as parents are asked. */
const IN_GOOD_TIME = '3_or_more';

const PAIRS: readonly Pair[] = [
	{
		id: 'report',
		question: 'P3',
		parents: IN_GOOD_TIME,
		record: 'report',
		chair: [IN_GOOD_TIME]
	},
	{ id: 'others', question: 'P4', parents: 'all', record: 'otherReports', chair: ['all'] },
	{ id: 'met', question: 'P2', parents: 'yes', record: 'metBefore', chair: ['yes'] },
	{
		id: 'child',
		question: 'P15',
		parents: 'yes',
		record: 'childTookPart',
		chair: ['came', 'part', 'advocate', 'sent_words', 'other'],
		chairLeavesOut: ['under_age']
	}
];

/** The answer that is held beside the chair's record, where a question has one. */
export const answerHeldBeside = (question: string): string | undefined =>
	PAIRS.find((pair) => pair.question === question)?.parents;

/** How much rosier parents are than the chair's own record of the same time. */
export interface Gap {
	readonly id: string;
	readonly question: string;
	/** Of all who sent answers in. Null where nobody did, and where it may not be told. */
	readonly parentsPercent: number | null;
	/** Conferences of which the chair said it. */
	readonly records: number;
	readonly chairPercent: number | null;
	/** In percentage points; above nought parents are rosier. */
	readonly points: number | null;
}

/** @param told what parents answered, as it may be told */
export function gaps(
	{ responses, questions }: ToldSurvey,
	records: readonly ConferenceRecord[]
): Gap[] {
	return PAIRS.map(({ id, question, parents, record, chair, chairLeavesOut }) => {
		const count = questions[question]?.counts[parents] ?? null;
		const parentsPercent = count === null || responses === null ? null : percent(count, responses);
		const said = records
			.flatMap((one) => one[record] ?? [])
			.filter((one) => !chairLeavesOut?.includes(one));
		const chairPercent = percent(said.filter((one) => chair.includes(one)).length, said.length);
		return {
			...{ id, question, parentsPercent, chairPercent },
			records: said.length,
			points: difference(parentsPercent, chairPercent)
		};
	});
}

/** With one decimal, as both have. */
function difference(one: number | null, other: number | null): number | null {
	return one === null || other === null ? null : Math.round((one - other) * 10) / 10;
}
