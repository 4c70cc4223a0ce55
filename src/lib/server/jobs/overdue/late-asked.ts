import { inArray } from 'drizzle-orm';
import { endOfDay } from '../../../meetings/clocks.ts';
import { overdueConcerns } from '../../concerns/overdue.ts';
import type { Core } from '../../core.ts';
import { inChunks } from '../../db/in-chunks.ts';
import type { Queries } from '../../db/database.ts';
import { overdueRequests } from '../../requests/overdue.ts';
import { handlerIds } from '../../requests/standings.ts';
import type { Late } from './raise.ts';

/** What a young person asked for, and its handler had to have dealt with. */
export async function lateRequests(core: Core, queries: Queries, now: number): Promise<Late[]> {
	const overdue = await overdueRequests(core, queries, now);
	const { requests } = queries.tables;
	const rows = await inChunks(
		overdue.map(({ requestId }) => requestId),
		(chunk) => queries.select().from(requests).where(inArray(requests.id, chunk))
	);
	const byId = new Map(rows.map((row) => [row.id, row]));
	const late: Late[] = [];
	for (const { requestId, dueOn, assignedStaffId, youngPersonId, barredStaffIds } of overdue) {
		const row = byId.get(requestId);
		if (!row) continue;
		const handlers = assignedStaffId ? [assignedStaffId] : await handlerIds(queries, row);
		const statementId = row.statementId ?? row.fromStatementId;
		late.push({
			key: `request_overdue|${requestId}|${dueOn}`,
			kind: 'request_overdue',
			lateSince: endOfDay(dueOn),
			first: handlers,
			barred: new Set(barredStaffIds),
			managers: true,
			...(youngPersonId === null ? {} : { about: youngPersonId }),
			...(statementId === null ? {} : { statementId }),
			subjectId: requestId
		});
	}
	return late;
}

/** What an officer disagreed about, and nobody has answered. */
export async function lateConcerns(core: Core, queries: Queries, now: number): Promise<Late[]> {
	const overdue = await overdueConcerns(core, queries, now);
	return overdue.map(
		({ concernId, stageDueOn, raisedByStaffId, youngPersonId, barredStaffIds }) => ({
			key: `concern_overdue|${concernId}|${stageDueOn}`,
			kind: 'concern_overdue',
			lateSince: endOfDay(stageDueOn),
			first: [raisedByStaffId],
			barred: new Set(barredStaffIds),
			managers: true,
			about: youngPersonId,
			subjectId: concernId
		})
	);
}
