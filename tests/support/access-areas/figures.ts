import { area } from './area.ts';

const YEAR = { from: '2026-04-01', to: '2027-03-31' };

/** Nothing has to be there: a count of nothing is one too. */
export const figures = area(async () => ({}), {
	'figures.list': {
		allowed: ['manager'],
		attempt: ({ app }, _, actor) => app.meetingFigures.list(actor, YEAR, { month: '2026-11' })
	},
	'participation.export': {
		allowed: ['operator'],
		attempt: ({ app }, _, actor) => app.report.participation(actor, YEAR)
	}
});
