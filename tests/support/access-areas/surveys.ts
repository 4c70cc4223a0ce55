import { randomUUID } from 'node:crypto';
import { addMeeting } from '../people.ts';
import { area } from './area.ts';

/** A conference of hers that was held, and a parent who wants to be rung. */
export const surveys = area(
	async ({ app, actors, amina }) => {
		const conferenceId = await addMeeting(app, {
			kind: 'review_conference',
			youngPersonIds: [amina.id],
			scheduledAt: app.now() - 86_400_000,
			chairId: actors.chair.id
		});
		await app.surveys.typeInCallback(actors.manager, {
			...{ name: 'Mrs Rahman', phone: '01632 960 501', language: 'en' }
		});
		const { waiting } = await app.surveys.callbacks(actors.manager);
		return { conferenceId, callbackId: waiting[0]?.id ?? '' };
	},
	{
		'survey.see': {
			allowed: ['manager'],
			attempt: ({ app }, _, actor) => app.surveys.see(actor, { year: '' })
		},
		'survey.words': {
			allowed: ['manager'],
			attempt: ({ app }, _, actor) => app.surveys.words(actor, { quarter: '' })
		},
		'survey.type_in': {
			allowed: ['manager', 'participation'],
			attempt: ({ app }, _, actor) =>
				app.surveys.typeIn(actor, {
					sendKey: randomUUID(),
					conferenceKind: 'initial',
					respondedOn: '2026-01-05',
					language: 'en',
					fields: { 'a-P1': ['yes'] }
				})
		},
		'survey.ring': {
			allowed: ['manager'],
			attempt: ({ app }, { callbackId }, actor) => app.surveys.markRung(actor, callbackId)
		},
		'conference.record': {
			allowed: ['chair'],
			attempt: ({ app }, { conferenceId }, actor) => app.surveys.record(actor, conferenceId)
		}
	}
);
