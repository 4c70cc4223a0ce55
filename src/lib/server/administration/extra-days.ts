import * as v from 'valibot';
import { cleanLine } from '../../forms/clean.ts';
import { londonDate } from '../../language/dates.ts';
import { isWithinTable, isWorkingDay } from '../../meetings/working-days.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { demandUnchanged, keepSetting, storedValue, versionOf } from '../council/keep-setting.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid } from '../errors.ts';
import { EXTRA_DAYS_SETTING } from '../meetings/extra-days.ts';
import { readInput, version } from './changing.ts';

const MOST_IN_A_NAME = 80;

/** A day beyond the law's own on which nobody works. */
export interface ExtraDay {
	readonly on: string;
	/** Empty where it has none. */
	readonly name: string;
}

const isoDate = v.pipe(v.string(), v.isoDate());
const stored = v.array(
	v.union([
		v.pipe(
			isoDate,
			v.transform((on): ExtraDay => ({ on, name: '' }))
		),
		v.object({ on: isoDate, name: v.string() })
	])
);

async function readNamedDays(queries: Queries): Promise<readonly ExtraDay[]> {
	return v.parse(stored, (await storedValue(queries, EXTRA_DAYS_SETTING)) ?? []);
}

export interface ExtraDaysToEdit {
	/** Soonest first; those that are past are locked, as clocks have run by them. */
	readonly days: readonly (ExtraDay & { readonly locked: boolean })[];
	readonly version: number;
}

export async function extraDaysToEdit(queries: Queries, now: number): Promise<ExtraDaysToEdit> {
	const today = londonDate(now);
	const days = await readNamedDays(queries);
	return {
		days: days
			.map((day) => ({ ...day, locked: day.on < today }))
			.sort((a, b) => a.on.localeCompare(b.on)),
		version: await versionOf(queries, [EXTRA_DAYS_SETTING])
	};
}

const change = v.object({
	do: v.picklist(['add', 'remove']),
	version,
	on: v.string(),
	name: v.optional(v.pipe(v.string(), v.transform(cleanLine)), '')
});
export type ExtraDayChange = v.InferInput<typeof change>;

/**
 * @throws Refusal conflict `setting_changed`; invalid `extra_day_date`, `extra_day_past`, `extra_day_off_already`,
 * `extra_day_name`
 */
export async function changeExtraDay(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	input: ExtraDayChange
): Promise<void> {
	const { do: what, version: seen, on, name } = readInput(change, input);
	if (!v.is(isoDate, on) || !isWithinTable(on)) throw invalid('extra_day_date');
	const days = await readNamedDays(tx);
	const before = days.find((day) => day.on === on);
	if (what === 'add' ? before?.name === name : !before) return;
	if (on < londonDate(core.now())) throw invalid('extra_day_past');
	if (what === 'add') {
		if (name === '' || name.length > MOST_IN_A_NAME)
			throw invalid('extra_day_name', { most: MOST_IN_A_NAME });
		if (!isWorkingDay(on)) throw invalid('extra_day_off_already');
	}
	await demandUnchanged(tx, [EXTRA_DAYS_SETTING], seen);
	const rest = days.filter((day) => day.on !== on);
	await keepSetting(core, tx, actor, {
		key: EXTRA_DAYS_SETTING,
		value: what === 'add' ? [...rest, { on, name }] : rest,
		changes: [{ part: on, was: before?.name ?? null, became: what === 'add' ? name : null }]
	});
}
