import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { meetingRow, type MeetingRow } from '../meetings/meeting-rows.ts';
import { toldMeetings } from './told.ts';

export interface TalkedAbout {
	readonly statementId: string;
	/** Since when its author knows. */
	readonly at: number;
	/** `YYYY-MM-DD` */
	readonly heldOn: string;
	readonly meeting: MeetingRow;
}

/** At which meetings something of these statements, of one young person, was decided about, as far as they were told. */
export async function talkedAboutOf(
	core: Core,
	queries: Queries,
	statements: readonly { readonly id: string; readonly youngPersonId: string }[]
): Promise<TalkedAbout[]> {
	const youngPersonId = statements[0]?.youngPersonId;
	if (youngPersonId === undefined) return [];
	const { decisions, meetings } = queries.tables;
	const rows = await inChunks(
		statements.map(({ id }) => id),
		(chunk) =>
			queries
				.selectDistinct({
					statementId: decisions.statementId,
					id: meetings.id,
					kind: meetings.kind,
					scheduledAt: meetings.scheduledAt,
					heldOn: meetings.heldOn,
					cancelledAt: meetings.cancelledAt,
					chairId: meetings.chairId
				})
				.from(decisions)
				.innerJoin(meetings, eq(meetings.id, decisions.meetingId))
				.where(and(inArray(decisions.statementId, chunk), isNotNull(decisions.outcome)))
	);
	if (rows.length === 0) return [];
	const told = await toldMeetings(core, queries, youngPersonId);
	return rows.flatMap(({ statementId, ...row }) => {
		const meeting = told.get(row.id);
		if (!meeting || statementId === null) return [];
		const { at, heldOn } = meeting;
		return [{ statementId, at, heldOn, meeting: meetingRow(row, null) }];
	});
}
