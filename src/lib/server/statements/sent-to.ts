import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { titleOf } from './trail.ts';
import type { SentToView } from './views.ts';

const SHOWN = 200;

/** What young people sent to this member of staff by ticking them, newest first. */
export async function sentTo(core: Core, queries: Queries, actor: Actor): Promise<SentToView[]> {
	demandOfStaff('desk.open', actor);
	const { statements, statementAudience, statementLinks, meetings, youngPeople } = queries.tables;
	const rows = await queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			title: statements.title,
			language: statements.language,
			sentAt: statements.sentAt,
			meeting: meetings,
			officerId: youngPeople.officerId
		})
		.from(statementAudience)
		.innerJoin(statements, eq(statements.id, statementAudience.statementId))
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.leftJoin(
			statementLinks,
			and(eq(statementLinks.statementId, statements.id), isNull(statementLinks.endedAt))
		)
		.leftJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.where(and(eq(statementAudience.staffId, actor.id), isNull(statements.takenBackAt)))
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
	const opened = await firstOpenings(
		queries,
		actor.id,
		rows.map(({ id }) => id)
	);
	const now = core.now();
	return rows.map(({ id, youngPersonId, title, language, sentAt, meeting, officerId }) => ({
		id,
		youngPerson: { id: youngPersonId, name: people.get(youngPersonId)?.name ?? '' },
		title: titleOf(title),
		language,
		sentAt,
		meeting: meeting && meetingView(meetingRow(meeting, officerId), staff, now),
		openedAt: opened.get(id) ?? null
	}));
}

async function firstOpenings(
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
			.orderBy(desc(statementOpenings.openedAt))
	);
	return new Map(rows.map(({ id, openedAt }) => [id, openedAt]));
}
