import type { Tx } from '../db/database.ts';
import type { Notice } from '../notices/notices.ts';
import { managerIds } from '../people/managers.ts';
import type { Settled } from './statements-at-stake.ts';

/**
 * Whom to tell of what, from what became of the statements. A young person with several statements for one meeting is
 * told once.
 */
export async function noticesFor(tx: Tx, settled: readonly Settled[]): Promise<Notice[]> {
	const missed = settled.filter(
		({ change }) => change.outcome === 'moves' && change.ended === 'missed'
	);
	const managers = missed.length === 0 ? [] : await managerIds(tx);
	const toYoungPeople = new Map<string, Notice>();
	for (const notice of settled.flatMap(toYoungPerson)) {
		const key = JSON.stringify([notice.to, notice.meetingId]);
		if (!toYoungPeople.has(key)) toYoungPeople.set(key, notice);
	}
	return [...toYoungPeople.values(), ...missed.flatMap((one) => toStaff(one, managers))];
}

function toYoungPerson({ statement, change, justSent }: Settled): Notice[] {
	type Kind = Extract<Notice['to'], { youngPersonId: string }>['kind'];
	const notice = (kind: Kind, meetingId?: string, byStaffId?: string | null): Notice => ({
		to: { youngPersonId: statement.youngPersonId, kind },
		about: statement.youngPersonId,
		statementId: statement.id,
		...(meetingId === undefined ? {} : { meetingId }),
		...(byStaffId === undefined ? {} : { byStaffId })
	});
	const { link } = statement;

	if (change.outcome === 'moves') {
		const { ended, next } = change;
		const left =
			ended && link
				? notice(
						ended === 'missed' || ended === 'meeting_cancelled' ? ended : 'meeting_gone',
						link.meeting.id
					)
				: null;
		// What is linked as it is sent needs no telling: the page that follows says so.
		const now = next ? (justSent ? null : notice('linked', next.id)) : notice('waiting');
		return [left, now].filter((one) => one !== null);
	}
	if (!link) return justSent ? [notice('waiting')] : [];
	if (change.outcome === 'closes' || statement.state === 'closed') return [];
	const { meeting, toldScheduledAt, toldChairId } = link;
	return [
		...(meeting.scheduledAt === toldScheduledAt ? [] : [notice('meeting_moved', meeting.id)]),
		...(meeting.chairId === toldChairId
			? []
			: [notice('chair_changed', meeting.id, meeting.chairId)])
	];
}

/** A missed statement is shown to who chaired the meeting and to every manager. */
function toStaff({ statement }: Settled, managers: readonly string[]): Notice[] {
	const meeting = statement.link?.meeting;
	if (!meeting) return [];
	const told = new Set([...(meeting.chairId === null ? [] : [meeting.chairId]), ...managers]);
	return [...told].map((staffId) => ({
		to: { staffId, kind: 'missed' },
		about: statement.youngPersonId,
		statementId: statement.id,
		meetingId: meeting.id
	}));
}
