import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import {
	CONCERN_STAGES,
	formalDays,
	stagesInUse,
	type ConcernStage
} from '../../rights/concerns.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import {
	demandUnchanged,
	keepSetting,
	sameValue,
	versionOf,
	type SettingChange
} from '../council/keep-setting.ts';
import { MOST_OF_A_UNIT } from '../council/limits.ts';
import { readStages, STAGES_SETTING } from '../council/stages.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { byLanguage, cleanWords, movedTo, readInput, version } from './changing.ts';

const MOST_STAGES = 12;
const MOST_IN_A_NAME = 60;

export interface StagesToEdit {
	/** In use, in their order. */
	readonly stages: readonly ConcernStage[];
	/** Taken out, to be put back. */
	readonly gone: readonly ConcernStage[];
	readonly formalDays: number;
	readonly mostDays: number;
	readonly version: number;
}

export async function stagesToEdit(queries: Queries): Promise<StagesToEdit> {
	const stages = await readStages(queries);
	return {
		stages: stagesInUse(stages),
		gone: stages.filter(({ gone }) => gone === true),
		formalDays: formalDays(stages),
		mostDays: MOST_OF_A_UNIT.working_days,
		version: await versionOf(queries, [STAGES_SETTING])
	};
}

const change = v.variant('do', [
	v.object({
		do: v.literal('keep'),
		version,
		/** Empty for a new one, which comes last before what is outside. */
		id: v.string(),
		days: v.number(),
		tellsManagers: v.boolean(),
		names: byLanguage
	}),
	v.object({ do: v.picklist(['take_out', 'put_back']), version, id: v.string() }),
	/** Among those in use; the first and the last stay where they are. */
	v.object({
		do: v.literal('move'),
		version,
		id: v.string(),
		place: v.pipe(v.number(), v.integer())
	})
]);
export type StageChange = v.InferInput<typeof change>;

/**
 * @throws Refusal conflict `setting_changed`; invalid `stage_name`, `stage_days`, `stage_stays`, `stage_too_many`
 */
export async function changeStage(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	input: StageChange
): Promise<void> {
	const wanted = readInput(change, input);
	const stages = await readStages(tx);
	const { list, ...what } = changed(stages, wanted);
	if (sameValue(list, stages)) return;
	await demandUnchanged(tx, [STAGES_SETTING], wanted.version);
	if (stagesInUse(list).length > MOST_STAGES)
		throw invalid('stage_too_many', { most: MOST_STAGES });
	await keepSetting(core, tx, actor, { key: STAGES_SETTING, value: list, changes: [what] });
}

type Changed = SettingChange & { readonly list: readonly ConcernStage[] };

function changed(stages: readonly ConcernStage[], wanted: v.InferOutput<typeof change>): Changed {
	const before = stages.find(({ id }) => id === wanted.id);
	if (wanted.do === 'keep') return kept(stages, before, wanted);
	if (!before) throw notFound();
	// Every concern begins somewhere, and can always leave the council.
	if (before.kind !== 'formal') throw invalid('stage_stays');
	if (wanted.do === 'move') {
		const using = stagesInUse(stages);
		const place = Math.min(Math.max(wanted.place, 1), using.length - 2);
		const moved = movedTo(using, using.indexOf(before), place);
		const inside = moved.slice(0, -1);
		return {
			list: [...inside, ...stages.filter(({ gone }) => gone), ...moved.slice(-1)],
			part: before.id,
			was: using.indexOf(before) + 1,
			became: place + 1
		};
	}
	const stage = { ...before, gone: undefined };
	const after = wanted.do === 'take_out' ? { ...stage, gone: true } : stage;
	return {
		list: stages.map((one) => (one === before ? after : one)),
		part: before.id,
		was: wanted.do === 'take_out' ? stage : null,
		became: wanted.do === 'take_out' ? null : stage
	};
}

function kept(
	stages: readonly ConcernStage[],
	before: ConcernStage | undefined,
	wanted: Extract<v.InferOutput<typeof change>, { do: 'keep' }>
): Changed {
	if (wanted.id !== '' && !before) throw notFound();
	const { days, tellsManagers } = wanted;
	const most = MOST_OF_A_UNIT.working_days;
	if (!Number.isInteger(days) || days < 1 || days > most) throw invalid('stage_days', { most });
	const names = cleanWords(wanted.names);
	const named = Object.values(names);
	const known = CONCERN_STAGES.some(({ id }) => id === wanted.id);
	if (named.some((name) => name.length > MOST_IN_A_NAME) || (named.length === 0 && !known))
		throw invalid('stage_name', { most: MOST_IN_A_NAME });
	const words = named.length > 0 ? { names } : {};
	if (before) {
		const after = { ...before, days, tellsManagers, names: undefined, ...words };
		const list = stages.map((one) => (one === before ? after : one));
		return { list, part: before.id, was: before, became: after };
	}
	// Sent twice, it is there once.
	const same = stages.find((one) => sameValue(one.names, names) && one.gone !== true);
	if (same) return { list: stages, was: null, became: null };
	const stage: ConcernStage = {
		id: `own_${randomUUID().slice(0, 8)}`,
		kind: 'formal',
		days,
		tellsManagers,
		...words
	};
	const list = [...stages.slice(0, -1), stage, ...stages.slice(-1)];
	return { list, part: stage.id, was: null, became: stage };
}
