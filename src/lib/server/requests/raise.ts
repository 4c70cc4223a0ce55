import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import {
	advocateChoice,
	requestsAsked,
	standsAt,
	type AdvocateChoice
} from '../../rights/asked.ts';
import type { RequestKind } from '../../rights/requests.ts';
import { isOver, stageOf, type Stage } from '../../rights/stages.ts';
import type { YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { subjectNoticesSeen } from '../notices/notices.ts';
import { barredFrom } from '../statements/barred.ts';
import type { NewStatement } from '../statements/being-sent.ts';
import { received } from './begin.ts';
import { giveToOnlyOne } from './give.ts';
import { handlerIds, type RequestRow } from './standings.ts';
import { beginning, makeStep, readCounting, stageFrom } from './steps.ts';
import { tellHandlers, tellStaff } from './telling.ts';

/**
 * What was sent asks for something: by itself, or by an answer to a question of it. In the transaction of the sending,
 * so it is asked once, however often it is sent.
 * - a form is always asked for, with its own words; it joins a request of its kind that a question had made before
 * - a question asks only where no request of that kind is open
 */
export async function raiseRequests(
	core: Core,
	tx: Tx,
	{ id, author, form, draft, answers }: NewStatement
): Promise<void> {
	const { byForm, byQuestion } = requestsAsked(form, answers);
	const asking = { author, sendKey: draft.sendKey, language: draft.language };
	if (byForm) {
		const stands = standsAt(form, answers);
		if (stands === 'objected') await endVisits(core, tx, author, draft.sendKey);
		const wordless = (await openOnes(tx, author.id, byForm)).find(
			({ raisedBy, statementId }) => raisedBy === 'question' && statementId === null
		);
		const row = wordless
			? await join(core, tx, author, wordless, id)
			: await raise(core, tx, {
					...asking,
					kind: byForm,
					raisedBy: 'form',
					statementId: id,
					stands
				});
		const choice = advocateChoice(form, answers);
		if (byForm === 'complaint' && choice) await keepChoice(core, tx, author, row, choice);
		await tellHandlers(core, tx, row);
	}
	for (const kind of byQuestion) {
		if ((await openOnes(tx, author.id, kind)).length > 0) continue;
		const row = await raise(core, tx, {
			...asking,
			kind,
			raisedBy: 'question',
			fromStatementId: id
		});
		await tellHandlers(core, tx, row);
	}
}

/** They do not want the visits any more: whatever is open for them ends. */
async function endVisits(
	core: Core,
	tx: Tx,
	author: YoungPersonActor,
	sendKey: string
): Promise<void> {
	const counting = await readCounting(tx);
	for (const row of await openOnes(tx, author.id, 'independent_visitor')) {
		await makeStep(core, tx, author, row, {
			kind: 'objected',
			sendKey: `${sendKey}/objected/${row.id}`,
			language: row.language,
			byStaffId: null,
			to: stageFrom(row, 'objected', londonDate(core.now()), counting)
		});
		await tellStaff(core, tx, row, await handlerIds(tx, row), 'request_stopped');
	}
}

/** What they said to the offer of an advocate, which the law has written down (s26A of the Children Act 1989). */
async function keepChoice(
	core: Core,
	tx: Tx,
	author: YoungPersonActor,
	row: RequestRow,
	kind: AdvocateChoice
): Promise<void> {
	const { sendKey, language } = row;
	await makeStep(core, tx, author, row, {
		kind,
		sendKey: `${sendKey}/${kind}`,
		language,
		byStaffId: null
	});
	row.version += 1;
}

async function openOnes(tx: Tx, youngPersonId: string, kind: RequestKind): Promise<RequestRow[]> {
	const { requests } = tx.tables;
	return tx
		.select()
		.from(requests)
		.where(
			and(
				eq(requests.youngPersonId, youngPersonId),
				eq(requests.kind, kind),
				inArray(requests.state, ['new', 'opened'])
			)
		)
		.orderBy(desc(requests.createdAt), requests.id);
}

/** A new request, its clock running from today. For an advocate it goes to the one service there is. */
export async function raise(
	core: Core,
	tx: Tx,
	asked: {
		readonly author: YoungPersonActor;
		readonly sendKey: string;
		readonly language: string;
		readonly kind: RequestKind;
		readonly raisedBy: 'form' | 'question';
		readonly statementId?: string;
		readonly fromStatementId?: string;
		/** Where it stands from the first, where that is not the beginning. */
		readonly stands?: Stage | null;
	}
): Promise<RequestRow> {
	const { author, sendKey, stands = null, ...row } = asked;
	const id = randomUUID();
	const createdAt = core.now();
	const [made] = await tx
		.insert(tx.tables.requests)
		.values({
			...row,
			id,
			youngPersonId: author.id,
			sendKey: `${sendKey}/${row.kind}`,
			state: 'new',
			createdAt,
			...beginning(row.kind, createdAt, await readCounting(tx), stands)
		})
		.returning();
	if (!made) throw new Error('the request was not kept');
	await core.audit.record(tx, {
		action: 'request.raised',
		actor: author,
		youngPersonId: author.id,
		subject: { kind: 'request', id },
		detail: { kind: row.kind, by: row.raisedBy }
	});
	await received(tx, made);
	return giveToOnlyOne(core, tx, author, made);
}

/** There are words to it now: it is new again to those who handle it. */
async function join(
	core: Core,
	tx: Tx,
	author: YoungPersonActor,
	request: RequestRow,
	statementId: string
): Promise<RequestRow> {
	const { requests } = tx.tables;
	const barred = await barredFrom(tx, statementId);
	// Whom these words are about does not have it any more.
	const assignedStaffId = barred.has(request.assignedStaffId ?? '')
		? null
		: request.assignedStaffId;
	await tx
		.update(requests)
		.set({ statementId, state: 'new', assignedStaffId })
		.where(eq(requests.id, request.id));
	await core.audit.record(tx, {
		action: 'request.joined',
		actor: author,
		youngPersonId: author.id,
		subject: { kind: 'request', id: request.id },
		detail: { statementId }
	});
	return { ...request, statementId, state: 'new', assignedStaffId };
}

/** Those who handle a request read what was sent for it: a request they had not opened is opened by that. */
export async function requestsOpened(
	core: Core,
	tx: Tx,
	staffId: string,
	rows: readonly RequestRow[]
): Promise<void> {
	const { requests } = tx.tables;
	const now = core.now();
	for (const { id, state, openedAt, stage } of rows)
		if (state === 'new')
			await tx
				.update(requests)
				.set({
					// What was over when it came is closed once somebody has read it.
					...(stage !== null && isOver(stageOf(stage))
						? { state: 'closed', closedAt: now }
						: { state: 'opened' }),
					...(openedAt === null ? { openedByStaffId: staffId, openedAt: now } : {})
				})
				.where(eq(requests.id, id));
	for (const { id } of rows)
		await subjectNoticesSeen(tx, { subjectId: id, kinds: ['request_new'] }, core.now());
}

/**
 * What asked for them was taken back: those nobody has opened are asked for no longer. One that a question of another
 * statement had made goes on without these words.
 */
export async function withdrawRequests(
	core: Core,
	tx: Tx,
	author: YoungPersonActor,
	statementId: string
): Promise<void> {
	const { requests } = tx.tables;
	const made = await tx.select().from(requests).where(eq(requests.statementId, statementId));
	const inPassing = await tx
		.select()
		.from(requests)
		.where(and(eq(requests.fromStatementId, statementId), isNull(requests.statementId)));
	for (const request of [...made, ...inPassing]) {
		const { id, fromStatementId, openedAt, state } = request;
		if (fromStatementId !== null && fromStatementId !== statementId) {
			await tx
				.update(requests)
				.set({ statementId: null, state: openedAt === null ? 'new' : 'opened' })
				.where(eq(requests.id, id));
			continue;
		}
		if (state !== 'new' || openedAt !== null) continue;
		await tx
			.update(requests)
			.set({ state: 'withdrawn', closedAt: core.now() })
			.where(eq(requests.id, id));
		await core.audit.record(tx, {
			action: 'request.withdrawn',
			actor: author,
			youngPersonId: author.id,
			subject: { kind: 'request', id }
		});
	}
}
