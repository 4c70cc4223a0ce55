import { and, asc, eq } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';

/** The notice to staff that somebody asks about their letter. */
export const ASKED_KIND = 'letter_asked';

/** When the young people of a meeting first asked about their letters, by who they are. */
export async function askedAbout(
	queries: Queries,
	meetingId: string
): Promise<Map<string, number>> {
	const { notices } = queries.tables;
	const rows = await queries
		.select({ youngPersonId: notices.aboutYoungPersonId, at: notices.createdAt })
		.from(notices)
		.where(and(eq(notices.kind, ASKED_KIND), eq(notices.meetingId, meetingId)))
		.orderBy(asc(notices.createdAt));
	const asked = new Map<string, number>();
	for (const { youngPersonId, at } of rows)
		if (youngPersonId !== null && !asked.has(youngPersonId)) asked.set(youngPersonId, at);
	return asked;
}
