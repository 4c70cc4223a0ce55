import type { ParentSurveyFigures } from './annual-report.ts';
import { hideBelow, hideFamily, type Cell, type ToldTable } from './hiding.ts';
import { percent } from './percent.ts';
import { answerHeldBeside, type ToldSurvey } from './survey.ts';

/** A question that is counted, and every answer it offers. */
export interface OfferedCodes {
	readonly id: string;
	readonly codes: readonly string[];
}

const NOT_ANSWERED = 'not_answered';

/**
 * What may be told of a financial year of answers, the same wherever it is told: one table of months and kinds, and one
 * a question. Every answer that was offered is named, whether anybody gave it or not: that would tell of them too.
 */
export function toldSurvey(
	figures: ParentSurveyFigures,
	questions: readonly OfferedCodes[]
): ToldSurvey {
	const { responses, conferences, months } = figures;
	const family = hideFamily({
		total: responses,
		tables: [
			{
				id: 'months',
				cells: months.flatMap(({ month, initial, review }) => [
					{ id: `${month} initial`, count: initial },
					{ id: `${month} review`, count: review }
				])
			}
		]
	});
	const byMonth = countsOf(family.tables[0]);
	const share = (count: number | null, of: number | null): number | null =>
		count === null || of === null ? null : percent(count, of);
	return {
		responses: family.total,
		conferences,
		returnPercent: share(family.total, conferences),
		months: months.map(({ month }) => ({
			month,
			initial: byMonth.get(`${month} initial`) ?? null,
			review: byMonth.get(`${month} review`) ?? null
		})),
		questions: Object.fromEntries(
			questions.map(({ id, codes }) => {
				const told = family.total === null ? null : toldAnswers(figures, { id, codes });
				const unanswered = told?.get(NOT_ANSWERED) ?? null;
				const answered = unanswered === null ? null : responses - unanswered;
				const counts = codes.map((code) => [code, told?.get(code) ?? null] as const);
				const percents = counts.map(([code, count]) => [code, share(count, answered)] as const);
				return [
					id,
					{ answered, counts: Object.fromEntries(counts), percents: Object.fromEntries(percents) }
				];
			})
		)
	};
}

/**
 * The answers of one question. That which is held beside the chair's record is looked at first, against all the others
 * together, so that a few who said something else do not hide it.
 */
function toldAnswers(
	{ responses, questions }: ParentSurveyFigures,
	{ id, codes }: OfferedCodes
): Map<string, number | null> {
	const counts = questions[id]?.counts ?? {};
	const given = codes.map((code) => ({ id: code, count: counts[code] ?? 0 }));
	const cells: Cell[] = [...given, { id: NOT_ANSWERED, count: responses - sum(given) }];
	const beside = answerHeldBeside(id);
	const first = cells.filter((cell) => cell.id === beside);
	const others = cells.filter((cell) => cell.id !== beside);
	if (first.length === 0) return countsOf(hideBelow(responses, [{ id, cells }])[0]);
	const rest = { id: 'others', count: sum(others) };
	const told = countsOf(hideBelow(responses, [{ id, cells: [...first, rest] }])[0]);
	const below = countsOf(hideBelow(told.get('others') ?? null, [{ id, cells: others }])[0]);
	return new Map([...told, ...below]);
}

const countsOf = (table: ToldTable | undefined): Map<string, number | null> =>
	new Map(table?.cells.map((cell) => [cell.id, cell.count]));

const sum = (cells: readonly Cell[]): number => cells.reduce((all, { count }) => all + count, 0);
