import type { RequestKind } from '../rights/requests.ts';
import { REQUEST_KINDS } from '../rights/requests.ts';
import { STAGES, type Stage } from '../rights/stages.ts';
import { hideBelow, hideFamily, type Table, type ToldFamily, type ToldTable } from './hiding.ts';
import { monthsOf, type Period } from './periods.ts';

/** One request, as it is counted: `withdrawn` where it was taken back before anybody opened it. */
export interface RaisedRequest {
	readonly kind: RequestKind;
	/** `YYYY-MM` */
	readonly month: string;
	readonly stage: Stage;
}

/** What was asked for in a period, and where it stood when that was told. Null: hidden. */
export interface ToldRequests {
	/** By kind and by month. */
	readonly raised: ToldFamily;
	/** Of each kind by stage; the same stage of two kinds is not added up, for then one kind would tell of another. */
	readonly stages: readonly ToldTable[];
	/** The times that handlers had, of those that were decided in the period: in time and late. */
	readonly decided: ToldFamily;
}

export function toldRequests(
	period: Period,
	requests: readonly RaisedRequest[],
	decided: { readonly inTime: number; readonly late: number }
): ToldRequests {
	const raised = hideFamily({
		total: requests.length,
		tables: [
			tableOf('kind', REQUEST_KINDS, requests, ({ kind }) => kind),
			tableOf('month', monthsOf(period), requests, ({ month }) => month)
		]
	});
	const [kinds] = raised.tables;
	return {
		raised,
		stages: (kinds?.cells ?? []).flatMap(({ id, count }) =>
			hideBelow(count, [
				tableOf(
					id,
					STAGES,
					requests.filter(({ kind }) => kind === id),
					({ stage }) => stage
				)
			]).map(withoutEmpty)
		),
		decided: hideFamily({
			total: decided.inTime + decided.late,
			tables: [
				{
					id: 'in_time',
					cells: [
						{ id: 'in_time', count: decided.inTime },
						{ id: 'late', count: decided.late }
					]
				}
			]
		})
	};
}

const tableOf = (
	id: string,
	cells: readonly string[],
	requests: readonly RaisedRequest[],
	cellOf: (request: RaisedRequest) => string
): Table => ({
	id,
	cells: cells.map((cell) => ({
		id: cell,
		count: requests.filter((request) => cellOf(request) === cell).length
	}))
});

/** Stages that no request is in, such as those of other kinds, are not listed. */
const withoutEmpty = ({ id, cells }: ToldTable): ToldTable => ({
	id,
	cells: cells.filter(({ count }) => count !== 0)
});
