import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { lastAdditions } from './additions.ts';
import { notBarredFrom } from './barred.ts';
import { titleOf } from './trail.ts';
import type { SentToView } from './views.ts';

const SHOWN = 200;

/** What young people sent to this member of staff, by ticking them or as to their worker; newest first. */
export async function sentTo(core: Core, queries: Queries, actor: Actor): Promise<SentToView[]> {
	demandOfStaff('desk.open', actor);
	const { statements, statementAudience, statementLinks, meetings, youngPeople } = queries.tables;
	const ticked = queries
		.select({ id: statementAudience.statementId })
		.from(statementAudience)
		.where(eq(statementAudience.staffId, actor.id));
	const forWorker = and(eq(statements.goesTo, 'worker'), eq(youngPeople.socialWorkerId, actor.id));
	const rows = await queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			title: statements.title,
			language: statements.language,
			sentAt: statements.sentAt,
			goesTo: statements.goesTo,
			state: statements.state,
			socialWorkerId: youngPeople.socialWorkerId,
			meeting: meetings,
			officerId: youngPeople.officerId
		})
		.from(statements)
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.leftJoin(
			statementLinks,
			and(eq(statementLinks.statementId, statements.id), isNull(statementLinks.endedAt))
		)
		.leftJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.where(
			and(
				or(inArray(statements.id, ticked), forWorker),
				isNull(statements.takenBackAt),
				notBarredFrom(queries, actor.id, statements.id)
			)
		)
		.orderBy(desc(statements.sentAt), desc(statements.id))
		.limit(SHOWN);
	const chairs = rows.flatMap(({ meeting, officerId }) =>
		meeting ? (meeting.chairId ?? officerId ?? []) : []
	);
	const staff = await staffByIds(core, queries, chairs);
	const people = await youngPeopleByIds(
		core,
		queries,
		rows.map(({ youngPersonId }) => youngPersonId)
	);
	const ids = rows.map(({ id }) => id);
	const opened = await lastOpenings(queries, actor.id, ids);
	const added = await lastAdditions(queries, ids);
	const openedAt = (id: string): number | null => {
		const at = opened.get(id) ?? null;
		return at !== null && at >= (added.get(id) ?? 0) ? at : null;
	};
	const now = core.now();
	return rows.map(({ id, youngPersonId, title, language, sentAt, meeting, officerId, ...row }) => ({
		id,
		youngPerson: { id: youngPersonId, name: people.get(youngPersonId)?.name ?? '' },
		title: titleOf(title),
		language,
		sentAt,
		meeting: meeting && meetingView(meetingRow(meeting, officerId), staff, now),
		openedAt: openedAt(id),
		waits: row.state === 'waiting',
		forWorker: row.goesTo === 'worker' && row.socialWorkerId === actor.id
	}));
}

async function lastOpenings(
	queries: Queries,
	staffId: string,
	ids: readonly string[]
): Promise<Map<string, number>> {
	const { statementOpenings } = queries.tables;
	const rows = await inChunks(ids, (chunk) =>
		queries
			.select({ id: statementOpenings.statementId, openedAt: statementOpenings.openedAt })
			.from(statementOpenings)
			.where(
				and(inArray(statementOpenings.statementId, chunk), eq(statementOpenings.staffId, staffId))
			)
			.orderBy(asc(statementOpenings.openedAt))
	);
	return new Map(rows.map(({ id, openedAt }) => [id, openedAt]));
}
