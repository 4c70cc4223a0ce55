import { randomUUID } from 'node:crypto';
import { and, inArray, isNull } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import type { RequestRow } from './standings.ts';
import { beginning, readCounting } from './steps.ts';

/** The first step of every request: the day it came, and by when it has to be answered. */
export async function received(tx: Tx, row: RequestRow): Promise<void> {
	await tx.insert(tx.tables.requestSteps).values({
		id: randomUUID(),
		requestId: row.id,
		number: 0,
		sendKey: `${row.sendKey}/received`,
		kind: 'received',
		stage: row.stage,
		startedOn: row.stageStartedOn,
		dueOn: row.stageDueOn,
		language: row.language,
		createdAt: row.createdAt
	});
}

/** Requests that came before there were clocks get theirs, from the day they came. Done once more, it stays done. */
export async function beginClocks(core: Core): Promise<void> {
	const { read } = core.database;
	const { requests } = read.tables;
	const without = and(
		isNull(requests.stage),
		inArray(requests.state, ['unmatched', 'new', 'opened'])
	);
	const [any] = await read.select({ id: requests.id }).from(requests).where(without).limit(1);
	if (!any) return;
	await core.database.inTransaction(async (tx) => {
		const counting = await readCounting(tx);
		for (const row of await tx.select().from(requests).where(without)) {
			const begun = beginning(row.kind, row.createdAt, counting);
			await tx
				.update(requests)
				.set(begun)
				.where(inArray(requests.id, [row.id]));
			await received(tx, { ...row, ...begun });
		}
	});
}
