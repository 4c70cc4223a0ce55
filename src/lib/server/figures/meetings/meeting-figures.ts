import {
	heldRow,
	participationRow,
	reviewRow,
	spanOf,
	type CaseloadFiguresView,
	type ConferencesView,
	type HeldRow,
	type ListFilters,
	type MeetingsListView,
	type ParticipationView,
	type ReviewsView,
	type Span,
	type WithYearBefore
} from '../../../figures/meeting-figures.ts';
import { yearBefore, type Period } from '../../../figures/periods.ts';
import { CONFERENCES, type MeetingKind } from '../../../meetings/kinds.ts';
import { demandOfStaff, type Actor, type StaffActor } from '../../access.ts';
import type { Core } from '../../core.ts';
import { askedPeriod } from '../asked-period.ts';
import { caseloadFigures } from './caseload.ts';
import { codesOf } from './filters.ts';
import { heldByMonth, heldOf } from './held.ts';
import { listMeetings } from './list.ts';
import { codesByMonth, codesByMonthAndGroup } from './participation.ts';

const REVIEWS = ['looked_after_review'] as const;

/** Of a period whatever day is not given is taken from today: the twelve months up to it. */
type Asked = Partial<Period>;

export type MeetingFigures = ReturnType<typeof createMeetingFigures>;

/** What a manager sees of meetings: held in time, who took part in them and how, and who has how many. */
export function createMeetingFigures(core: Core) {
	const { read } = core.database;

	const seen = (actor: StaffActor, detail: Readonly<Record<string, string | number>>) =>
		core.database.inTransaction((tx) =>
			core.audit.record(tx, { action: 'figures.seen', actor, detail: { ...detail } })
		);

	return {
		/** Reviews held, and what followed them, each by its own day. */
		async reviews(actor: Actor, asked: Asked): Promise<ReviewsView> {
			demandOfStaff('figures.see', actor);
			const period = askedPeriod(core, asked);
			const view = await withYearBefore(period, async (one) =>
				spanOf(one, heldOf(await heldByMonth(core, read, one, REVIEWS), REVIEWS[0]), reviewRow)
			);
			await seen(actor, { view: 'reviews', ...period });
			return view;
		},

		/** Conferences held, however many young people each is about. */
		async conferences(actor: Actor, asked: Asked): Promise<ConferencesView> {
			demandOfStaff('figures.see', actor);
			const period = askedPeriod(core, asked);
			const before = yearBefore(period);
			const now = await heldByMonth(core, read, period, CONFERENCES);
			const then = await heldByMonth(core, read, before, CONFERENCES);
			const of = (kind: MeetingKind): WithYearBefore<HeldRow> => ({
				...spanOf(period, heldOf(now, kind), heldRow),
				before: spanOf(before, heldOf(then, kind), heldRow)
			});
			const view = { initial: of('initial_conference'), review: of('review_conference') };
			await seen(actor, { view: 'conferences', ...period });
			return view;
		},

		/** How young people took part: by month, and by what they are told apart by. */
		async participation(
			actor: Actor,
			asked: Asked,
			{ kind = 'looked_after_review' }: { readonly kind?: MeetingKind } = {}
		): Promise<ParticipationView> {
			demandOfStaff('figures.see', actor);
			const period = askedPeriod(core, asked);
			const { byMonth, groups } = await codesByMonthAndGroup(core, read, period, kind);
			const before = yearBefore(period);
			const spanIn = (one: Period, codes: typeof byMonth) =>
				spanOf(one, codes, (months) => participationRow(months.flat()));
			const span = {
				...spanIn(period, byMonth),
				before: spanIn(before, await codesByMonth(read, before, kind))
			};
			await seen(actor, { view: 'participation', kind, ...period });
			return { kind, ...span, groups };
		},

		/** How many young people each officer has. */
		async caseload(actor: Actor): Promise<CaseloadFiguresView> {
			demandOfStaff('figures.see', actor);
			const view = await caseloadFigures(core, read);
			await seen(actor, { view: 'caseload' });
			return view;
		},

		/** The meetings behind one of these figures, by name: as many as it says. */
		async list(
			actor: Actor,
			asked: Asked,
			filters: ListFilters,
			page = 1
		): Promise<MeetingsListView> {
			demandOfStaff('figures.list', actor);
			const period = askedPeriod(core, asked);
			const view = await listMeetings(core, read, period, filters, page);
			await core.database.inTransaction((tx) =>
				core.audit.record(tx, {
					action: 'figures.listed',
					actor,
					detail: {
						list: 'meetings',
						...period,
						...codesOf(view.filters),
						page: view.page,
						total: view.total
					}
				})
			);
			return view;
		}
	};
}

async function withYearBefore<Row>(
	period: Period,
	spanIn: (period: Period) => Promise<Span<Row>>
): Promise<WithYearBefore<Row>> {
	return { ...(await spanIn(period)), before: await spanIn(yearBefore(period)) };
}
