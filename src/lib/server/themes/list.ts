import { THEME_CODES } from '../../figures/theme-codes.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';

/** A theme of the council's list. Those Sayso begins with have their code for an id. */
export interface Theme {
	readonly id: string;
	/** ThemeCode of `figures/themes.ts`; null for one of the council's own. */
	readonly code: string | null;
	/** As the council calls it; null where it kept Sayso's name. */
	readonly name: string | null;
	/** Offered and suggested; a retired one stays with what it was said of. */
	readonly active: boolean;
	readonly version: number;
}

/**
 * Every theme in its order, retired ones too. What nobody has changed yet has no row: a database that was only looked at
 * stays empty, and a backup can still be brought back into it.
 */
export async function readThemes(queries: Queries): Promise<Theme[]> {
	const rows = await queries.select().from(queries.tables.themes);
	const known = new Set(rows.map(({ id }) => id));
	const begun = THEME_CODES.flatMap((code, position) =>
		known.has(code) ? [] : [{ id: code, code, name: null, position, active: 1, version: 0 }]
	);
	return [...rows, ...begun]
		.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
		.map(({ id, code, name, active, version }) => ({
			id,
			code,
			name,
			active: active === 1,
			version
		}));
}

/** The same, each with a row for a statement to hang on. */
export async function themesWithRows(core: Core, tx: Tx): Promise<Theme[]> {
	const { themes } = tx.tables;
	const kept = await tx.select({ id: themes.id }).from(themes);
	const known = new Set(kept.map(({ id }) => id));
	const missing = THEME_CODES.filter((code) => !known.has(code));
	if (missing.length > 0)
		await tx.insert(themes).values(
			missing.map((code) => ({
				id: code,
				code,
				name: null,
				position: THEME_CODES.indexOf(code),
				active: 1,
				version: 0,
				createdAt: core.now()
			}))
		);
	return readThemes(tx);
}

/** Of the list as somebody saw it: every change of it makes it another. */
export const versionOf = (themes: readonly Theme[]): number =>
	themes.reduce((sum, { version }) => sum + version, 0);
