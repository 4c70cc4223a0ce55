import { area } from './area.ts';

/** What her statement raises, and what is counted of it. */
export const themes = area(async () => ({}), {
	'theme.mark': {
		allowed: ['chair'],
		attempt: async ({ app, actors, statementId }, _, actor) => {
			const shown = await app.themes.ofStatement(actors.chair, statementId);
			await app.themes.mark(actor, { statementId, themeIds: [], seen: shown?.seen ?? '' });
		}
	},
	'theme.manage': {
		allowed: ['admin'],
		attempt: ({ app }, _, actor) => app.themes.toEdit(actor)
	},
	'theme.suggest': {
		allowed: ['operator'],
		attempt: ({ app }, _, actor) => app.themes.suggestForOld(actor)
	},
	'note.read': {
		allowed: ['manager'],
		attempt: ({ app }, _, actor) => app.themes.months(actor)
	}
});
