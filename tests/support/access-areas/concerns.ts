import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { notFound } from '../../../src/lib/server/errors.ts';
import { addMeeting } from '../people.ts';
import { area } from './area.ts';

/** A concern of hers that was raised and told, and a review that was held long enough ago to look how it goes. */
export const concerns = area(
	async ({ app, actors, amina }) => {
		const heldId = await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: app.now() - 90 * 86_400_000,
			heldOn: '2026-08-20',
			chairId: actors.chair.id
		});
		const raise = {
			youngPersonId: amina.id,
			colour: 'amber' as const,
			words: 'The plan for contact has stood still since May.',
			telling: { how: 'ready' as const, offerAdvocate: true }
		};
		const concernId = await app.concerns.raise(actors.chair, { ...raise, sendKey: randomUUID() });
		return { raise, concernId, heldId };
	},
	{
		'concern.list': {
			allowed: ['chair', 'oldChair', 'anotherOfficer', 'manager'],
			attempt: ({ app }, _, actor) => app.concerns.list(actor)
		},
		'concern.raise': {
			allowed: ['chair'],
			attempt: ({ app }, { raise }, actor) =>
				app.concerns.raise(actor, { ...raise, sendKey: randomUUID() })
		},
		'concern.see': {
			allowed: ['chair', 'manager'],
			attempt: ({ app }, { concernId }, actor) => app.concerns.open(actor, concernId)
		},
		'concern.step': {
			allowed: ['chair', 'manager'],
			attempt: async ({ app }, { concernId }, actor) => {
				const { read } = app.database;
				const [row] = await read
					.select({ version: read.tables.concerns.version })
					.from(read.tables.concerns)
					.where(eq(read.tables.concerns.id, concernId));
				const version = row?.version ?? 0;
				return app.concerns.step(actor, {
					...{ concernId, version, sendKey: randomUUID() },
					do: 'respond',
					words: 'We will look at it.'
				});
			}
		},
		'concern.see_own': {
			allowed: ['amina'],
			attempt: async ({ app }, { concernId }, actor) => {
				const own = await app.concerns.listOwn(actor);
				if (!own.some(({ id }) => id === concernId)) throw notFound();
			}
		},
		'midway.list': {
			allowed: ['chair', 'oldChair', 'anotherOfficer'],
			attempt: ({ app }, _, actor) => app.midway.list(actor)
		},
		'midway.do': {
			allowed: ['chair'],
			attempt: ({ app, amina }, { heldId }, actor) =>
				app.midway.open(actor, { youngPersonId: amina.id, meetingId: heldId })
		},
		'council.history': {
			allowed: ['admin'],
			attempt: ({ app }, _, actor) => app.administration.history(actor)
		}
	}
);
