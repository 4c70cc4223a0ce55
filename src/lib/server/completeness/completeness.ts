import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { CHAIR_CAN_MEND, CODE_GAPS, GAPS, type Gap } from '../../figures/completeness.ts';
import { financialYear, financialYearOf } from '../../figures/periods.ts';
import { londonDate } from '../../language/dates.ts';
import {
	ATTENDED,
	CONVEYED,
	participationCodeOf,
	suggestCode,
	type ParticipationCode
} from '../../meetings/participation.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { completeCode } from '../deciding/participation.ts';
import { chairIds } from '../deciding/chairs.ts';
import { conflict, invalid } from '../errors.ts';
import { findMeeting } from '../meetings/standings.ts';
import { tell } from '../notices/notices.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { countGaps, listGaps, type GapPlace } from './gaps.ts';

export const GAPS_A_PAGE = 25;
/** A chair is asked once, and again only after so many days. */
const ASKED_AGAIN_MS = 7 * 86_400_000;
/** Years one can still mend: the return of last year may be corrected. */
const YEARS = 3;

export interface GapRow {
	readonly meetingId: string;
	readonly kind: string;
	/** London date it was held, or was to be. */
	readonly on: string | null;
	/** Null where it is about the meeting. */
	readonly youngPerson: { readonly id: string; readonly name: string } | null;
	readonly chair: string | null;
	readonly code: ParticipationCode | null;
	/** The code that what is known makes, which one tap records. */
	readonly suggested: ParticipationCode | null;
	readonly underFour: boolean;
	/** When the chair was last asked; null where that may be done now. */
	readonly askedAt: number | null;
}

export interface MissingView {
	/** The year it begins in, from April to March, as the return goes. */
	readonly year: number;
	readonly years: readonly number[];
	readonly gaps: readonly { readonly gap: Gap; readonly count: number }[];
	/** The one whose rows are shown; null where nothing is missing. */
	readonly shown: Gap | null;
	readonly rows: readonly GapRow[];
	readonly page: number;
	readonly pages: number;
}

export type Completeness = ReturnType<typeof createCompleteness>;

/** What is missing before the return is due, and mending it. */
export function createCompleteness(core: Core) {
	const { database } = core;

	return {
		async missing(
			actor: Actor,
			asked: { readonly year?: string; readonly gap?: string; readonly page?: string }
		): Promise<MissingView> {
			demandOfStaff('completeness.see', actor);
			const today = londonDate(core.now());
			const thisYear = financialYearOf(today);
			const years = Array.from({ length: YEARS }, (_, back) => thisYear - back);
			const year = years.find((known) => String(known) === asked.year) ?? thisYear;
			const search = { period: financialYear(year), today };
			return database.snapshot(async (queries) => {
				const counts = await countGaps(queries, search);
				const gaps = GAPS.map((gap) => ({ gap, count: counts[gap] }));
				const wanted = gaps.find(({ gap, count }) => gap === asked.gap && count > 0);
				const shown = wanted ?? gaps.find(({ count }) => count > 0);
				if (!shown) return { year, years, gaps, shown: null, rows: [], page: 1, pages: 1 };
				const pages = Math.max(1, Math.ceil(shown.count / GAPS_A_PAGE));
				const number = Math.trunc(Number(asked.page)) || 1;
				const page = Math.min(Math.max(number, 1), pages);
				const places = await listGaps(
					queries,
					{ ...search, gap: shown.gap },
					{ limit: GAPS_A_PAGE, offset: (page - 1) * GAPS_A_PAGE }
				);
				const rows = await rowsOf(core, queries, shown.gap, places);
				return { year, years, gaps, shown: shown.gap, rows, page, pages };
			});
		},

		/**
		 * Records a code that the chair left out, or one that goes with the age. The chair is told.
		 * @throws Refusal conflict `complete_already` where a right code stands there by now
		 */
		recordCode(
			actor: Actor,
			input: { readonly meetingId: string; readonly youngPersonId: string; readonly code: string }
		): Promise<void> {
			return completeCode(core, actor, input);
		},

		/** Asks the chair to mend it. @throws Refusal conflict `complete_no_chair`; invalid `form_unreadable` */
		async ask(
			actor: Actor,
			input: { readonly meetingId: string; readonly gap: string }
		): Promise<void> {
			const gap = CHAIR_CAN_MEND.find((known) => known === input.gap);
			if (!gap) throw invalid('form_unreadable');
			await database.inTransaction(async (tx) => {
				const { row, standings } = await findMeeting(core, tx, actor, input.meetingId);
				demandOfStaff('participation.complete', actor, standings);
				const chairs = await chairIds(tx, row.id);
				if (chairs.length === 0) throw conflict('complete_no_chair');
				const asked = await askedFor(core, tx, [row.id]);
				if (asked.has(row.id)) return;
				await tell(
					tx,
					chairs.map((staffId) => ({
						to: { staffId, kind: 'please_complete' as const },
						meetingId: row.id,
						byStaffId: actor.id
					})),
					core.now()
				);
				await core.audit.record(tx, {
					action: 'completeness.asked',
					actor,
					subject: { kind: 'meeting', id: row.id },
					detail: { gap }
				});
			});
		}
	};
}

