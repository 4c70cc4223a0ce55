import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { cleanLine } from '../../forms/clean.ts';
import type { StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import {
	COUNCIL_DEFAULTS,
	councilKey,
	helpLine,
	readCouncil,
	type HelpLine
} from '../council/council.ts';
import {
	demandUnchanged,
	keepSetting,
	sameValue,
	versionOf,
	type SettingChange
} from '../council/keep-setting.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { byLanguage, cleanWords, movedTo, readInput, version } from './changing.ts';

/** Whose numbers they are. */
export const LINES_FOR = ['young_people', 'parents'] as const;
export type LinesFor = (typeof LINES_FOR)[number];

const LISTS = { young_people: 'helpLines', parents: 'parentLines' } as const;
const MOST_LINES = 20;

export interface LinesToEdit {
	readonly whose: LinesFor;
	readonly lines: readonly HelpLine[];
	/** Those Sayso knows that the council has taken off. */
	readonly takenOff: readonly HelpLine[];
	readonly version: number;
}

export function linesToEdit(queries: Queries): Promise<LinesToEdit[]> {
	return Promise.all(
		LINES_FOR.map(async (whose) => {
			const lines = (await readCouncil(queries))[LISTS[whose]];
			return {
				whose,
				lines,
				takenOff: COUNCIL_DEFAULTS[LISTS[whose]].filter(
					({ id }) => !lines.some((line) => line.id === id)
				),
				version: await versionOf(queries, [councilKey(LISTS[whose])])
			};
		})
	);
}

const change = v.variant('do', [
	v.object({
		do: v.literal('keep'),
		whose: v.picklist(LINES_FOR),
		version,
		/** Empty for a new one. */
		id: v.string(),
		number: v.pipe(v.string(), v.transform(cleanLine)),
		by: v.string(),
		names: byLanguage,
		hints: byLanguage
	}),
	v.object({
		do: v.picklist(['take_off', 'bring_back']),
		whose: v.picklist(LINES_FOR),
		version,
		id: v.string()
	}),
	v.object({
		do: v.literal('move'),
		whose: v.picklist(LINES_FOR),
		version,
		id: v.string(),
		place: v.pipe(v.number(), v.integer(), v.minValue(0))
	})
]);
export type LineChange = v.InferInput<typeof change>;

/**
 * @throws Refusal conflict `setting_changed`; invalid `line_number`, `line_name`, `line_too_many`, `line_last`
 */
export async function changeLine(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	input: LineChange
): Promise<void> {
	const wanted = readInput(change, input);
	const key = councilKey(LISTS[wanted.whose]);
	const lines = (await readCouncil(tx))[LISTS[wanted.whose]];
	const { list, ...what } = changed(lines, wanted);
	if (sameValue(list, lines)) return;
	await demandUnchanged(tx, [key], wanted.version);
	if (list.length > MOST_LINES) throw invalid('line_too_many', { most: MOST_LINES });
	// A child who opens the page of numbers must find one.
	if (list.length === 0 && wanted.whose === 'young_people') throw invalid('line_last');
	await keepSetting(core, tx, actor, { key, value: list, changes: [what] });
}

function changed(
	lines: readonly HelpLine[],
	wanted: v.InferOutput<typeof change>
): SettingChange & { readonly list: readonly HelpLine[] } {
	const at = lines.findIndex(({ id }) => id === wanted.id);
	const before = lines[at];
	if (wanted.do === 'keep') return kept(lines, before, wanted);
	if (wanted.do === 'bring_back') {
		const known = COUNCIL_DEFAULTS[LISTS[wanted.whose]].find(({ id }) => id === wanted.id);
		if (!known) throw notFound();
		const list = before ? lines : [...lines, known];
		return { list, part: known.id, was: null, became: known };
	}
	if (wanted.do !== 'move')
		return {
			list: lines.filter(({ id }) => id !== wanted.id),
			part: wanted.id,
			was: before ?? null,
			became: null
		};
	if (!before) throw notFound();
	const list = movedTo(lines, at, wanted.place);
	return { list, part: before.id, was: at + 1, became: list.indexOf(before) + 1 };
}

function kept(
	lines: readonly HelpLine[],
	before: HelpLine | undefined,
	wanted: Extract<v.InferOutput<typeof change>, { do: 'keep' }>
): SettingChange & { readonly list: readonly HelpLine[] } {
	if (wanted.id !== '' && !before) throw notFound();
	const isOwn = before === undefined || before.words !== undefined;
	const names = cleanWords(wanted.names);
	const hints = cleanWords(wanted.hints);
	if (isOwn && Object.keys(names).length === 0) throw invalid('line_name');
	const line = {
		id: before?.id ?? `own_${randomUUID().slice(0, 8)}`,
		number: wanted.number,
		by: wanted.by,
		...(isOwn
			? {
					words: Object.fromEntries(
						Object.entries(names).map(([tag, name]) => [tag, { name, hint: hints[tag] ?? '' }])
					)
				}
			: {})
	};
	const read = v.safeParse(helpLine, line);
	if (!read.success) {
		const field = read.issues[0].path?.[0]?.key;
		throw invalid(field === 'words' ? 'line_name' : 'line_number');
	}
	// Sent twice, it is there once.
	const same = lines.some(
		(one) => sameValue({ ...one, id: '' }, { ...read.output, id: '' }) && one.words !== undefined
	);
	if (!before && same) return { list: lines, was: null, became: null };
	return {
		list: before
			? lines.map((one) => (one === before ? read.output : one))
			: [...lines, read.output],
		part: line.id,
		was: before ?? null,
		became: read.output
	};
}
