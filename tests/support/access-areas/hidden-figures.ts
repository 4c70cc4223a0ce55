import { addMeeting } from '../people.ts';
import { area } from './area.ts';

/** A review of hers in a financial year that is over: there is a year to tell. */
export const hiddenFigures = area(
	async ({ app, actors, amina }) => {
		await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: app.now() - 300 * 86_400_000,
			heldOn: '2026-01-20',
			chairId: actors.chair.id
		});
		return { year: '2025' };
	},
	{
		'figures.see_year': {
			allowed: [
				...(['chair', 'oldChair', 'anotherOfficer', 'manager'] as const),
				...(['complaints', 'complainedAbout', 'participation'] as const)
			],
			attempt: ({ app }, { year }, actor) => app.yearFigures.see(actor, year)
		},
		'figures.tell_year': {
			allowed: ['manager'],
			attempt: ({ app }, { year }, actor) => app.yearFigures.tell(actor, year)
		}
	}
);
