import { and, eq } from 'drizzle-orm';
import { longestOn, theirTimeIsOver } from '../../rights/clocks.ts';
import { requestKindOf } from '../../rights/requests.ts';
import { isOver, movesFrom } from '../../rights/stages.ts';
import { demandOfStaff, may, rolesOf, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { conflict, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { subjectNoticesSeen } from '../notices/notices.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPersonOf } from '../people/facts.ts';
import { readableStatements } from '../statements/standings.ts';
import { assignable } from './assign.ts';
import { giveToOnlyOne } from './give.ts';
import { historyOf } from './history.ts';
import { requestsOpened } from './raise.ts';
import { askedPlace, rowViews } from './rows.ts';
import { findRequest, type RequestRow } from './standings.ts';
import { stageIn, readCounting, today } from './steps.ts';
import { tellHandlers } from './telling.ts';
import type { OpenAsk, RequestView, WorkView } from './views.ts';

/** Opens a request for somebody who handles it. The young person sees who opened it, and when. */
export function open(core: Core, actor: Actor, requestId: string): Promise<RequestView> {
	return core.database.inTransaction(async (tx) => {
		const found = await findRequest(tx, actor, requestId);
		demandOfStaff('request.read', actor, found.standings);
		await requestsOpened(core, tx, actor.id, [found.row]);
		await record(core, tx, actor, found.row, 'request.opened');
		return viewOf(core, tx, actor, requestId);
	});
}

/**
 * Says who asked without an account: chosen by hand, by somebody who knows them. From then on it is theirs who handle
 * such requests. Done once more, it stays done.
 * @throws Refusal conflict `request_not_waiting` when it was matched to somebody else, or passed on
 */
export async function match(
	core: Core,
	actor: Actor,
	input: { readonly id: string; readonly youngPersonId: string }
): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const row = await askedOpenly(tx, actor, 'request.match', input.id);
		if (!isId(input.youngPersonId)) throw notFound();
		const { row: person } = await youngPersonOf(core, tx, input.youngPersonId);
		if (row.state !== 'unmatched') {
			if (row.youngPersonId !== person.id) throw conflict('request_not_waiting');
			return;
		}
		const { requests } = tx.tables;
		await tx
			.update(requests)
			.set({
				state: 'new',
				youngPersonId: person.id,
				matchedByStaffId: actor.id,
				matchedAt: core.now()
			})
			.where(eq(requests.id, row.id));
		await record(core, tx, actor, { ...row, youngPersonId: person.id }, 'request.matched');
		await goOn(core, tx, actor, { ...row, state: 'new', youngPersonId: person.id });
	});
}

/** Hands a request on without saying who asked, so that no child waits for that. Done once more, it stays done. */
export async function passOn(core: Core, actor: Actor, requestId: string): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const row = await askedOpenly(tx, actor, 'request.pass_on', requestId);
		if (row.state !== 'unmatched') return;
		const { requests } = tx.tables;
		await tx.update(requests).set({ state: 'new' }).where(eq(requests.id, row.id));
		await record(core, tx, actor, row, 'request.passed_on');
		await goOn(core, tx, actor, { ...row, state: 'new' });
	});
}

/** From here on it is theirs who handle such requests. */
async function goOn(core: Core, tx: Tx, actor: Actor, row: RequestRow): Promise<void> {
	await subjectNoticesSeen(tx, { subjectId: row.id, kinds: ['request_new'] }, core.now());
	await tellHandlers(core, tx, await giveToOnlyOne(core, tx, actor, row));
}

/** A request without an account, whatever became of it, for who has the role to match it. */
async function askedOpenly(
	tx: Tx,
	actor: Actor,
	action: 'request.match' | 'request.pass_on',
	requestId: string
): Promise<RequestRow> {
	demandOfStaff(action, actor);
	if (!isId(requestId)) throw notFound();
	const { requests } = tx.tables;
	const [row] = await tx
		.select()
		.from(requests)
		.where(and(eq(requests.id, requestId), eq(requests.raisedBy, 'open_page')));
	if (!row) throw notFound();
	return row;
}

async function viewOf(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	requestId: string
): Promise<RequestView> {
	const { row, standings } = await findRequest(tx, actor, requestId);
	const [view] = await rowViews(core, tx, [row]);
	if (!view) throw notFound();
	const ids = [row.statementId, row.fromStatementId].flatMap((id) => id ?? []);
	const readable = await readableStatements(tx, actor, ids);
	const staff = await staffByIds(core, tx, row.matchedByStaffId ? [row.matchedByStaffId] : []);
	const { council, councilKeyId } = core.vault;
	return {
		...view,
		asked:
			row.askedSealed &&
			council.openJson<OpenAsk>(councilKeyId, askedPlace(row.id), row.askedSealed),
		statementId: readable.has(row.statementId ?? '') ? row.statementId : null,
		fromStatementId: readable.has(row.fromStatementId ?? '') ? row.fromStatementId : null,
		matched:
			row.matchedAt === null
				? null
				: { by: staff.get(row.matchedByStaffId ?? '')?.name ?? '', at: row.matchedAt },
		mayMatch: row.state === 'unmatched' && may('request.match', rolesOf(actor)),
		work:
			row.state !== 'unmatched' && may('request.work', standings)
				? await workOf(core, tx, actor, row)
				: null,
		history: await historyOf(core, tx, row)
	};
}

/** What whoever handles it can do with it now. */
async function workOf(core: Core, tx: Tx, actor: StaffActor, row: RequestRow): Promise<WorkView> {
	const counting = await readCounting(tx);
	const { stage, startedOn } = stageIn(row);
	const kind = requestKindOf(row.kind);
	const date = today(core);
	const longest = longestOn(kind, stage, startedOn, counting);
	const over = row.state === 'closed' || isOver(stage);
	const handlers = over ? [] : await assignable(tx, actor, row);
	const names = await staffByIds(core, tx, handlers);
	return {
		version: row.version,
		moves: over
			? []
			: movesFrom(kind, stage, 'handler', theirTimeIsOver(stage, row.stageDueOn, date)),
		longestOn: longest !== null && longest > (row.stageDueOn ?? '') && !over ? longest : null,
		mayReply: !over && row.youngPersonId !== null,
		handlers: handlers
			.map((id) => ({ id, name: names.get(id)?.name ?? '' }))
			.toSorted((a, b) => a.name.localeCompare(b.name))
	};
}

async function record(
	core: Core,
	tx: Tx,
	actor: Actor,
	row: Pick<RequestRow, 'id' | 'youngPersonId'>,
	action: 'request.opened' | 'request.matched' | 'request.passed_on'
): Promise<void> {
	await core.audit.record(tx, {
		action,
		actor,
		...(row.youngPersonId === null ? {} : { youngPersonId: row.youngPersonId }),
		subject: { kind: 'request', id: row.id }
	});
}