async function rowsOf(
	core: Core,
	queries: Queries,
	gap: Gap,
	places: readonly GapPlace[]
): Promise<GapRow[]> {
	const people = await youngPeopleByIds(
		core,
		queries,
		places.flatMap(({ youngPersonId }) => youngPersonId ?? [])
	);
	const staff = await staffByIds(
		core,
		queries,
		places.flatMap(({ chairId }) => chairId ?? [])
	);
	const asked = CHAIR_CAN_MEND.includes(gap)
		? await askedFor(
				core,
				queries,
				places.map(({ meetingId }) => meetingId)
			)
		: new Map<string, number>();
	const sent = CODE_GAPS.includes(gap) ? await sentFor(queries, places) : new Set<string>();
	return places.map((place) => {
		const { meetingId, kind, youngPersonId, chairId } = place;
		const person = youngPersonId === null ? undefined : people.get(youngPersonId);
		return {
			meetingId,
			kind,
			on: place.heldOn ?? (place.scheduledAt === null ? null : londonDate(place.scheduledAt)),
			youngPerson: person ? { id: person.id, name: person.name } : null,
			chair: staff.get(chairId ?? '')?.name ?? null,
			code: participationCodeOf(place.code),
			suggested: CODE_GAPS.includes(gap)
				? suggested(place, sent.has(`${meetingId} ${youngPersonId}`))
				: null,
			underFour: place.ageBand === 'under_4',
			askedAt: asked.get(meetingId) ?? null
		};
	});
}

function suggested(place: GapPlace, sentStatement: boolean): ParticipationCode | null {
	return suggestCode({
		ageOnDay: place.ageBand === 'under_4' ? 0 : 4,
		attended: ATTENDED.find((known) => known === place.attended) ?? null,
		conveyed: CONVEYED.find((known) => known === place.conveyed) ?? null,
		sentStatement
	});
}

/** Who of them sent something for which meeting. */
async function sentFor(queries: Queries, places: readonly GapPlace[]): Promise<Set<string>> {
	const { statementLinks, statements } = queries.tables;
	if (places.length === 0) return new Set();
	const rows = await queries
		.selectDistinct({
			meetingId: statementLinks.meetingId,
			youngPersonId: statements.youngPersonId
		})
		.from(statementLinks)
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.where(
			and(
				inArray(
					statementLinks.meetingId,
					places.map(({ meetingId }) => meetingId)
				),
				isNull(statements.takenBackAt)
			)
		);
	return new Set(rows.map(({ meetingId, youngPersonId }) => `${meetingId} ${youngPersonId}`));
}

/** When the chairs of these meetings were asked of late, by meeting. */
async function askedFor(
	core: Core,
	queries: Queries,
	meetingIds: readonly string[]
): Promise<Map<string, number>> {
	const { notices } = queries.tables;
	if (meetingIds.length === 0) return new Map();
	const rows = await queries
		.select({ meetingId: notices.meetingId, at: notices.createdAt })
		.from(notices)
		.where(
			and(
				eq(notices.kind, 'please_complete'),
				inArray(notices.meetingId, [...meetingIds]),
				gt(notices.createdAt, core.now() - ASKED_AGAIN_MS)
			)
		);
	return new Map(rows.map(({ meetingId, at }) => [meetingId ?? '', at]));
}
