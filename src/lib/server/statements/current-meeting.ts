import { and, eq, isNull } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { staffByIds } from '../people/staff-names.ts';
import type { MeetingView } from './views.ts';

/** The meeting a statement is linked to now, or null while it waits. */
export async function currentMeeting(
	core: Core,
	queries: Queries,
	statementId: string
): Promise<MeetingView | null> {
	const { statements, statementLinks, meetings, youngPeople } = queries.tables;
	const [found] = await queries
		.select({ meeting: meetings, officerId: youngPeople.officerId })
		.from(statementLinks)
		.innerJoin(meetings, eq(meetings.id, statementLinks.meetingId))
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.innerJoin(youngPeople, eq(youngPeople.id, statements.youngPersonId))
		.where(and(eq(statementLinks.statementId, statementId), isNull(statementLinks.endedAt)));
	if (!found) return null;
	const meeting = meetingRow(found.meeting, found.officerId);
	const staff = await staffByIds(core, queries, meeting.chairId === null ? [] : [meeting.chairId]);
	return meetingView(meeting, staff, core.now());
}
