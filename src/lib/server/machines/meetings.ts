import { and, count, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import { meetingKindOf } from '../../meetings/kinds.ts';
import { ATTENDED, CONVEYED, participationCodeOf } from '../../meetings/participation.ts';
import { REQUEST_KINDS } from '../../rights/requests.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import type { Calls } from './calls.ts';
import { ofPerson, pageOf, partOf, readList, readParams, readSince } from './lists.ts';
import { meetingRefsOf, peopleOf } from './refs.ts';
import type { meeting, pageOf as pageSchema, participation, requestFigures } from './schemas.ts';
import { iso } from './statement-resource.ts';

type PageOf<T extends v.GenericSchema> = v.InferOutput<ReturnType<typeof pageSchema<T>>>;

/** Dates, codes and counts for the case system: no words of anybody. */
export function createMachineMeetings(core: Core, calls: Calls) {
	return {
		listMeetings: (actor: Actor, params: URLSearchParams): Promise<PageOf<typeof meeting>> =>
			calls.run(actor, 'api.meetings', async ({ tx, actor: by, read }) => {
				const query = readList(params);
				const { meetings, meetingYoungPeople } = tx.tables;
				const part = partOf(query, meetings.createdAt, meetings.id);
				const person = await ofPerson(core, tx, query, meetingYoungPeople.youngPersonId);
				const theirs = tx
					.select({ id: meetingYoungPeople.meetingId })
					.from(meetingYoungPeople)
					.where(person);
				const rows = await tx
					.select()
					.from(meetings)
					.where(and(part.where, person && inArray(meetings.id, theirs)))
					.orderBy(...part.orderBy)
					.limit(part.limit);
				const { shown, next } = pageOf(rows, query, '/api/v1/meetings', (row) => [
					row.createdAt,
					row.id
				]);
				const refs = await refsByMeeting(
					core,
					tx,
					shown.map(({ id }) => id)
				);
				await read({ kind: 'meetings', id: by.id, count: shown.length });
				return {
					items: shown.map((row) => ({
						id: row.id,
						ref: row.ref,
						kind: meetingKindOf(row.kind),
						scheduledAt: row.scheduledAt === null ? null : iso(row.scheduledAt),
						dueBy: row.dueBy,
						heldOn: row.heldOn,
						cancelledAt: row.cancelledAt === null ? null : iso(row.cancelledAt),
						decisionsSentOn: row.decisionsSentOn,
						recordSentOn: row.recordSentOn,
						youngPeople: refs.get(row.id) ?? []
					})),
					next
				};
			}),

		/** Of every meeting that was held, and every young person it was about. */
		listParticipation: (
			actor: Actor,
			params: URLSearchParams
		): Promise<PageOf<typeof participation>> =>
			calls.run(actor, 'api.participation', async ({ tx, actor: by, read }) => {
				const query = readList(params);
				const { meetings, meetingYoungPeople: people } = tx.tables;
				const both = sql<string>`${people.meetingId} || '/' || ${people.youngPersonId}`;
				const part = partOf(query, meetings.heldOn, both, londonDate);
				const rows = await tx
					.select({ row: people, heldOn: meetings.heldOn })
					.from(people)
					.innerJoin(meetings, eq(meetings.id, people.meetingId))
					.where(
						and(
							isNotNull(meetings.heldOn),
							part.where,
							await ofPerson(core, tx, query, people.youngPersonId)
						)
					)
					.orderBy(...part.orderBy)
					.limit(part.limit);
				const { shown, next } = pageOf(rows, query, '/api/v1/participation', (one) => [
					one.heldOn ?? '',
					`${one.row.meetingId}/${one.row.youngPersonId}`
				]);
				const known = await peopleOf(
					core,
					tx,
					shown.map(({ row }) => row.youngPersonId)
				);
				const refs = await meetingRefsOf(
					tx,
					shown.map(({ row }) => row.meetingId)
				);
				await read({ kind: 'participation', id: by.id, count: shown.length });
				return {
					items: shown.map(({ row, heldOn }) => ({
						youngPerson: { ref: known(row.youngPersonId).ref },
						meeting: refs(row.meetingId),
						heldOn: heldOn ?? '',
						code: participationCodeOf(row.participationCode),
						confirmed: row.codeConfirmedAt !== null,
						attended: ATTENDED.find((one) => one === row.attended) ?? null,
						conveyed: CONVEYED.find((one) => one === row.conveyed) ?? null
					})),
					next
				};
			}),

		/** How many of each kind, and how many are answered. Who asked, and what for, is not told. */
		requestFigures: (
			actor: Actor,
			params: URLSearchParams
		): Promise<v.InferOutput<typeof requestFigures>> =>
			calls.run(actor, 'api.requests', async ({ tx, actor: by, read }) => {
				const since = readParams(params, ['since'] as const).get('since');
				const from = since === undefined ? 0 : readSince(since);
				const { requests } = tx.tables;
				const rows = await tx
					.select({ kind: requests.kind, state: requests.state, count: count() })
					.from(requests)
					.where(gte(requests.createdAt, from))
					.groupBy(requests.kind, requests.state);
				const sum = (kind: string, states: readonly string[] | null) =>
					rows
						.filter((row) => row.kind === kind && (states?.includes(row.state) ?? true))
						.reduce((total, row) => total + row.count, 0);
				await read({ kind: 'requests', id: by.id });
				return {
					items: REQUEST_KINDS.map((kind) => {
						const asked = sum(kind, null);
						const closed = sum(kind, ['closed']);
						const withdrawn = sum(kind, ['withdrawn']);
						return { kind, asked, open: asked - closed - withdrawn, closed, withdrawn };
					})
				};
			})
	};
}

async function refsByMeeting(
	core: Core,
	queries: Queries,
	meetingIds: readonly string[]
): Promise<Map<string, { ref: string }[]>> {
	const { meetingYoungPeople } = queries.tables;
	const rows = await inChunks(meetingIds, (chunk) =>
		queries
			.select({
				meetingId: meetingYoungPeople.meetingId,
				youngPersonId: meetingYoungPeople.youngPersonId
			})
			.from(meetingYoungPeople)
			.where(inArray(meetingYoungPeople.meetingId, chunk))
	);
	const known = await peopleOf(
		core,
		queries,
		rows.map(({ youngPersonId }) => youngPersonId)
	);
	const refs = new Map<string, { ref: string }[]>();
	for (const { meetingId, youngPersonId } of rows)
		refs.set(meetingId, [...(refs.get(meetingId) ?? []), { ref: known(youngPersonId).ref }]);
	return refs;
}
