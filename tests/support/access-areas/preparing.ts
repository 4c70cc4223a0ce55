import { eq } from 'drizzle-orm';
import { NO_PLAN } from '../../../src/lib/meetings/participation-plan.ts';
import { notFound } from '../../../src/lib/server/errors.ts';
import { addAccount, addMeeting } from '../people.ts';
import { area } from './area.ts';

const PLAN = { ...NO_PLAN, helps: 'Time to think' };

export const preparing = area(
	async ({ app, actors, amina }) => {
		const { read } = app.database;
		const { accounts } = read.tables;
		const [account] = await read
			.select()
			.from(accounts)
			.where(eq(accounts.youngPersonId, amina.id));
		if (!account) await addAccount(app, amina);
		await app.preparing.writePlan(actors.chair, {
			youngPersonId: amina.id,
			version: 0,
			plan: PLAN
		});
		// Nothing is sent for this one: she can be asked again.
		const meetingId = await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: app.now() + 30 * 86_400_000,
			chairId: actors.chair.id
		});
		return { meetingId, youngPersonId: amina.id };
	},
	{
		'contact.change_own': {
			allowed: ['amina'],
			attempt: ({ app }, _, actor) =>
				app.people.changeContact(actor, { email: 'amina@example.org', mobile: '' })
		},
		'preparing.see': {
			allowed: ['chair'],
			attempt: ({ app, meetingId }, _, actor) => app.preparing.before(actor, meetingId)
		},
		'young_person.ask_again': {
			allowed: ['chair'],
			attempt: ({ app }, place, actor) => app.preparing.askAgain(actor, place)
		},
		'seen_alone.record': {
			allowed: ['chair'],
			attempt: ({ app }, place, actor) =>
				app.preparing.recordSeenAlone(actor, { ...place, seenAlone: 'no', on: null })
		},
		'brief.read': {
			allowed: ['chair'],
			attempt: ({ app, meetingId, amina }, _, actor) =>
				app.preparing.brief(actor, { meetingId, youngPersonId: amina.id })
		},
		'participation_plan.write': {
			allowed: ['chair', 'participation'],
			attempt: ({ app, amina }, _, actor) =>
				app.preparing.writePlan(actor, { youngPersonId: amina.id, version: 1, plan: PLAN })
		},
		'participation_plan.read_own': {
			allowed: ['amina'],
			attempt: async ({ app }, _, actor) => {
				const own = await app.preparing.ownPlan(actor);
				if (own?.plan.helps !== PLAN.helps) throw notFound();
			}
		}
	}
);
