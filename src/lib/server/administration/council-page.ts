import * as v from 'valibot';
import { cleanLine } from '../../forms/clean.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import {
	COUNCIL_VALUES,
	councilKey,
	readCouncil,
	saveCouncil,
	type Council
} from '../council/council.ts';
import { demandUnchanged, sameValue, versionOf } from '../council/keep-setting.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid } from '../errors.ts';
import { readInput, version } from './changing.ts';

const NAMES = [
	'name',
	'officeNumber',
	'outOfHoursNumber',
	'contactEmail',
	'leaveAddress',
	'officeHours'
] as const satisfies readonly (keyof Council)[];
type Name = (typeof NAMES)[number];
export type CouncilFacts = Pick<Council, Name>;

const KEYS = NAMES.map(councilKey);

/** Why one of them cannot be taken. */
const FAULTS: Readonly<Record<Name, string>> = {
	name: 'council_name',
	officeNumber: 'council_office_number',
	outOfHoursNumber: 'council_out_of_hours_number',
	contactEmail: 'council_email',
	leaveAddress: 'council_leave_address',
	officeHours: 'council_hours'
};

const line = v.pipe(v.string(), v.transform(cleanLine));
/** What may be left empty. */
const optional = v.pipe(
	line,
	v.transform((text) => (text === '' ? null : text))
);
const typed = v.object({
	version,
	name: line,
	officeNumber: optional,
	outOfHoursNumber: optional,
	contactEmail: optional,
	leaveAddress: line,
	officeHours: v.object({
		firstDay: v.number(),
		lastDay: v.number(),
		from: v.string(),
		to: v.string()
	})
});
export type CouncilFactsTyped = v.InferInput<typeof typed>;

export async function councilFacts(
	queries: Queries
): Promise<{ readonly facts: CouncilFacts; readonly version: number }> {
	const { name, officeNumber, outOfHoursNumber, contactEmail, leaveAddress, officeHours } =
		await readCouncil(queries);
	return {
		facts: { name, officeNumber, outOfHoursNumber, contactEmail, leaveAddress, officeHours },
		version: await versionOf(queries, KEYS)
	};
}

/** @throws Refusal conflict `setting_changed`; invalid `council_…` of the field that cannot be taken */
export async function changeCouncilFacts(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	input: CouncilFactsTyped
): Promise<void> {
	const { version: seen, ...facts } = readInput(typed, input);
	for (const name of NAMES)
		if (!v.is(COUNCIL_VALUES[name], facts[name])) throw invalid(FAULTS[name]);
	const { firstDay, lastDay, from, to } = facts.officeHours;
	if (firstDay > lastDay || from >= to) throw invalid(FAULTS.officeHours);

	const before = await readCouncil(tx);
	const changed = NAMES.filter((name) => !sameValue(before[name], facts[name]));
	// The same page sent twice has done it once.
	if (changed.length === 0) return;
	await demandUnchanged(tx, KEYS, seen);
	await saveCouncil(
		core,
		tx,
		actor,
		Object.fromEntries(changed.map((name) => [name, facts[name]]))
	);
}
