import * as v from 'valibot';
import { LIMIT_NAMES, LIMITS, type LimitName } from '../../meetings/limits.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { isWorseThanLaw, LIMITS_SETTING, MOST_OF_A_UNIT, readLimits } from '../council/limits.ts';
import { demandUnchanged, keepSetting, versionOf } from '../council/keep-setting.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { readInput, version } from './changing.ts';

export interface LimitToEdit {
	readonly name: LimitName;
	readonly unit: (typeof LIMITS)[LimitName]['unit'];
	/** What holds now. */
	readonly value: number;
	readonly law: number;
	readonly most: number;
	/** A child is worse off with it than with the law’s own. */
	readonly worse: boolean;
}

export async function limitsToEdit(
	queries: Queries
): Promise<{ readonly limits: readonly LimitToEdit[]; readonly version: number }> {
	const set = await readLimits(queries);
	return {
		limits: LIMIT_NAMES.map((name) => ({
			name,
			unit: LIMITS[name].unit,
			value: set[name],
			law: LIMITS[name].value,
			most: MOST_OF_A_UNIT[LIMITS[name].unit],
			worse: isWorseThanLaw(name, set[name])
		})),
		version: await versionOf(queries, [LIMITS_SETTING])
	};
}

const change = v.object({
	version,
	name: v.string(),
	/** Null: what stands in the law. */
	value: v.nullable(v.number()),
	/** They were told that a child is worse off with it. */
	confirmed: v.boolean()
});
export type LimitChange = v.InferInput<typeof change>;

/** @throws Refusal conflict `setting_changed`, `limit_worse` until it is confirmed; invalid `limit_value` */
export async function changeLimit(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	input: LimitChange
): Promise<void> {
	const wanted = readInput(change, input);
	const name = LIMIT_NAMES.find((known) => known === wanted.name);
	if (name === undefined) throw notFound();
	const law = LIMITS[name].value;
	const most = MOST_OF_A_UNIT[LIMITS[name].unit];
	const value = wanted.value ?? law;
	if (!Number.isInteger(value) || value < 1 || value > most) throw invalid('limit_value', { most });

	const before = await readLimits(tx);
	if (before[name] === value) return;
	await demandUnchanged(tx, [LIMITS_SETTING], wanted.version);
	if (isWorseThanLaw(name, value) && !wanted.confirmed) throw conflict('limit_worse', { law });
	const after = { ...before, [name]: value };
	await keepSetting(core, tx, actor, {
		key: LIMITS_SETTING,
		// What stands in the law is not stored: should the law change, so does what holds here.
		value: Object.fromEntries(
			LIMIT_NAMES.filter((each) => after[each] !== LIMITS[each].value).map((each) => [
				each,
				after[each]
			])
		),
		changes: [{ part: name, was: before[name], became: value }]
	});
}
