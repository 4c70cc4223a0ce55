import { addMonths } from '../meetings/working-days.ts';
import type { ToldReport } from './annual-report.ts';
import { share, sum, told, type Cell } from './report-cells.ts';
import { totalRow, withQuarters } from './report-quarters.ts';
import { COUNT, lastYear, type ReportRow, type ReportRows } from './report-table.ts';

export function surveyRows(
	now: ToldReport['parentSurvey'],
	before: ToldReport['parentSurvey'],
	period: ToldReport['period']
): ReportRows {
	const before12 = (month: string) => addMonths(`${month}-01`, -12).slice(0, 7);
	const of = (figures: ToldReport['parentSurvey'], months: readonly string[]) => {
		const those = figures.months.filter(({ month }) => months.includes(month));
		return {
			initial: sum(those.map(({ initial }) => told(initial))),
			review: sum(those.map(({ review }) => told(review)))
		};
	};
	return {
		columns: [
			{ id: 'initial', unit: 'count' },
			{ id: 'review', unit: 'count' },
			COUNT,
			lastYear(COUNT)
		],
		rows: [
			...withQuarters(period, (months) => {
				const { initial, review } = of(now, months);
				const then = of(before, months.map(before12));
				return [initial, review, sum([initial, review]), sum([then.initial, then.review])];
			}),
			totalRow([null, null, told(now.responses), told(before.responses)]),
			{
				id: 'conferences',
				kind: 'sum',
				values: [null, null, told(now.conferences), told(before.conferences)]
			}
		]
	};
}

/** Every answer of every question: `P1.yes`, and above them how many answered it. */
export function answerRows({ questions }: ToldReport['parentSurvey']): ReportRows {
	const rows = Object.entries(questions).flatMap(
		([question, { answered, counts }]): ReportRow[] => [
			{ id: question, kind: 'sum', values: [told(answered), null] },
			...Object.entries(counts).map(([code, count]): ReportRow => ({
				id: `${question}.${code}`,
				kind: 'part',
				values: [told(count), share(told(count), told(answered))]
			}))
		]
	);
	return { columns: [COUNT, { id: 'share_of_answers', unit: 'percent' }], rows };
}

type Counts = Readonly<Record<string, number | null>>;

/** Counts by something, the most first; what was counted in one of the years alone is there too. */
export function countedRows(now: Counts, before: Counts): ReportRows {
	const ids = [...new Set([...Object.keys(now), ...Object.keys(before)])];
	const rows = ids.map((id): ReportRow => {
		const of = (counts: Counts): Cell => (id in counts ? told(counts[id] ?? null) : 0);
		return { id, kind: 'part', values: [of(now), of(before)] };
	});
	const size = ({ values: [count] }: ReportRow): number => (typeof count === 'number' ? count : 0);
	return {
		columns: [COUNT, lastYear(COUNT)],
		rows: rows.sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))
	};
}

/** Single figures about how young people are heard. */
export function voiceRows(now: ToldReport, before: ToldReport): ReportRows {
	const row = (id: string, of: (report: ToldReport) => number | null): ReportRow => ({
		id,
		kind: 'part',
		values: [told(of(now)), told(of(before))]
	});
	// Of nothing there is no share: that is not hidden.
	const shareRow = (id: string, of: (report: ToldReport) => number | null): ReportRow => ({
		id,
		kind: 'part',
		unit: 'percent',
		values: [of(now), of(before)]
	});
	return {
		columns: [COUNT, lastYear(COUNT)],
		rows: [
			row('sent', ({ statements }) => statements.sent),
			shareRow('opened_before', ({ statements }) => statements.openedBeforeMeetingPercent),
			row('accounts', ({ accounts }) => accounts.active),
			shareRow('requests_in_time', ({ requests }) => requests.inTimePercent)
		]
	};
}
