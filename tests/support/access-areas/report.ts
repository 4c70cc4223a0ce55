import { financialYear } from '../../../src/lib/figures/periods.ts';
import { addMeeting } from '../people.ts';
import { area } from './area.ts';

const YEAR = financialYear(2026);

/** A review of Amina’s was held yesterday, and nobody said how she took part. */
export const report = area(
	async ({ app, actors, amina }) => ({
		meetingId: await addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: app.now() - 86_400_000,
			heldOn: '2026-11-20',
			chairId: actors.chair.id
		}),
		youngPersonId: amina.id
	}),
	{
		'report.write': {
			allowed: ['manager'],
			attempt: ({ app }, _of, actor) =>
				app.report.write(actor, YEAR, { part: 'introduction', words: '', version: 0 })
		},
		'report.print': {
			allowed: ['operator'],
			attempt: ({ app }, _of, actor) => app.report.operatorDocument(actor, YEAR)
		},
		'completeness.see': {
			allowed: ['manager'],
			attempt: ({ app }, _of, actor) => app.completeness.missing(actor, {})
		},
		'participation.complete': {
			allowed: ['manager'],
			attempt: ({ app }, of, actor) => app.completeness.recordCode(actor, { ...of, code: 'PN1' })
		}
	}
);
