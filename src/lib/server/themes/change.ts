import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { themeName } from '../../figures/theme-name.ts';
import { cleanLine } from '../../forms/clean.ts';
import type { Translator } from '../../language/translator.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import type { Tx } from '../db/database.ts';
import { themesWithRows, versionOf, type Theme } from './list.ts';

export const MOST_IN_A_THEME_NAME = 60;
/** More cannot be looked through when one is to be found. */
export const MOST_THEMES = 40;

const seen = { version: v.pipe(v.number(), v.integer(), v.minValue(0)), id: v.string() };
const change = v.variant('do', [
	/** With an id that the page made: sent twice, it is there once. */
	v.object({ do: v.literal('add'), ...seen, name: v.string() }),
	/** An empty name gives one of Sayso's its own back. */
	v.object({ do: v.literal('rename'), ...seen, name: v.string() }),
	v.object({ do: v.picklist(['up', 'down', 'retire', 'bring_back']), ...seen })
]);
export type ThemeChange = v.InferInput<typeof change>;
type Wanted = v.InferOutput<typeof change>;

/**
 * Changes the list of themes, one thing at a time. What statements were said to raise stays with them.
 * @throws Refusal conflict `theme_list_changed`; invalid `theme_name`, `theme_name_taken`, `theme_too_many`
 */
export function changeThemes(
	core: Core,
	translators: readonly Translator[],
	actor: Actor,
	input: ThemeChange
): Promise<void> {
	demandOfStaff('theme.manage', actor);
	const parsed = v.safeParse(change, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const wanted = parsed.output;
	return core.database.inTransaction(async (tx) => {
		const before = await themesWithRows(core, tx);
		const after = changed(before, wanted, translators);
		const different = after.filter((theme) => before.every((one) => one !== theme));
		const order = after.map(({ id }) => id);
		const moved = before.some(({ id }, place) => order[place] !== id);
		if (different.length === 0 && !moved) return;
		if (wanted.version !== versionOf(before)) throw conflict('theme_list_changed');
		if (after.filter(({ active }) => active).length > MOST_THEMES)
			throw invalid('theme_too_many', { most: MOST_THEMES });
		await keep(core, tx, after, new Set([...different.map(({ id }) => id), wanted.id]));
		await core.audit.record(tx, {
			action: 'theme.changed',
			actor,
			subject: { kind: 'theme', id: wanted.id },
			detail: { what: wanted.do }
		});
	});
}

/** The list with the change in it; a theme that is as it was is the same object. */
function changed(
	themes: readonly Theme[],
	wanted: Wanted,
	translators: readonly Translator[]
): Theme[] {
	const theme = themes.find(({ id }) => id === wanted.id);
	if (wanted.do === 'add') {
		if (!isId(wanted.id)) throw invalid('form_unreadable');
		if (theme) return [...themes];
		const name = nameOf(wanted.name, null, themes, translators);
		return [...themes, { id: wanted.id, code: null, name, active: true, version: 0 }];
	}
	if (!theme) throw notFound();
	if (wanted.do === 'rename') {
		const name = nameOf(wanted.name, theme, themes, translators);
		return name === theme.name ? [...themes] : withOne(themes, { ...theme, name });
	}
	if (wanted.do === 'up' || wanted.do === 'down')
		return moved(themes, theme, wanted.do === 'up' ? -1 : 1);
	const active = wanted.do === 'bring_back';
	return active === theme.active ? [...themes] : withOne(themes, { ...theme, active });
}

const withOne = (themes: readonly Theme[], theme: Theme): Theme[] =>
	themes.map((one) => (one.id === theme.id ? theme : one));

/** Past its neighbour among those in use: retired ones between them are not seen. */
function moved(themes: readonly Theme[], theme: Theme, by: 1 | -1): Theme[] {
	const inUse = themes.filter(({ active }) => active);
	const neighbour = inUse[inUse.indexOf(theme) + by];
	if (!theme.active || !neighbour) return [...themes];
	const rest = themes.filter((one) => one !== theme);
	const place = rest.indexOf(neighbour) + (by === 1 ? 1 : 0);
	return [...rest.slice(0, place), theme, ...rest.slice(place)];
}

/** @throws Refusal invalid `theme_name`, `theme_name_taken` */
function nameOf(
	typed: string,
	theme: Theme | null,
	themes: readonly Theme[],
	translators: readonly Translator[]
): string | null {
	const name = cleanLine(typed);
	if (name.length > MOST_IN_A_THEME_NAME || (name === '' && (theme?.code ?? null) === null))
		throw invalid('theme_name', { most: MOST_IN_A_THEME_NAME });
	if (name === '') return null;
	const alike = (other: string) => other.localeCompare(name, 'en', { sensitivity: 'base' }) === 0;
	// Sayso's own name for it, typed again, is that and no name of the council's.
	if (
		theme?.code &&
		translators.some((translator) => alike(themeName(translator, { ...theme, name: null })))
	)
		return null;
	const taken = themes.some(
		(one) => one !== theme && translators.some((translator) => alike(themeName(translator, one)))
	);
	if (taken) throw invalid('theme_name_taken');
	return name;
}

async function keep(
	core: Core,
	tx: Tx,
	themes: readonly Theme[],
	touched: ReadonlySet<string>
): Promise<void> {
	const { themes: table } = tx.tables;
	const before = await tx.select({ id: table.id, position: table.position }).from(table);
	const positions = new Map(before.map(({ id, position }) => [id, position]));
	for (const [position, { id, code, name, active, version }] of themes.entries()) {
		const row = {
			name,
			active: active ? 1 : 0,
			position,
			version: version + (touched.has(id) ? 1 : 0)
		};
		if (!positions.has(id))
			await tx.insert(table).values({ id, code, ...row, createdAt: core.now() });
		else if (touched.has(id) || positions.get(id) !== position)
			await tx.update(table).set(row).where(eq(table.id, id));
	}
}
