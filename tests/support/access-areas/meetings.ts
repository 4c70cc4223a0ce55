import { randomUUID } from 'node:crypto';
import { londonInstant } from '../../../src/lib/language/dates.ts';
import { area } from './area.ts';

/** What a form says of a meeting, whose date is all that matters. */
export const GIVEN = {
	times: [{ date: '2026-12-07', time: '10:00' }],
	minutes: 60,
	how: '' as const,
	where: '',
	link: '',
	strategyOn: '',
	guestIds: []
};

/** A guest is invited to Amina’s conference, which says where it is. */
export const meetings = area(
	async ({ app, actors, amina, meetingId }) => {
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.meetingGuests).values({ meetingId, staffId: actors.socialWorker.id })
		);
		return { officerId: actors.chair.id, guestOf: meetingId, herId: amina.id };
	},
	{
		'meeting.see': {
			allowed: ['chair', 'socialWorker'],
			attempt: ({ app, meetingId }, _, actor) => app.diary.meeting(actor, meetingId)
		},
		'meeting.see_place': {
			allowed: ['amina', 'chair', 'socialWorker'],
			async attempt({ app, reviewId, meetingId }, _, actor) {
				if (actor.kind === 'young_person') return app.diary.ownPlace(actor, reviewId);
				const { seesPlace } = await app.diary.meeting(actor, meetingId);
				if (!seesPlace) throw new Error('the place is not theirs');
				return true;
			}
		},
		'meeting.make': {
			allowed: ['chair'],
			attempt: ({ app }, { herId }, actor) =>
				app.meetings.make(actor, {
					...GIVEN,
					times: [{ date: '2026-11-02', time: '10:00' }],
					meetingId: randomUUID(),
					kind: 'looked_after_review',
					youngPersonIds: [herId],
					held: true
				})
		},
		'caseload.see': {
			allowed: ['chair', 'oldChair', 'anotherOfficer', 'manager'],
			attempt: ({ app }, _, actor) => app.diary.caseload(actor)
		},
		'caseload.see_all': {
			allowed: ['manager'],
			async attempt({ app }, { officerId }, actor) {
				const { officers, rows } = await app.diary.caseload(actor, { officer: officerId });
				// Officers ask in vain for anybody else’s: they have their own before them.
				if (officers === null || rows.length === 0) return app.diary.meeting(actor, randomUUID());
				return officers;
			}
		},
		'calendar.make': {
			allowed: ['chair', 'oldChair', 'anotherOfficer'],
			attempt: ({ app }, _, actor) => app.diary.makeCalendar(actor)
		},
		'cover.make': {
			allowed: ['manager'],
			attempt: ({ app, actors }, _, actor) =>
				app.cover.make(actor, {
					id: randomUUID(),
					staffId: actors.oldChair.id,
					coveredByStaffId: actors.anotherOfficer.id,
					fromOn: londonDateAfter(400),
					toOn: londonDateAfter(401)
				})
		},
		'allocation.change': {
			allowed: ['manager'],
			attempt: ({ app, actors, stranger }, _, actor) =>
				app.cover.reallocate(actor, {
					fromId: actors.oldChair.id,
					toId: actors.anotherOfficer.id,
					youngPersonIds: [stranger.id]
				})
		}
	}
);

const londonDateAfter = (days: number): string =>
	new Date(londonInstant('2026-11-21T12:00') + days * 86_400_000).toISOString().slice(0, 10);
