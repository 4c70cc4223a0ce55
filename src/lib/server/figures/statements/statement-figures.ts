import {
	MOST_WEEKS,
	heardFigures,
	type Heard,
	type HeardAsked,
	type HeardFigures,
	type HeardListView,
	type HeardOf,
	type HeardWhen,
	type HeardWith,
	type HeardWorker,
	type NotHeardView
} from '../../../figures/not-heard.ts';
import type { Period } from '../../../figures/periods.ts';
import type {
	StatementFigures as Counted,
	StatementFilters,
	StatementsListView
} from '../../../figures/statement-figures.ts';
import { USE_DIMENSIONS, type UseView } from '../../../figures/use.ts';
import { demandOfStaff, type Actor } from '../../access.ts';
import type { Core } from '../../core.ts';
import { askedPeriod } from '../asked-period.ts';
import { staffByIds } from '../../people/staff-names.ts';
import { statementFigures } from './count.ts';
import { codesOf } from './filters.ts';
import { listStatements } from './list.ts';
import { heardCodes, listHeard } from './not-heard-list.ts';
import { entriesAt, entriesHeld, heardInAll, heardRows, nearMeetings } from './not-heard.ts';
import { useFigures } from './use.ts';

export type StatementFigures = ReturnType<typeof createStatementFigures>;

/** Who is heard: what was sent and what became of it, counted; and the lists behind the numbers, without a word of it. */
export function createStatementFigures(core: Core) {
	const { read } = core.database;
	const seen = (
		actor: Actor,
		action: 'figures.seen' | 'figures.listed',
		detail: Readonly<Record<string, string | number>>
	) => core.database.inTransaction((tx) => core.audit.record(tx, { action, actor, detail }));

	return {
		/** What was sent in a period, a year up to today where none is asked for, and what became of it. */
		async ofPeriod(actor: Actor, asked: Partial<Period>): Promise<Counted> {
			demandOfStaff('figures.see', actor);
			const period = askedPeriod(core, asked);
			const figures = await statementFigures(core, read, period);
			await seen(actor, 'figures.seen', { of: 'statements', ...period });
			return figures;
		},

		/** The statements behind one of these numbers. */
		async list(
			actor: Actor,
			asked: Partial<Period>,
			filters: StatementFilters,
			page?: number
		): Promise<StatementsListView> {
			demandOfStaff('figures.list', actor);
			const period = askedPeriod(core, asked);
			const view = await listStatements(core, read, { actor, period, filters, page });
			await seen(actor, 'figures.listed', {
				of: 'statements',
				...period,
				...codesOf(view.filters)
			});
			return view;
		},

		/** Who is silent before a meeting that is near, and who was before those held in a period. */
		async notHeard(
			actor: Actor,
			asked: Partial<Period> & {
				readonly weeks?: number | null | undefined;
				/** Which of the two is told by group; those near where it is not said. */
				readonly when?: HeardWhen;
			}
		): Promise<NotHeardView> {
			demandOfStaff('figures.see', actor);
			const period = askedPeriod(core, asked);
			const { ahead, where } = await nearMeetings(core, read, weeksOf(asked.weeks));
			const { when = 'near' } = asked;
			const which = { near: entriesAt(read, where), held: entriesHeld(read, period) };
			const groups = await named(await heardRows(core, read, which[when], when));
			const other = await heardInAll(read, which[when === 'near' ? 'held' : 'near']);
			await seen(actor, 'figures.seen', { of: 'not_heard', when, ...period });
			const [near, held] = when === 'near' ? [groups, other] : [other, groups];
			const told = ({ places, silent }: Heard): Heard => ({ places, silent });
			return { ahead, near: told(near), period, held: told(held), when, groups };
		},

		/** The young people behind one of those numbers. */
		async listHeard(actor: Actor, asked: HeardAsked): Promise<HeardListView> {
			demandOfStaff('figures.list', actor);
			const period = askedPeriod(core, asked);
			const weeks = weeksOf(asked.weeks);
			const view = await listHeard(core, read, period, { ...asked, weeks });
			const { when, filters } = view;
			const detail = { of: 'not_heard', when, ...period, ...heardCodes(filters) };
			await seen(actor, 'figures.listed', detail);
			return view;
		},

		/** Whether Sayso is still used, week by week. */
		async use(actor: Actor, asked: { readonly by?: string }): Promise<UseView> {
			demandOfStaff('figures.see', actor);
			const dimension = USE_DIMENSIONS.find((one) => one === asked.by) ?? 'care_status';
			const view = await useFigures(core, read, dimension);
			await seen(actor, 'figures.seen', { of: 'use' });
			return view;
		}
	};

	/** The names of those workers who are shown. */
	async function named(rows: Parameters<typeof heardFigures>[0]): Promise<HeardFigures> {
		const figures = heardFigures(rows);
		const shown = Object.values(figures.with).flatMap((one) => one.shown);
		const names = await staffByIds(
			core,
			read,
			shown.map(({ value }) => value)
		);
		const withNames = (worker: HeardWorker) => ({
			...figures.with[worker],
			shown: figures.with[worker].shown.map((one: HeardOf): HeardWith => ({
				...one,
				name: names.get(one.value)?.name ?? null
			}))
		});
		return {
			...figures,
			with: { officer: withNames('officer'), social_worker: withNames('social_worker') }
		};
	}
}

/** So many weeks ahead, as far as anybody plans; null where the council’s own limit is to hold. */
const weeksOf = (weeks: number | null | undefined): number | null =>
	weeks && Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS ? weeks : null;
