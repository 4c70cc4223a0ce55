import { randomUUID } from 'node:crypto';
import { addMeeting } from '../people.ts';
import { area } from './area.ts';

/** A review of Amina’s was held yesterday, and what was decided is with the managers. */
export const deciding = area(
	async ({ app, actors, amina }) => {
		const meetingId = await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: app.now() - 86_400_000,
			heldOn: '2026-11-20',
			chairId: actors.chair.id
		});
		const of = { meetingId, youngPersonId: amina.id };
		await app.deciding.addPoint(actors.chair, { ...of, sendKey: randomUUID(), words: 'My dog' });
		const { decisions } = await app.deciding.after(actors.chair, of);
		await app.deciding.changeDecision(actors.chair, {
			id: decisions[0]?.id ?? '',
			version: 1,
			point: 'My dog',
			outcome: 'agreed',
			decided: '',
			why: '',
			ownerStaffId: '',
			ownerName: '',
			dueOn: '',
			starred: false
		});
		await app.deciding.sendToManagers(actors.chair, meetingId);
		return of;
	},
	{
		'meeting.decide': {
			allowed: ['chair'],
			attempt: ({ app }, of, actor) => app.deciding.after(actor, of)
		},
		'decisions.agree': {
			allowed: ['manager'],
			attempt: ({ app }, { meetingId }, actor) => app.deciding.read(actor, meetingId)
		},
		'record.write': {
			allowed: ['chair'],
			attempt: ({ app }, of, actor) => app.deciding.record(actor, of)
		}
	}
);
