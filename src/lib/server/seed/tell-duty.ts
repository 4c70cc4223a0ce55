import { londonDate, londonInstant } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import type { Actor } from '../access.ts';
import type { App } from '../app.ts';
import type { Council } from './tell-forms.ts';

const WEEKS = 4;
/** Nobody has been found for the end of this week. */
const WEEK_WITH_GAP = 2;
/** The officers and their manager take turns, a week each. */
const TAKE_TURNS = ['S01', 'S02', 'S03', 'S04'];

/** Who is on duty in the office hours of the next four weeks. */
export async function tellDuty(app: App, { now, staff, accounts }: Council): Promise<void> {
	const manager: Actor | undefined = accounts.staff.get(staff.get('S04')?.id ?? '');
	if (!manager) return;
	const today = londonDate(now);
	const weekday = new Date(`${today}T00:00Z`).getUTCDay() || 7;
	for (let week = 0; week < WEEKS; week++) {
		const monday = addDays(today, 1 - weekday + week * 7);
		const friday = addDays(monday, week === WEEK_WITH_GAP ? 2 : 4);
		const staffId = staff.get(TAKE_TURNS[week] ?? '')?.id;
		const turn = { from: `${monday}T09:00`, to: `${friday}T17:00` };
		if (staffId && londonInstant(turn.to) > now) await app.duty.add(manager, { staffId, ...turn });
	}
}
