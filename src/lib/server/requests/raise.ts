import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { requestsAsked } from '../../rights/asked.ts';
import type { RequestKind } from '../../rights/requests.ts';
import type { YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { tell } from '../notices/notices.ts';
import { managerIds } from '../people/managers.ts';
import { barredFrom } from '../statements/barred.ts';
import type { NewStatement } from '../statements/new-statement.ts';
import { handlerIds, type RequestRow } from './standings.ts';

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
		const wordless = (await openOnes(tx, author.id, byForm)).find(
			({ raisedBy, statementId }) => raisedBy === 'question' && statementId === null
		);
		if (wordless) await join(core, tx, author, wordless, id);
		else await raise(core, tx, { ...asking, kind: byForm, raisedBy: 'form', statementId: id });
		await tellWhereNobodyCan(core, tx, author, byForm, id);
	}
	for (const kind of byQuestion) {
		if ((await openOnes(tx, author.id, kind)).length > 0) continue;
		await raise(core, tx, { ...asking, kind, raisedBy: 'question', fromStatementId: id });
		await tellWhereNobodyCan(core, tx, author, kind, id);
	}
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

async function raise(
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
	}
): Promise<void> {
	const { author, sendKey, ...row } = asked;
	const id = randomUUID();
	await tx.insert(tx.tables.requests).values({
		...row,
		id,
		youngPersonId: author.id,
		sendKey: `${sendKey}/${row.kind}`,
		state: 'new',
		createdAt: core.now()
	});
	await core.audit.record(tx, {
		action: 'request.raised',
		actor: author,
		youngPersonId: author.id,
		subject: { kind: 'request', id },
		detail: { kind: row.kind, by: row.raisedBy }
	});
}

/** There are words to it now: it is new again to those who handle it. */
async function join(
	core: Core,
	tx: Tx,
	author: YoungPersonActor,
	request: RequestRow,
	statementId: string
): Promise<void> {
	const { requests } = tx.tables;
	await tx.update(requests).set({ statementId, state: 'new' }).where(eq(requests.id, request.id));
	await core.audit.record(tx, {
		action: 'request.joined',
		actor: author,
		youngPersonId: author.id,
		subject: { kind: 'request', id: request.id },
		detail: { statementId }
	});
}

/** With nobody who handles it, or nobody it is not locked from, the managers are told. */
async function tellWhereNobodyCan(
	core: Core,
	tx: Tx,
	author: YoungPersonActor,
	kind: RequestKind,
	statementId: string
): Promise<void> {
	const { youngPeople } = tx.tables;
	const [person] = await tx
		.select({ officerId: youngPeople.officerId })
		.from(youngPeople)
		.where(eq(youngPeople.id, author.id));
	const barred = await barredFrom(tx, statementId);
	const handlers = await handlerIds(tx, kind, person?.officerId ?? null);
	if (handlers.some((staffId) => !barred.has(staffId))) return;
	const managers = (await managerIds(tx)).filter((staffId) => !barred.has(staffId));
	await tell(
		tx,
		managers.map((staffId) => ({
			to: { staffId, kind: 'no_reader' },
			about: author.id,
			statementId
		})),
		core.now()
	);
}

/** Those who handle a request read what was sent for it: a request they had not opened is opened by that. */
export async function requestsOpened(
	core: Core,
	tx: Tx,
	staffId: string,
	rows: readonly RequestRow[]
): Promise<void> {
	const { requests } = tx.tables;
	for (const { id, state, openedAt } of rows)
		if (state === 'new')
			await tx
				.update(requests)
				.set(
					openedAt === null
						? { state: 'opened', openedByStaffId: staffId, openedAt: core.now() }
						: { state: 'opened' }
				)
				.where(eq(requests.id, id));
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
