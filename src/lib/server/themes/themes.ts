import type { Translator } from '../../language/translator.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { changeThemes, type ThemeChange } from './change.ts';
import { readThemes, versionOf, type Theme } from './list.ts';
import { themeOfYear, themesOfYear } from './figures.ts';
import { markThemes, themesOfStatement } from './mark.ts';
import { monthsWithNote, noteOf, type Note } from './note.ts';
import { noteDocument } from './note-document.ts';
import type { Document } from '../documents/document.ts';
import { suggestForOld } from './suggest.ts';

export type Themes = ReturnType<typeof createThemes>;

/** The list as the administrator changes it. */
export interface ThemesToEdit {
	readonly inUse: readonly Theme[];
	readonly retired: readonly Theme[];
	readonly version: number;
}

/**
 * What young people raise: suggested by what they answered, confirmed by who reads it, counted over many. A theme hangs
 * on a statement and on nobody: there is no list of what one young person raised.
 */
export function createThemes(
	core: Core,
	{
		translator,
		council
	}: { readonly translator: (tag: string) => Translator; readonly council: () => string }
) {
	const { read } = core.database;
	const translators = LANGUAGES.map(({ tag }) => translator(tag));
	return {
		async toEdit(actor: Actor): Promise<ThemesToEdit> {
			demandOfStaff('theme.manage', actor);
			const themes = await readThemes(read);
			return {
				inUse: themes.filter(({ active }) => active),
				retired: themes.filter(({ active }) => !active),
				version: versionOf(themes)
			};
		},
		change: (actor: Actor, input: ThemeChange) => changeThemes(core, translators, actor, input),
		ofStatement: (actor: Actor, statementId: string) =>
			themesOfStatement(core, read, actor, statementId),
		mark: (actor: Actor, input: Parameters<typeof markThemes>[2]) => markThemes(core, actor, input),
		suggestForOld: (actor: Actor) => suggestForOld(core, actor),
		/** @param start the year a financial year begins in; null: the running one */
		ofYear: (actor: Actor, start: number | null) => themesOfYear(core, actor, start),
		oneOfYear: (actor: Actor, themeId: string, start: number | null) =>
			themeOfYear(core, actor, themeId, start),
		/** The months there is a note of, `YYYY-MM`, the latest first. */
		months: (actor: Actor) => monthsWithNote(core, read, actor),
		note: (actor: Actor, month: string): Promise<Note> => noteOf(core, actor, month),
		/** The same to be printed. */
		async noteDocument(actor: Actor, month: string, language: string): Promise<Document> {
			return noteDocument(await noteOf(core, actor, month), council(), translator(language));
		}
	};
}
