import { and, gte, lte } from 'drizzle-orm';
import { FEWEST } from '../../figures/hiding.ts';
import { codesOffered, surveyQuestions } from '../../figures/survey.ts';
import { quarterOf, type Period } from '../../figures/periods.ts';
import { parentsConference } from '../../forms/catalogue/parents-conference.ts';
import { londonDate } from '../../language/dates.ts';
import { addDays, addMonths } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { openSurveyAnswers } from './answers.ts';
import { responsesByDay } from './responses.ts';

/** Where fewer wrote, whoever reads could tell what one person wrote. */
const FEWEST_WRITERS = 3;
const QUARTERS_OFFERED = 12;
/** Of a question. */
const MOST_SHOWN = 300;

const IN_WORDS = surveyQuestions(parentsConference)
	.filter((question) => codesOffered(question).length === 0)
	.map(({ id }) => id);

/** Somebody who wrote, and what, by question. */
interface Writer {
	readonly id: string;
	readonly words: ReadonlyMap<string, string>;
}

export interface SurveyWords {
	/** Ended, and answered by enough; the last first. */
	readonly quarters: readonly { readonly id: string; readonly period: Period }[];
	/** Of these, the one that is shown. */
	readonly quarter: string | null;
	/** By question, each shuffled by itself. Null where too few wrote. */
	readonly questions: readonly { readonly id: string; readonly words: readonly string[] }[] | null;
}

/**
 * What parents wrote in one ended quarter: nothing beside it, in an order that says nothing and is the same again, and
 * never what one person wrote together.
 */
export async function readSurveyWords(
	core: Core,
	actor: Actor,
	asked: { readonly quarter: string }
): Promise<SurveyWords> {
	demandOfStaff('survey.words', actor);
	return core.database.inTransaction(async (tx) => {
		const byQuarter = new Map<string, number>();
		for (const { respondedOn, responses } of await responsesByDay(tx)) {
			const quarter = quarterOf(respondedOn.slice(0, 7));
			byQuarter.set(quarter, (byQuarter.get(quarter) ?? 0) + responses);
		}
		const today = londonDate(core.now());
		const quarters = [...byQuarter]
			.filter(([, responses]) => responses >= FEWEST)
			.map(([id]) => ({ id, period: periodOfQuarter(id) }))
			.filter(({ period }) => period.to < today)
			.sort((a, b) => b.id.localeCompare(a.id))
			.slice(0, QUARTERS_OFFERED);
		const shown = quarters.find(({ id }) => id === asked.quarter) ?? quarters[0];
		if (!shown) return { quarters, quarter: null, questions: null };

		const { surveyResponses } = tx.tables;
		const { from, to } = shown.period;
		const rows = await tx
			.select({ id: surveyResponses.id, answersSealed: surveyResponses.answersSealed })
			.from(surveyResponses)
			.where(and(gte(surveyResponses.respondedOn, from), lte(surveyResponses.respondedOn, to)));
		const writers = rows.flatMap((row): Writer[] => {
			const words = Object.entries(openSurveyAnswers(core, row)).flatMap(([id, answer]) =>
				answer.kind === 'say' && answer.text !== '' ? [[id, answer.text] as const] : []
			);
			return words.length > 0 ? [{ id: row.id, words: new Map(words) }] : [];
		});
		await core.audit.record(tx, {
			action: 'survey.words_seen',
			actor,
			detail: { quarter: shown.id }
		});
		return {
			quarters,
			quarter: shown.id,
			questions:
				writers.length < FEWEST_WRITERS
					? null
					: IN_WORDS.map((id) => ({ id, words: shuffled(core, shown.id, id, writers) })).filter(
							({ words }) => words.length > 0
						)
		};
	});
}

/** What was written to one question. Its order hangs on a key, the quarter and the question, and is always the same. */
function shuffled(
	{ vault }: Core,
	quarter: string,
	question: string,
	writers: readonly Writer[]
): string[] {
	const placed = writers.flatMap(({ id, words }) => {
		const own = words.get(question);
		if (own === undefined) return [];
		return { own, place: vault.blindIndex('survey_words_order', `${quarter} ${question} ${id}`) };
	});
	return placed
		.sort((a, b) => (a.place < b.place ? -1 : 1))
		.slice(0, MOST_SHOWN)
		.map(({ own }) => own);
}

/** @param id such as `2026-Q1`: April to June 2026 */
function periodOfQuarter(id: string): Period {
	const from = addMonths(`${id.slice(0, 4)}-04-01`, (Number(id.slice(-1)) - 1) * 3);
	return { from, to: addDays(addMonths(from, 3), -1) };
}
