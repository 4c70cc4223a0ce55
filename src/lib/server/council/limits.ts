import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { LAW, LIMIT_NAMES, type Limits } from '../../meetings/limits.ts';
import type { Queries } from '../db/database.ts';

/** Key of the setting with the limits a council has changed: JSON of numbers by name. */
export const LIMITS_SETTING = 'council.limits';

const changed = v.record(
	v.picklist(LIMIT_NAMES),
	v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400))
);

/** Every limit as it is set now; the law's own where the council has set none. */
export async function readLimits(queries: Queries): Promise<Limits> {
	const { settings } = queries.tables;
	const [row] = await queries
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, LIMITS_SETTING));
	return row ? { ...LAW, ...v.parse(changed, JSON.parse(row.value)) } : LAW;
}
