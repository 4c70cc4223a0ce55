import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { ExtraDays } from '../../meetings/working-days.ts';
import type { Queries } from '../db/database.ts';

/** Key of the setting with days off beyond the law's bank holidays. */
export const EXTRA_DAYS_SETTING = 'calendar.extra_days';

const isoDate = v.pipe(v.string(), v.isoDate());
/** A day, with or without the name the council gave it. */
const days = v.array(
	v.union([
		isoDate,
		v.pipe(
			v.object({ on: isoDate, name: v.string() }),
			v.transform(({ on }) => on)
		)
	])
);

/** The one-off days on which nobody works, as the council has set them. */
export async function readExtraDays(queries: Queries): Promise<ExtraDays> {
	const { settings } = queries.tables;
	const [row] = await queries
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, EXTRA_DAYS_SETTING));
	return row ? v.parse(days, JSON.parse(row.value)) : [];
}
