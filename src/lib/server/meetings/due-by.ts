import { dueByFromHistory, earliest } from '../../meetings/due-dates.ts';
import type { MeetingKind } from '../../meetings/kinds.ts';
import { readLimits } from '../council/limits.ts';
import type { Queries } from '../db/database.ts';
import { readExtraDays } from './extra-days.ts';
import { historiesOf } from './history.ts';

/**
 * When a meeting about these young people is due, from what is on record of them; about several, when the first of them
 * is.
 * @param given.day London date it is planned for or was held on; null for one without a date
 */
export async function dueByOf(
	queries: Queries,
	youngPersonIds: readonly string[],
	given: {
		readonly kind: MeetingKind;
		readonly day: string | null;
		readonly strategyOn: string | null;
	}
): Promise<string | null> {
	const histories = await historiesOf(queries, youngPersonIds);
	const extraDays = await readExtraDays(queries);
	const limits = await readLimits(queries);
	const { kind, day, strategyOn } = given;
	return earliest(
		[...histories.values()].map((history) =>
			dueByFromHistory(kind, history, { day, strategyOn, extraDays, limits })
		)
	);
}
