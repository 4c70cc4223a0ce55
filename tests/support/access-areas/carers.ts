import { randomUUID } from 'node:crypto';
import { answerAsCarer } from '../carers.ts';
import { addMeeting } from '../people.ts';
import { area } from './area.ts';

/** A review of hers and her brother's, before which a carer of hers has answered. */
export const carers = area(
	async ({ app, actors, amina }) => {
		const chair = { id: actors.chair.id, actor: actors.chair };
		const meetingId = await addMeeting(app, {
			youngPersonIds: [amina.id, actors.brother.id],
			scheduledAt: app.now() + 30 * 86_400_000,
			chairId: actors.chair.id
		});
		const place = { meetingId, youngPersonId: amina.id };
		const { id } = await answerAsCarer(app, chair, place, { '1': { kind: 'faces', value: 4 } });
		const open = randomUUID();
		await app.carers.ask(actors.chair, {
			...{ ...place, id: open, name: 'Joe Diaz', email: 'joe@home.example' },
			...{ role: 'key_worker', language: 'en' }
		});
		return { meetingId, answered: id, open };
	},
	{
		'carer.ask': {
			allowed: ['chair', 'participation'],
			attempt: async ({ app }, { meetingId, open }, actor) => {
				await app.carers.asked(actor, meetingId);
				await app.carers.askAgain(actor, { meetingId, consultationId: open });
			}
		},
		'carer.read': {
			allowed: ['chair'],
			attempt: ({ app }, { meetingId, answered }, actor) =>
				app.carers.open(actor, { meetingId, consultationId: answered })
		}
	}
);
