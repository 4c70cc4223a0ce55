import { and, eq, gte } from 'drizzle-orm';
import * as v from 'valibot';
import { londonMidnight } from '../../language/dates.ts';
import { theirTimeIsOver } from '../../rights/clocks.ts';
import { requestKindOf } from '../../rights/requests.ts';
import { MOVE_KINDS, movesFrom, stageAfter, type MoveKind } from '../../rights/stages.ts';
import { demand, type Action, type Actor, type YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { subjectNoticesSeen } from '../notices/notices.ts';
import { managerIds } from '../people/managers.ts';
import { historyOf } from './history.ts';
import { raise } from './raise.ts';
import { ownRequests } from './read.ts';
import { barredFromRequest, findRequest, handlerIds, type RequestRow } from './standings.ts';
import {
	languageField,
	madeBefore,
	makeStep,
	readCounting,
	stageFrom,
	stageIn,
	stepFields,
	today
} from './steps.ts';
import { tellHandlers, tellStaff } from './telling.ts';
import type { OwnRequestView, StepView } from './views.ts';

const moving = v.object({ ...stepFields, step: v.picklist(MOVE_KINDS), language: languageField });
const waiting = v.object({ ...stepFields, language: languageField });
const choosing = v.object({ ...waiting.entries, want: v.picklist(['yes', 'no']) });

/** What they asked for, with everything that became of it. What they were told of it is known to them from then on. */
export function readOwn(core: Core, actor: Actor, requestId: string): Promise<OwnRequestView> {
	return core.database.inTransaction(async (tx) => {
		const { row } = await ofTheirs(tx, actor, 'request.read_own', requestId);
		const [own] = await ownRequests(core, tx, [row]);
		if (!own) throw notFound();
		await subjectNoticesSeen(
			tx,
			{ subjectId: row.id, kinds: ['request_moved', 'request_answered'] },
			core.now()
		);
		await core.audit.record(tx, {
			action: 'request.read_by_author',
			actor,
			youngPersonId: actor.id ?? '',
			subject: { kind: 'request', id: row.id }
		});
		const { stage } = stageIn(row);
		const date = today(core);
		const history = await historyOf(core, tx, row);
		const midnight = londonMidnight(date);
		return {
			...own,
			version: row.version,
			moves: own.clock.over
				? []
				: movesFrom(own.kind, stage, 'young_person', theirTimeIsOver(stage, row.stageDueOn, date)),
			history,
			maySayWaiting:
				own.clock.dueOn !== null &&
				!history.some(({ kind, at }) => kind === 'still_waiting' && at >= midnight),
			advocate: row.kind === 'complaint' ? choiceIn(history) : null
		};
	});
}

function choiceIn(history: readonly StepView[]): 'offered' | 'accepted' | 'declined' | null {
	const last = history.findLast(({ kind }) => kind.startsWith('advocate_'));
	return last?.kind === 'advocate_accepted'
		? 'accepted'
		: last?.kind === 'advocate_declined'
			? 'declined'
			: 'offered';
}

/**
 * A step of their own: the next stage, content with the answer, no advocate or visitor after all, or not asking any
 * longer. Once, however often it is asked with the same key.
 * @throws Refusal conflict `asked_ask_too_late`, `request_changed`
 */
export function ownMove(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof moving>
): Promise<void> {
	const parsed = v.safeParse(moving, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { step, sendKey, language } = parsed.output;
	return byThem(core, actor, actionOf(step), parsed.output, async (tx, author, row) => {
		const kind = requestKindOf(row.kind);
		const { stage } = stageIn(row);
		const date = today(core);
		const tooLate = theirTimeIsOver(stage, row.stageDueOn, date);
		if (step === 'next_asked' && tooLate) throw conflict('asked_ask_too_late');
		const next = stageAfter(kind, stage, step);
		if (next === null || !movesFrom(kind, stage, 'young_person', tooLate).includes(step))
			throw conflict('request_changed');
		await makeStep(core, tx, author, row, {
			kind: step,
			sendKey,
			language,
			byStaffId: null,
			to: stageFrom(row, next, date, await readCounting(tx))
		});
		const now = { ...row, version: row.version + 1 };
		if (step === 'next_asked') await tellHandlers(core, tx, now, 'request_next');
		else await tellStaff(core, tx, now, await whoHasIt(tx, row), 'request_stopped');
	});
}

/** To stop asking is one right, and to go on is another. */
const actionOf = (step: MoveKind): Action =>
	step === 'next_asked' || step === 'settled' ? 'request.ask_next' : 'request.withdraw';

/**
 * They still wait: whoever has it is told and, where it is late, the managers too. Once a day.
 * @throws Refusal conflict `request_changed`
 */
export function sayWaiting(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof waiting>
): Promise<void> {
	const parsed = v.safeParse(waiting, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { sendKey, language } = parsed.output;
	return byThem(core, actor, 'request.say_waiting', parsed.output, async (tx, author, row) => {
		const { requestSteps } = tx.tables;
		const [saidToday] = await tx
			.select({ id: requestSteps.id })
			.from(requestSteps)
			.where(
				and(
					eq(requestSteps.requestId, row.id),
					eq(requestSteps.kind, 'still_waiting'),
					gte(requestSteps.createdAt, londonMidnight(today(core)))
				)
			);
		if (saidToday) return;
		const [own] = await ownRequests(core, tx, [row]);
		const barred = await barredFromRequest(tx, row);
		const managers = own?.clock.late ? (await managerIds(tx)).filter((id) => !barred.has(id)) : [];
		await makeStep(core, tx, author, row, {
			kind: 'still_waiting',
			sendKey,
			language,
			said: { managerTold: managers.length > 0 },
			byStaffId: null
		});
		await tellStaff(core, tx, row, await whoHasIt(tx, row), 'request_waited_for');
		await tellStaff(core, tx, row, managers, 'request_late');
	});
}

/**
 * An advocate for their complaint, or none after all. A yes asks for one, where none is asked for already.
 * @throws Refusal conflict `request_changed`
 */
export function chooseAdvocate(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof choosing>
): Promise<void> {
	const parsed = v.safeParse(choosing, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { sendKey, language, want } = parsed.output;
	return byThem(core, actor, 'request.choose_advocate', parsed.output, async (tx, author, row) => {
		if (row.kind !== 'complaint') throw notFound();
		await makeStep(core, tx, author, row, {
			kind: want === 'yes' ? 'advocate_accepted' : 'advocate_declined',
			sendKey,
			language,
			byStaffId: null
		});
		if (want === 'no' || (await openFor(tx, author.id, 'advocate'))) return;
		const from = row.statementId ?? row.fromStatementId;
		const asked = await raise(core, tx, {
			author,
			sendKey,
			language,
			kind: 'advocate',
			raisedBy: 'question',
			...(from === null ? {} : { fromStatementId: from })
		});
		await tellHandlers(core, tx, asked);
	});
}

async function openFor(tx: Tx, youngPersonId: string, kind: string): Promise<boolean> {
	const { requests } = tx.tables;
	const rows = await tx
		.select({ state: requests.state })
		.from(requests)
		.where(and(eq(requests.youngPersonId, youngPersonId), eq(requests.kind, kind)));
	return rows.some(({ state }) => state === 'new' || state === 'opened');
}

/** Who it is assigned to, while they handle it; else everybody who does. */
async function whoHasIt(tx: Tx, row: RequestRow): Promise<string[]> {
	const handlers = await handlerIds(tx, row);
	const assigned = handlers.filter((id) => id === row.assignedStaffId);
	return assigned.length > 0 ? assigned : handlers;
}

async function ofTheirs(tx: Tx, actor: Actor, action: Action, requestId: string) {
	const { row, standings } = await findRequest(tx, actor, requestId);
	demand(action, standings);
	if (actor.kind !== 'young_person') throw notFound();
	return { row, author: actor };
}

function byThem(
	core: Core,
	actor: Actor,
	action: Action,
	input: { readonly id: string; readonly sendKey: string; readonly version: number },
	work: (tx: Tx, author: YoungPersonActor, row: RequestRow) => Promise<void>
): Promise<void> {
	return core.database.inTransaction(async (tx) => {
		const { row, author } = await ofTheirs(tx, actor, action, input.id);
		if (await madeBefore(tx, actor, row, input)) return;
		if (row.state === 'closed') throw conflict('request_changed');
		await work(tx, author, row);
	});
}
