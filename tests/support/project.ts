import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export const PROJECT = process.cwd();

/** Files below a folder of the project, as `src/lib/…`, of these endings. */
export function filesIn(folder: string, ...endings: readonly string[]): string[] {
	return readdirSync(join(PROJECT, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
		.map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((file) => !file.includes('node_modules/'))
		.sort();
}

export const read = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');

const IMPORT = /(?:^|[\s;}])(?:import|export)\b(?:[^'"`;()]*?\bfrom\s*)?\s*['"]([^'"\n]+)['"]/g;
const LATE_IMPORT = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;
const TYPE_ONLY = /^\s*(?:import|export)\s+type\b[^;]*?from\s*['"]([^'"\n]+)['"]/gm;

export interface Import {
	/** As it is written. */
	readonly asked: string;
	/** The file of the project it names; null for a package. */
	readonly file: string | null;
	/** Gone when the program runs. */
	readonly typeOnly: boolean;
}

/** What a TypeScript or Svelte file imports. */
export function importsOf(file: string): Import[] {
	const text = read(file);
	const typeOnly = new Set([...text.matchAll(TYPE_ONLY)].map((match) => match[1]));
	return [...text.matchAll(IMPORT), ...text.matchAll(LATE_IMPORT)].map((match) => {
		const asked = match[1] ?? '';
		return { asked, file: fileNamed(asked, file), typeOnly: typeOnly.has(asked) };
	});
}

function fileNamed(asked: string, from: string): string | null {
	const path = asked.replace(/\?.*$/, '');
	if (path.startsWith('#lib/')) return path.replace('#lib/', 'src/lib/');
	if (!path.startsWith('.')) return null;
	return relative(PROJECT, join(PROJECT, dirname(from), path))
		.split(sep)
		.join('/');
}
