import { OPERATOR } from '../lib/server/access.ts';
import { readArguments, type Command } from './command.ts';

export const themesSuggest: Command = {
	name: 'themes suggest',
	parameters: '',
	summary: 'Suggests themes for statements sent before there were any.',
	help: [
		'By which questions were answered, and how the closed ones were: no words are read for it. A statement that has',
		'themes keeps them as they are. Run it once after an upgrade, or never; a second run changes nothing.'
	].join('\n'),
	async run(args) {
		readArguments(args, {}, { least: 0, most: 0 });
		const { withApp } = await import('./with-app.ts');
		const given = await withApp((app) => app.themes.suggestForOld(OPERATOR));
		console.info(`${given} statements have themes now that had none.`);
		return 0;
	}
};
