import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { demandOfStaff, may, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { staffByIds } from '../people/staff-names.ts';
import { findStatement } from '../statements/standings.ts';
import { readThemes, themesWithRows, type Theme } from './list.ts';
import { monthOf } from './suggest.ts';

/** The themes of one statement, for whoever answers it. */
export interface StatementThemes {
	readonly themes: readonly (Pick<Theme, 'id' | 'code' | 'name' | 'active'> & {
		/** By what was answered; the others were added, or can be. */
		readonly suggested: boolean;
		/** What the officer said of it last; null: nothing yet. */
		readonly confirmed: 'yes' | 'no' | null;
	})[];
	/** Of what is shown: what was changed meanwhile is not written over. */
	readonly seen: string;
	/** Who said last what it raises. */
	readonly marked: { readonly by: string | null; readonly at: number } | null;
}

/** @returns null for who may not say what it raises, and for a request: what is asked for there is known by its kind */
export async function themesOfStatement(
	core: Core,
	queries: Queries,
	actor: Actor,
	statementId: string
): Promise<StatementThemes | null> {
	const { row, standings } = await findStatement(queries, actor, statementId);
	if (!may('theme.mark', standings) || row.goesTo === 'handler') return null;
	const rows = await rowsOf(queries, row.id);
	const byTheme = new Map(rows.map((one) => [one.themeId, one]));
	const all = await readThemes(queries);
	const last = rows
		.filter(({ byStaffId }) => byStaffId !== null)
		.toSorted((a, b) => b.at - a.at)
		.at(0);
	const staff = await staffByIds(core, queries, last?.byStaffId ? [last.byStaffId] : []);
	return {
		themes: all
			.filter(({ id, active }) => active || byTheme.has(id))
			.map(({ id, code, name, active }) => {
				const kept = byTheme.get(id);
				return {
					...{ id, code, name, active },
					suggested: kept?.source === 'answers',
					confirmed: kept?.confirmed === 'yes' || kept?.confirmed === 'no' ? kept.confirmed : null
				};
			}),
		seen: stampOf(rows),
		marked: last ? { by: staff.get(last.byStaffId ?? '')?.name ?? null, at: last.at } : null
	};
}

const request = v.object({
	statementId: v.string(),
	/** Of those shown the ids that were ticked. */
	themeIds: v.pipe(v.array(v.string()), v.maxLength(200)),
	seen: v.string()
});

/**
 * Says what a statement raises: every suggestion is confirmed or taken away, and others are added. May be said anew as
 * often as wanted; said twice the same, it is said once.
 * @throws Refusal conflict `theme_marked_meanwhile`; invalid `theme_retired` for one that can no longer be added
 */
export function markThemes(
	core: Core,
	actor: Actor,
	input: v.InferInput<typeof request>
): Promise<void> {
	const parsed = v.safeParse(request, input);
	if (!parsed.success) throw invalid('form_unreadable');
	const { statementId, themeIds, seen } = parsed.output;
	return core.database.inTransaction(async (tx) => {
		const { row, standings } = await findStatement(tx, actor, statementId);
		demandOfStaff('theme.mark', actor, standings);
		if (row.goesTo === 'handler') throw notFound();
		const themes = new Map((await themesWithRows(core, tx)).map((theme) => [theme.id, theme]));
		if (themeIds.some((id) => !themes.has(id))) throw invalid('form_unreadable');
		const before = await rowsOf(tx, row.id);
		const ticked = new Set(themeIds);
		const changes = before
			.map((one) => ({ ...one, wanted: ticked.has(one.themeId) ? 'yes' : 'no' }))
			.filter(({ confirmed, wanted }) => confirmed !== wanted);
		const added = [...ticked].filter((id) => before.every(({ themeId }) => themeId !== id));
		if (changes.length + added.length === 0) return;
		if (seen !== stampOf(before)) throw conflict('theme_marked_meanwhile');
		if (added.some((id) => themes.get(id)?.active !== true)) throw invalid('theme_retired');

		const { statementThemes } = tx.tables;
		const said = { byStaffId: actor.id, at: core.now() };
		for (const { themeId, wanted } of changes)
			await tx
				.update(statementThemes)
				.set({ confirmed: wanted, ...said })
				.where(and(eq(statementThemes.statementId, row.id), eq(statementThemes.themeId, themeId)));
		if (added.length > 0)
			await tx.insert(statementThemes).values(
				added.map((themeId) => ({
					...{ statementId: row.id, themeId, source: 'officer', confirmed: 'yes' },
					month: monthOf(row.sentAt),
					...said
				}))
			);
		await core.audit.record(tx, {
			action: 'theme.marked',
			actor,
			youngPersonId: row.youngPersonId,
			subject: { kind: 'statement', id: row.id },
			// Which ones stands with the statement alone: the chain is no list of what somebody raised.
			detail: { changed: changes.length, added: added.length }
		});
	});
}

function rowsOf(queries: Queries, statementId: string) {
	const { statementThemes } = queries.tables;
	return queries
		.select()
		.from(statementThemes)
		.where(eq(statementThemes.statementId, statementId))
		.orderBy(asc(statementThemes.themeId));
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const stampOf = (rows: readonly Pick<Row, 'themeId' | 'source' | 'confirmed'>[]): string =>
	createHash('sha256')
		.update(
			JSON.stringify(rows.map(({ themeId, source, confirmed }) => [themeId, source, confirmed]))
		)
		.digest('base64url')
		.slice(0, 16);
