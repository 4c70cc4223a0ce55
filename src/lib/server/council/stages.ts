import * as v from 'valibot';
import { CONCERN_STAGES, STAGE_KINDS, type ConcernStage } from '../../rights/concerns.ts';
import type { Queries } from '../db/database.ts';
import { storedValue } from './keep-setting.ts';

/** Key of the setting with the stages of concerns, where the council has changed them. */
export const STAGES_SETTING = 'council.concernStages';

const stages = v.pipe(
	v.array(
		v.object({
			id: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,40}$/)),
			kind: v.picklist(STAGE_KINDS),
			days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(400)),
			tellsManagers: v.boolean(),
			names: v.optional(v.record(v.string(), v.string())),
			gone: v.optional(v.boolean())
		})
	),
	v.minLength(2)
);

/** Every stage in its order, those that were taken out included: a concern may still be at one. */
export async function readStages(queries: Queries): Promise<readonly ConcernStage[]> {
	const value = await storedValue(queries, STAGES_SETTING);
	return value === undefined ? CONCERN_STAGES : v.parse(stages, value);
}
