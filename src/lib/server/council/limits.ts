import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { LAW, LIMIT_NAMES, LIMITS, type LimitName, type Limits } from '../../meetings/limits.ts';
import type { Queries } from '../db/database.ts';

/** Key of the setting with the limits a council has changed: JSON of numbers by name. */
export const LIMITS_SETTING = 'council.limits';

const changed = v.record(
	v.picklist(LIMIT_NAMES),
	v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400))
);

/** More than anybody could mean. */
export const MOST_OF_A_UNIT = { working_days: 130, days: 365, hours: 168, months: 24 } as const;

/** What a child is given time for, or is told ahead of: here less is worse, elsewhere more is. */
const TIME_FOR_THE_CHILD: ReadonlySet<LimitName> = new Set([
	'invite',
	'unopened',
	'complaint_ask_stage_2',
	'complaint_ask_stage_3'
]);

/** Whether a child would be worse off with it than with what stands in the law, or where it comes from. */
export function isWorseThanLaw(name: LimitName, value: number): boolean {
	const law = LIMITS[name].value;
	return TIME_FOR_THE_CHILD.has(name) ? value < law : value > law;
}

/** Every limit as it is set now; the law's own where the council has set none. */
export async function readLimits(queries: Queries): Promise<Limits> {
	const { settings } = queries.tables;
	const [row] = await queries
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, LIMITS_SETTING));
	return row ? { ...LAW, ...v.parse(changed, JSON.parse(row.value)) } : LAW;
}
