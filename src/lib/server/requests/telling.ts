import { and, eq, isNull } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { queueMessages } from '../mail/queue.ts';
import type { STAFF_NOTICES } from '../notices/kinds.ts';
import { tell } from '../notices/notices.ts';
import { managerIds } from '../people/managers.ts';
import { hasProviders } from './providers.ts';
import { barredFromRequest, handlerIds, staffWithRole, type RequestRow } from './standings.ts';

type StaffNotice = (typeof STAFF_NOTICES)[number];

/** Tells some of the staff of a request; that something waits goes out of Sayso with it. */
export async function tellStaff(
	core: Core,
	tx: Tx,
	row: RequestRow,
	staffIds: readonly string[],
	kind: StaffNotice
): Promise<void> {
	const statementId = row.statementId ?? row.fromStatementId;
	await tell(
		tx,
		staffIds.map((staffId) => ({
			to: { staffId, kind },
			subjectId: row.id,
			...(row.youngPersonId === null ? {} : { about: row.youngPersonId }),
			// Whom that is locked from would be told nothing of it, were they told.
			...(statementId === null ? {} : { statementId })
		})),
		core.now()
	);
}

/**
 * Tells those who can answer it that it is there. A request for an advocate that no service has goes to those who give
 * it to one. With nobody left, whom it is not locked from, the managers are told.
 */
export async function tellHandlers(
	core: Core,
	tx: Tx,
	row: RequestRow,
	kind: 'request_new' | 'request_next' = 'request_new'
): Promise<void> {
	const barred = await barredFromRequest(tx, row);
	const free = (ids: readonly string[]) => ids.filter((staffId) => !barred.has(staffId));
	const givers = row.kind === 'advocate' && row.providerId === null && (await hasProviders(tx));
	const handlers = givers
		? free(await staffWithRole(tx, 'participation'))
		: await handlerIds(tx, row);
	if (handlers.length > 0) await tellStaff(core, tx, row, handlers, kind);
	else await tellStaff(core, tx, row, free(await managerIds(tx)), 'nobody_to_handle');
}

/** Tells the young person that something happened to it; once, until they look. */
export async function tellYoungPerson(
	core: Core,
	tx: Tx,
	row: RequestRow,
	kind: 'request_moved' | 'request_answered',
	step: { readonly id: string; readonly byStaffId: string | null }
): Promise<void> {
	const { youngPersonId } = row;
	if (youngPersonId === null) return;
	const { notices } = tx.tables;
	const [untold] = await tx
		.select({ id: notices.id })
		.from(notices)
		.where(
			and(
				eq(notices.youngPersonId, youngPersonId),
				eq(notices.subjectId, row.id),
				eq(notices.kind, kind),
				isNull(notices.seenAt)
			)
		);
	if (!untold)
		await tell(
			tx,
			[
				{
					to: { youngPersonId, kind },
					about: youngPersonId,
					subjectId: row.id,
					byStaffId: step.byStaffId
				}
			],
			core.now()
		);
	await queueMessages(
		tx,
		[
			{
				to: { youngPersonId },
				message: 'you_have_a_message',
				onceKey: `request_step/${step.id}`
			}
		],
		core.now()
	);
}
