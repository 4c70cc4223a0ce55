import { count, desc } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { staffByIds } from '../people/staff-names.ts';

const A_PAGE = 25;

/** One change of one setting. */
export interface SettingChangeView {
	readonly id: string;
	readonly at: number;
	/** Null: the operator, or somebody nobody knows any more. */
	readonly by: string | null;
	readonly key: string;
	readonly part: string | null;
	/** As it was stored; null where nothing was set. */
	readonly was: unknown;
	readonly became: unknown;
}

export interface SettingHistory {
	/** Newest first. */
	readonly changes: readonly SettingChangeView[];
	readonly page: number;
	readonly pages: number;
}

export async function settingHistory(
	core: Core,
	queries: Queries,
	input: { readonly page?: number }
): Promise<SettingHistory> {
	const { settingsHistory } = queries.tables;
	const [counted] = await queries.select({ total: count() }).from(settingsHistory);
	const pages = Math.max(1, Math.ceil(Number(counted?.total ?? 0) / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
	const rows = await queries
		.select()
		.from(settingsHistory)
		.orderBy(desc(settingsHistory.at), desc(settingsHistory.id))
		.limit(A_PAGE)
		.offset((page - 1) * A_PAGE);
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ byStaffId }) => byStaffId ?? [])
	);
	return {
		changes: rows.map(({ id, at, byStaffId, key, part, was, became }) => ({
			id,
			at,
			by: staff.get(byStaffId ?? '')?.name ?? null,
			key,
			part,
			was: valueOf(was),
			became: valueOf(became)
		})),
		page,
		pages
	};
}

const valueOf = (json: string | null): unknown => (json === null ? null : JSON.parse(json));
