import { daysBetween, londonDate } from '../../language/dates.ts';
import type { StaffName } from '../people/staff-names.ts';
import type { MeetingView } from '../statements/views.ts';
import type { MeetingRow } from './meeting-rows.ts';

/** @param staff holds at least the meeting's chair */
export function meetingView(
	meeting: Pick<MeetingRow, 'id' | 'kind' | 'scheduledAt' | 'chairId'>,
	staff: ReadonlyMap<string, StaffName>,
	now: number
): MeetingView {
	const { id, kind, scheduledAt, chairId } = meeting;
	const name = chairId === null ? undefined : staff.get(chairId)?.name;
	return {
		id,
		kind,
		scheduledAt,
		chair: chairId !== null && name !== undefined ? { id: chairId, name } : null,
		daysAway: scheduledAt === null ? null : daysBetween(londonDate(now), londonDate(scheduledAt))
	};
}
