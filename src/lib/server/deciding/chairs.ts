import { eq } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';

/** Who chairs a meeting: whoever is named or, while nobody is, the officers of its young people. */
export async function chairIds(queries: Queries, meetingId: string): Promise<string[]> {
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const rows = await queries
		.select({ chairId: meetings.chairId, officerId: youngPeople.officerId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(eq(meetings.id, meetingId));
	return [...new Set(rows.flatMap(({ chairId, officerId }) => chairId ?? officerId ?? []))];
}
