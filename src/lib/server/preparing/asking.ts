import { and, eq, exists, isNull } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { meetingKindOf } from '../../meetings/kinds.ts';
import { isPlanned } from '../../meetings/linking.ts';
import { OPERATOR, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict } from '../errors.ts';
import { queueMessages } from '../mail/queue.ts';
import { meetingNoticesSeen, tell } from '../notices/notices.ts';

/** One young person at one meeting. */
export interface Place {
	readonly meetingId: string;
	readonly youngPersonId: string;
}

/**
 * Asks somebody to take part, the first time: once, however often it is come to. Who has said something for that
 * meeting already is counted as asked, and not written to.
 */
export async function askFirst(core: Core, tx: Tx, place: Place): Promise<void> {
	const { meetingYoungPeople } = tx.tables;
	const now = core.now();
	const said = await hasSaid(tx, place);
	await tx.update(meetingYoungPeople).set({ invitedAt: now }).where(at(tx, place));
	if (!said) await askNow(core, tx, place, `invite:${place.meetingId}:${place.youngPersonId}`);
	await core.audit.record(tx, {
		action: 'young_person.invited',
		actor: OPERATOR,
		youngPersonId: place.youngPersonId,
		subject: { kind: 'meeting', id: place.meetingId },
		detail: { said }
	});
}

/**
 * Asks somebody once more, by hand: at most once on a London day, the first time included.
 * @throws Refusal conflict `invite_not_planned`, `invite_no_account`, `invite_said`
 */
export async function askAgain(core: Core, tx: Tx, actor: StaffActor, place: Place): Promise<void> {
	const { meetings, meetingYoungPeople } = tx.tables;
	const [row] = await tx
		.select({ meeting: meetings, invited: meetingYoungPeople })
		.from(meetingYoungPeople)
		.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
		.where(at(tx, place));
	const now = core.now();
	if (!row || !isPlanned({ ...row.meeting, kind: meetingKindOf(row.meeting.kind) }, now))
		throw conflict('invite_not_planned');
	if (!(await hasAccount(tx, place.youngPersonId))) throw conflict('invite_no_account');
	if (await hasSaid(tx, place)) throw conflict('invite_said');
	const today = londonDate(now);
	const { invitedAt, invitedAgainAt } = row.invited;
	if (isOn(invitedAt, today) || isOn(invitedAgainAt, today)) return;
	await tx
		.update(meetingYoungPeople)
		.set(invitedAt === null ? { invitedAt: now } : { invitedAgainAt: now })
		.where(at(tx, place));
	await askNow(core, tx, place, `invite:${place.meetingId}:${place.youngPersonId}:${today}`);
	await core.audit.record(tx, {
		action: 'young_person.invited',
		actor,
		youngPersonId: place.youngPersonId,
		subject: { kind: 'meeting', id: place.meetingId },
		detail: { again: invitedAt !== null }
	});
}

/** Whether an instant is on this London date. */
export const isOn = (instant: number | null, date: string): boolean =>
	instant !== null && londonDate(instant) === date;

/** A notice of theirs that asks for the same stands once. */
async function askNow(core: Core, tx: Tx, place: Place, onceKey: string): Promise<void> {
	const { meetingId, youngPersonId } = place;
	const now = core.now();
	await meetingNoticesSeen(tx, place, 'invited', now);
	await tell(tx, [{ to: { youngPersonId, kind: 'invited' }, meetingId }], now);
	await queueMessages(tx, [{ to: { youngPersonId }, message: 'you_have_a_message', onceKey }], now);
}

export const at = (queries: Queries, { meetingId, youngPersonId }: Place) =>
	and(
		eq(queries.tables.meetingYoungPeople.meetingId, meetingId),
		eq(queries.tables.meetingYoungPeople.youngPersonId, youngPersonId)
	);

async function hasAccount(queries: Queries, youngPersonId: string): Promise<boolean> {
	const { accounts } = queries.tables;
	const [found] = await queries
		.select({ id: accounts.id })
		.from(accounts)
		.where(and(eq(accounts.youngPersonId, youngPersonId), isNull(accounts.closedAt)));
	return found !== undefined;
}

/** Whether anything of theirs goes to that meeting now. */
async function hasSaid(queries: Queries, { meetingId, youngPersonId }: Place): Promise<boolean> {
	const { statements, statementLinks } = queries.tables;
	const [found] = await queries
		.select({ id: statements.id })
		.from(statements)
		.where(
			and(
				eq(statements.youngPersonId, youngPersonId),
				isNull(statements.takenBackAt),
				exists(
					queries
						.select({ id: statementLinks.id })
						.from(statementLinks)
						.where(
							and(
								eq(statementLinks.statementId, statements.id),
								eq(statementLinks.meetingId, meetingId),
								isNull(statementLinks.endedAt)
							)
						)
				)
			)
		)
		.limit(1);
	return found !== undefined;
}
