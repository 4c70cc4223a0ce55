import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslators, type Resources, type Translator } from '../../language/translator.ts';

const FOLDER = 'src/lib/language/locales';

/** Reads every locale file below the project's folder: `locales/<language>/<namespace>.json`. */
export function readLocaleFiles(project: string = process.cwd()): Resources {
	const folder = join(project, FOLDER);
	return Object.fromEntries(
		readdirSync(folder).map((language) => [
			language,
			Object.fromEntries(
				readdirSync(join(folder, language)).map((file) => [
					file.replace(/\.json$/, ''),
					JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as object
				])
			)
		])
	);
}

let translators: ((tag: string) => Translator) | undefined;

/** Hands out the words of every language that has files. They are read once: they are the same as long as Sayso runs. */
export function translatorsOfFiles(): (tag: string) => Translator {
	return (translators ??= createTranslators(readLocaleFiles()));
}
