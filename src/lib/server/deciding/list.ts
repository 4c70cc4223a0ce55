import {
	and,
	asc,
	count,
	desc,
	eq,
	inArray,
	isNotNull,
	isNull,
	notInArray,
	type SQL
} from 'drizzle-orm';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { inChunks } from '../db/in-chunks.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { stateOf } from './state.ts';
import type { DecisionsList, DecisionsRow } from './views.ts';

const A_PAGE = 25;
/** More than managers have waiting. */
const MOST_WAITING = 500;

/** The decisions that wait for managers, those they objected to, and a page of those that are final. No words of anybody. */
export async function listDecisions(
	core: Core,
	queries: Queries,
	actor: Actor,
	input: { readonly page?: number }
): Promise<DecisionsList> {
	demandOfStaff('decisions.agree', actor);
	const { meetingOutcomes, objections } = queries.tables;
	const open = queries
		.select({ id: objections.meetingId })
		.from(objections)
		.where(isNull(objections.answeredAt));
	const sent = and(isNull(meetingOutcomes.finalAt), isNotNull(meetingOutcomes.decisionsSentAt));
	const id = meetingOutcomes.meetingId;
	const waiting = await rows(queries, and(sent, notInArray(id, open)), 'first', MOST_WAITING, 0);
	const objected = await rows(queries, and(sent, inArray(id, open)), 'first', MOST_WAITING, 0);
	const isFinal = isNotNull(meetingOutcomes.finalAt);
	const [counted] = await queries.select({ total: count() }).from(meetingOutcomes).where(isFinal);
	const pages = Math.max(1, Math.ceil(Number(counted?.total ?? 0) / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
	const final = await rows(queries, isFinal, 'last', A_PAGE, (page - 1) * A_PAGE);
	const views = await rowViews(core, queries, [...waiting, ...objected, ...final], {
		objected: new Set(objected.map(({ meeting }) => meeting.id))
	});
	return {
		waiting: views.slice(0, waiting.length),
		objected: views.slice(waiting.length, waiting.length + objected.length),
		final: views.slice(waiting.length + objected.length),
		page,
		pages
	};
}

async function rows(
	queries: Queries,
	which: SQL | undefined,
	order: 'first' | 'last',
	limit: number,
	offset: number
) {
	const { meetingOutcomes, meetings } = queries.tables;
	return queries
		.select({
			meeting: meetings,
			sentAt: meetingOutcomes.decisionsSentAt,
			objectUntil: meetingOutcomes.objectUntil,
			finalAt: meetingOutcomes.finalAt
		})
		.from(meetingOutcomes)
		.innerJoin(meetings, eq(meetings.id, meetingOutcomes.meetingId))
		.where(which)
		.orderBy(
			order === 'first' ? asc(meetingOutcomes.objectUntil) : desc(meetingOutcomes.finalAt),
			meetings.id
		)
		.limit(limit)
		.offset(offset);
}

async function rowViews(
	core: Core,
	queries: Queries,
	found: Awaited<ReturnType<typeof rows>>,
	{ objected }: { readonly objected: ReadonlySet<string> }
): Promise<DecisionsRow[]> {
	const { meetingYoungPeople, youngPeople, decisions } = queries.tables;
	const ids = found.map(({ meeting }) => meeting.id);
	const who = await inChunks(ids, (chunk) =>
		queries
			.select({
				meetingId: meetingYoungPeople.meetingId,
				id: youngPeople.id,
				officerId: youngPeople.officerId
			})
			.from(meetingYoungPeople)
			.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
			.where(inArray(meetingYoungPeople.meetingId, chunk))
			.orderBy(meetingYoungPeople.meetingId, youngPeople.id)
	);
	const counted = await inChunks(ids, (chunk) =>
		queries
			.select({ meetingId: decisions.meetingId, total: count() })
			.from(decisions)
			.where(inArray(decisions.meetingId, chunk))
			.groupBy(decisions.meetingId)
	);
	const totals = new Map(counted.map(({ meetingId, total }) => [meetingId, Number(total)]));
	const people = await youngPeopleByIds(
		core,
		queries,
		who.map(({ id }) => id)
	);
	const chairOf = (meeting: (typeof found)[number]['meeting']) =>
		meeting.chairId ?? who.find(({ meetingId }) => meetingId === meeting.id)?.officerId ?? null;
	const staff = await staffByIds(
		core,
		queries,
		found.flatMap(({ meeting }) => chairOf(meeting) ?? [])
	);
	const now = core.now();
	return found.map(({ meeting, sentAt, objectUntil, finalAt }) => ({
		meeting: meetingView(meetingRow(meeting, chairOf(meeting)), staff, now),
		heldOn: meeting.heldOn,
		state: stateOf(
			{ decisionsSentAt: sentAt, objectUntil, finalAt },
			objected.has(meeting.id) ? [{ answeredAt: null }] : [],
			now
		),
		sentAt,
		objectUntil,
		finalAt,
		youngPeople: who
			.filter(({ meetingId }) => meetingId === meeting.id)
			.map(({ id }) => people.get(id)?.name ?? ''),
		decisions: totals.get(meeting.id) ?? 0
	}));
}
