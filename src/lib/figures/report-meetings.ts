import { PARTICIPATION_CODES } from '../meetings/participation.ts';
import { addMonths } from '../meetings/working-days.ts';
import type { ToldReport } from './annual-report.ts';
import {
	heldCells,
	heldTogether,
	NOTHING_HELD,
	share,
	told,
	type Cell,
	type HeldCells
} from './report-cells.ts';
import { totalRow, withQuarters } from './report-quarters.ts';
import {
	COUNT,
	lastYear,
	SHARE,
	type ReportColumn,
	type ReportRow,
	type ReportRows
} from './report-table.ts';

/** By month and quarter. */
export function reviewRows(now: ToldReport, before: ToldReport): ReportRows {
	const then = new Map(before.reviews.months.map((month) => [month.month, month]));
	const values = (one: HeldCells, other: HeldCells): Cell[] => [
		one.held,
		one.inTime,
		share(one.inTime, one.held),
		other.held,
		share(other.inTime, other.held)
	];
	const months = now.reviews.months.map((month) => {
		const other = then.get(addMonths(`${month.month}-01`, -12).slice(0, 7));
		return {
			id: month.month,
			own: heldCells(month),
			other: other ? heldCells(other) : NOTHING_HELD
		};
	});
	return {
		columns: [
			{ id: 'held', unit: 'count' },
			{ id: 'in_time', unit: 'count' },
			SHARE,
			lastYear({ id: 'held', unit: 'count' }),
			lastYear(SHARE)
		],
		rows: [
			...withQuarters(now.period, (ids) => {
				const those = months.filter(({ id }) => ids.includes(id));
				return values(
					heldTogether(those.map(({ own }) => own)),
					heldTogether(those.map(({ other }) => other))
				);
			}),
			totalRow(values(heldCells(now.reviews.total), heldCells(before.reviews.total)))
		]
	};
}

interface Timed {
	readonly of: number | null;
	readonly inTime: number | null;
}

/** A row for each of several clocks, apart from the others: how many there were, and how many in time. */
export function inTimeRows(
	of: 'held' | 'due',
	parts: readonly { readonly id: string; readonly now: Timed; readonly before: Timed }[]
): ReportRows {
	return {
		columns: [
			{ id: of, unit: 'count' },
			{ id: 'in_time', unit: 'count' },
			SHARE,
			lastYear({ id: of, unit: 'count' }),
			lastYear(SHARE)
		],
		rows: parts.map(({ id, now, before }) => ({
			id,
			kind: 'part',
			values: [
				told(now.of),
				told(now.inTime),
				share(told(now.inTime), told(now.of)),
				told(before.of),
				share(told(before.inTime), told(before.of))
			]
		}))
	};
}

export function codeRows(
	now: ToldReport['participation'],
	before: ToldReport['participation']
): ReportRows {
	const part = (id: string, one: number | null, other: number | null): ReportRow => ({
		id,
		kind: 'part',
		values: [told(one), told(other)]
	});
	return {
		columns: [COUNT, lastYear(COUNT)],
		rows: [
			...PARTICIPATION_CODES.map((code) => part(code, now.codes[code], before.codes[code])),
			part('not_recorded', now.notRecorded, before.notRecorded)
		]
	};
}

export function participationRows(
	now: ToldReport['participation'],
	before: ToldReport['participation']
): ReportRows {
	const four = 'reviewsOfChildrenAged4AndOver';
	const row = (id: string, count: 'participated' | 'attended' | 'notRecorded'): ReportRow => ({
		id,
		kind: 'part',
		values: [
			told(now[count]),
			share(told(now[count]), told(now[four])),
			told(before[count]),
			share(told(before[count]), told(before[four]))
		]
	});
	const share4: ReportColumn = { id: 'share_of_four', unit: 'percent' };
	return {
		columns: [COUNT, share4, lastYear(COUNT), lastYear(share4)],
		rows: [
			row('participated', 'participated'),
			row('attended', 'attended'),
			row('not_recorded', 'notRecorded'),
			{
				id: 'aged_4_and_over',
				kind: 'sum',
				values: [told(now[four]), null, told(before[four]), null]
			}
		]
	};
}
