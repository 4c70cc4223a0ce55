import * as v from 'valibot';
import { addDays, isWorkingDay } from '../../meetings/working-days.ts';
import { longestOn, mayExtendTo, theirTimeIsOver } from '../../rights/clocks.ts';
import { requestKindOf } from '../../rights/requests.ts';
import { MOVE_KINDS, moveOf, movesFrom, stageAfter, type Move } from '../../rights/stages.ts';
import { demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { requestsOpened } from './raise.ts';
import { findRequest, type RequestRow } from './standings.ts';
import {
	demandShort,
	languageField,
	madeBefore,
	makeStep,
	readCounting,
	stageFrom,
	stageIn,
	stepFields,
	today,
	wordsField,
	type Said
} from './steps.ts';
import { tellYoungPerson } from './telling.ts';

const written = { ...stepFields, words: wordsField, language: languageField };
const moving = v.object({
	...written,
	step: v.picklist(MOVE_KINDS),
	on: v.optional(v.string(), ''),
	place: v.optional(v.string(), '')
});
const extending = v.object({ ...written, to: v.string() });
const replying = v.object(written);

/** Those that answer what was asked. Of the others the young person is told that it goes on. */
const ANSWERS: ReadonlySet<string> = new Set([
	'answered',
	'agreed',
	'not_agreed',
	'matched',
	'listed'
]);
const MOST_PLACES = 999;

/**
 * Takes it to its next stage, with what is written to the young person. Once, however often it is asked with the same
 * key.
 * @throws Refusal invalid `asked_words_missing`, `asked_date_wrong`, `asked_place_wrong`, `answer_too_long`; conflict
 * `request_changed`
 */
export function move(core: Core, actor: Actor, input: v.InferInput<typeof moving>): Promise<void> {
	const parsed = v.safeParse(moving, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { step } = parsed.output;
	return atWork(core, actor, parsed.output, async (tx, staff, row) => {
		const kind = requestKindOf(row.kind);
		const date = today(core);
		const { stage } = stageIn(row);
		const may = movesFrom(kind, stage, 'handler', theirTimeIsOver(stage, row.stageDueOn, date));
		const which = moveOf(kind, step);
		const next = stageAfter(kind, stage, step);
		if (!which || next === null || !may.includes(step)) throw conflict('request_changed');
		const said = saidWith(which, row, parsed.output, date);
		// What was held some days ago began its next clock then.
		const begins = which.date === 'past' ? (said.on ?? date) : date;
		const to = stageFrom(row, next, begins, await readCounting(tx));
		const id = await makeStep(core, tx, staff, row, {
			kind: step,
			sendKey: parsed.output.sendKey,
			language: parsed.output.language,
			said,
			byStaffId: staff.id,
			to: which.date === 'coming' ? { ...to, stageDueOn: said.on ?? null } : to
		});
		const told = ANSWERS.has(step) ? 'request_answered' : 'request_moved';
		await tellYoungPerson(core, tx, row, told, { id, byStaffId: staff.id });
	});
}

/** What goes with a move, as far as the move needs it. */
function saidWith(
	which: Move,
	row: RequestRow,
	{ words, on, place }: { readonly words: string; readonly on: string; readonly place: string },
	date: string
): Said {
	if (which.words === 'needed' && words === '') throw invalid('asked_words_missing');
	demandShort(words);
	return {
		...(words === '' || which.words === 'none' ? {} : { words }),
		...(which.date === undefined ? {} : { on: dateOf(which.date, on, row, date) }),
		...(which.place ? { place: placeOf(place) } : {})
	};
}

function dateOf(when: 'past' | 'coming', on: string, row: RequestRow, date: string): string {
	const { startedOn, stage } = stageIn(row);
	// A review that was held may have been earlier than its day; a panel meets after it was asked for.
	const earliest = stage === 'date_named' ? '' : startedOn;
	const inRange = when === 'past' ? on >= earliest && on <= date : on >= date;
	if (!v.is(v.pipe(v.string(), v.isoDate()), on) || !inRange) throw invalid('asked_date_wrong');
	if (when === 'coming' && on > addDays(date, 366)) throw invalid('asked_date_wrong');
	return on;
}

function placeOf(text: string): number {
	const place = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
	if (place < 1 || place > MOST_PLACES) throw invalid('asked_place_wrong');
	return place;
}

/**
 * Makes a stage longer, for a reason that the young person reads.
 * @throws Refusal invalid `asked_reason_missing`, `asked_extension_wrong`, `answer_too_long`; conflict `request_changed`
 */
export function extend(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof extending>
): Promise<void> {
	const parsed = v.safeParse(extending, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { words, to, language, sendKey } = parsed.output;
	return atWork(core, actor, parsed.output, async (tx, staff, row) => {
		const { stage, startedOn } = stageIn(row);
		const counting = await readCounting(tx);
		const longest = longestOn(requestKindOf(row.kind), stage, startedOn, counting);
		if (words === '') throw invalid('asked_reason_missing');
		demandShort(words);
		const isDate = v.is(v.pipe(v.string(), v.isoDate()), to);
		if (
			!isDate ||
			!isWorkingDay(to, counting.extraDays) ||
			!mayExtendTo(to, { due: row.stageDueOn, longest })
		)
			throw invalid('asked_extension_wrong');
		const id = await makeStep(core, tx, staff, row, {
			kind: 'extended',
			sendKey,
			language,
			said: { words },
			byStaffId: staff.id,
			to: { stage, stageStartedOn: startedOn, stageDueOn: to }
		});
		await tellYoungPerson(core, tx, row, 'request_moved', { id, byStaffId: staff.id });
	});
}

/**
 * Writes to the young person in between.
 * @throws Refusal invalid `asked_words_missing`, `answer_too_long`; conflict `request_changed`
 */
export function reply(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof replying>
): Promise<void> {
	const parsed = v.safeParse(replying, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { words, language, sendKey } = parsed.output;
	return atWork(core, actor, parsed.output, async (tx, staff, row) => {
		if (row.youngPersonId === null) throw conflict('request_changed');
		if (words === '') throw invalid('asked_words_missing');
		demandShort(words);
		const id = await makeStep(core, tx, staff, row, {
			kind: 'replied',
			sendKey,
			language,
			said: { words },
			byStaffId: staff.id
		});
		await tellYoungPerson(core, tx, row, 'request_answered', { id, byStaffId: staff.id });
	});
}

/** One step of somebody who handles it, while it is open. */
export function atWork(
	core: Core,
	actor: Actor,
	input: { readonly id: string; readonly sendKey: string; readonly version: number },
	work: (tx: Tx, staff: StaffActor, row: RequestRow) => Promise<void>
): Promise<void> {
	return core.database.inTransaction(async (tx) => {
		const { row, standings } = await findRequest(tx, actor, input.id);
		demandOfStaff('request.work', actor, standings);
		if (await madeBefore(tx, actor, row, input)) return;
		if (row.state === 'closed' || row.state === 'unmatched') throw conflict('request_changed');
		await requestsOpened(core, tx, actor.id, [row]);
		await work(tx, actor, row);
	});
}
