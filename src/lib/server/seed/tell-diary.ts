import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, notExists } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { addDays } from '../../meetings/working-days.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import type { Tx } from '../db/database.ts';
import { sealPlace, type MeetingPlace } from '../meetings/place.ts';
import { planSittings } from '../meetings/sittings.ts';
import type { Council } from './tell-forms.ts';

const MINUTES = 60;
const DAY_MS = 86_400_000;
/** Conferences of the officer who is away. */
const AWAY = 2;

const ROOM: MeetingPlace = {
	how: 'room',
	where: 'The Willow room, second floor. Somebody meets you at the door.',
	link: ''
};

/** Where those with a name in the story meet next. */
const PLACES: Readonly<Record<string, MeetingPlace>> = {
	'EB-1001': {
		how: 'video',
		where: 'Samira interprets. She is in the call before you.',
		link: 'https://meet.eastbrook.example/review-4471'
	},
	'EB-1002': { how: 'room', where: 'At school, in the library.', link: '' },
	'EB-1003': { how: 'room', where: 'At your flat, as you asked.', link: '' },
	'EB-1005': ROOM
};
/** Whose review is a series. */
const IN_PARTS = 'EB-1002';

/** Where meetings are, one that is held in parts, and an officer who is away and covered. */
export async function tellDiary(app: App, council: Council): Promise<void> {
	await app.database.inTransaction(async (tx) => {
		const { meetings } = tx.tables;
		for (const [ref, place] of Object.entries(PLACES)) {
			const next = council.people
				.get(ref)
				?.meetings.find(
					({ heldOn, scheduledAt }) => heldOn === null && (scheduledAt ?? 0) > council.now
				);
			if (!next) continue;
			await tx
				.update(meetings)
				.set({ minutes: MINUTES, placeSealed: sealPlace(app, next.id, place) })
				.where(eq(meetings.id, next.id));
			const at = next.scheduledAt ?? 0;
			if (ref === IN_PARTS) await planSittings(tx, next.id, [at, at + 7 * DAY_MS], council.now);
		}
	});
	await coverForOneAway(app, council);
}

async function coverForOneAway(app: App, { staff, accounts, now }: Council): Promise<void> {
	const idOf = (ref: string): string => staff.get(ref)?.id ?? '';
	const [helen, nadia] = [idOf('S03'), idOf('S13')];
	const manager = accounts.staff.get(idOf('S04'));
	const theirs = await app.database.inTransaction((tx) => lastConferencesOf(tx, helen));
	for (const { id } of theirs)
		await app.meetings.change(OPERATOR, id, { kind: 'change_chair', chairId: nadia });
	const today = londonDate(now);
	if (manager)
		await app.cover.make(manager, {
			id: randomUUID(),
			staffId: nadia,
			coveredByStaffId: helen,
			fromOn: addDays(today, -3),
			toOn: addDays(today, 11)
		});
}

/** The furthest away, which nothing was sent for. */
function lastConferencesOf(tx: Tx, chairId: string) {
	const { meetings, statementLinks } = tx.tables;
	return tx
		.select({ id: meetings.id })
		.from(meetings)
		.where(
			and(
				eq(meetings.chairId, chairId),
				eq(meetings.kind, 'review_conference'),
				isNull(meetings.heldOn),
				isNull(meetings.cancelledAt),
				notExists(
					tx
						.select({ id: statementLinks.id })
						.from(statementLinks)
						.where(eq(statementLinks.meetingId, meetings.id))
				)
			)
		)
		.orderBy(desc(meetings.scheduledAt), meetings.id)
		.limit(AWAY);
}
