import { addMeeting } from '../people.ts';
import { area } from './area.ts';

/** A conference of hers in a week, which parents will be asked about. */
export const outside = area(
	async ({ app, actors, amina }) => ({
		meetingId: await addMeeting(app, {
			kind: 'review_conference',
			youngPersonIds: [amina.id],
			scheduledAt: app.now() + 7 * 86_400_000,
			chairId: actors.chair.id
		})
	}),
	{
		'survey.offer': {
			allowed: ['chair'],
			attempt: ({ app }, { meetingId }, actor) =>
				app.outside.handOver(actor, { meetingId, language: 'en', email: '', agreed: false })
		}
	}
);
