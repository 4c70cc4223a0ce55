import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Period } from '../../figures/periods.ts';
import { REPORT_PARTS, type ReportPart } from '../../figures/report-parts.ts';
import { cleanText } from '../../forms/clean.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import { readInput, version } from '../administration/changing.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid } from '../errors.ts';
import { staffByIds } from '../people/staff-names.ts';

/** A part is a page or two. */
export const MOST_REPORT_TEXT = 12_000;

export interface ReportText {
	readonly part: ReportPart;
	/** Empty while nothing is written. */
	readonly words: string;
	/** Counts its changes; 0 where there were none. */
	readonly version: number;
	readonly changed: { readonly at: number; readonly by: string } | null;
}

const place = (id: string) => ({ table: 'report_texts', row: id, column: 'words' }) as const;

/** All parts of one period's report. */
export async function readTexts(
	core: Core,
	queries: Queries,
	period: Period
): Promise<ReportText[]> {
	const rows = await queries
		.select()
		.from(queries.tables.reportTexts)
		.where(ofPeriod(queries, period));
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ byStaffId }) => byStaffId ?? [])
	);
	return REPORT_PARTS.map((part) => {
		const row = rows.find((one) => one.part === part);
		if (!row) return { part, words: '', version: 0, changed: null };
		return {
			part,
			words: core.vault.council.openText(core.vault.councilKeyId, place(row.id), row.wordsSealed),
			version: row.version,
			changed: { at: row.updatedAt, by: staff.get(row.byStaffId ?? '')?.name ?? '' }
		};
	});
}

const change = v.object({
	part: v.picklist(REPORT_PARTS),
	words: v.pipe(v.string(), v.transform(cleanText)),
	version
});

/**
 * Keeps one part of a period's report. The same words sent twice change nothing.
 * @param input.version of the part that was seen
 * @throws Refusal invalid `answer_too_long`; conflict `report_changed` where somebody else wrote in between
 */
export async function writeText(
	core: Core,
	actor: Actor,
	period: Period,
	input: { readonly part: string; readonly words: string; readonly version: number }
): Promise<void> {
	demandOfStaff('report.write', actor);
	const { part, words, version: seen } = readInput(change, input);
	if (words.length > MOST_REPORT_TEXT) throw invalid('answer_too_long', { most: MOST_REPORT_TEXT });
	await core.database.inTransaction(async (tx) => {
		const before = (await readTexts(core, tx, period)).find((one) => one.part === part);
		if (before?.words === words) return;
		if ((before?.version ?? 0) !== seen) throw conflict('report_changed');
		await keep(core, tx, { period, part, words, version: seen + 1, byStaffId: actor.id });
		await core.audit.record(tx, {
			action: 'report.written',
			actor,
			detail: { ...period, part, version: seen + 1 }
		});
	});
}

async function keep(
	core: Core,
	tx: Tx,
	text: {
		readonly period: Period;
		readonly part: ReportPart;
		readonly words: string;
		readonly version: number;
		readonly byStaffId: string;
	}
): Promise<void> {
	const { reportTexts } = tx.tables;
	const { period, part, words, ...rest } = text;
	const [there] = await tx
		.select({ id: reportTexts.id })
		.from(reportTexts)
		.where(and(ofPeriod(tx, period), eq(reportTexts.part, part)));
	const id = there?.id ?? randomUUID();
	const row = {
		...rest,
		wordsSealed: core.vault.council.sealText(core.vault.councilKeyId, place(id), words),
		updatedAt: core.now()
	};
	if (there) await tx.update(reportTexts).set(row).where(eq(reportTexts.id, id));
	else
		await tx.insert(reportTexts).values({ ...row, id, part, fromOn: period.from, toOn: period.to });
}

function ofPeriod({ tables: { reportTexts } }: Queries, { from, to }: Period) {
	return and(eq(reportTexts.fromOn, from), eq(reportTexts.toOn, to));
}
