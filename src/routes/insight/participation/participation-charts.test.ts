import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AGE_BANDS } from '#lib/figures/age-bands.ts';
import type { Chart } from '#lib/figures/chart.ts';
import {
	GROUPS,
	NOT_KNOWN,
	participationRow,
	spanOf,
	type CodeCount,
	type Group,
	type ParticipationGroup,
	type ParticipationView
} from '#lib/figures/meeting-figures.ts';
import { monthsOf, yearBefore, type Period } from '#lib/figures/periods.ts';
import { createTranslators } from '#lib/language/translator.ts';
import { PARTICIPATION_CODES } from '#lib/meetings/participation.ts';
import { readLocaleFiles } from '#lib/server/language/locale-files.ts';
import { codesChart, groupCharts, monthsChart, sharesChart } from './participation-charts.ts';

const translator = createTranslators(readLocaleFiles())('en');
const PERIOD: Period = { from: '2025-04-01', to: '2026-03-31' };

const counts: fc.Arbitrary<CodeCount[]> = fc.array(
	fc.record({
		code: fc.constantFrom(...PARTICIPATION_CODES, null),
		ageBand: fc.constantFrom(...AGE_BANDS, null),
		count: fc.integer({ min: 1, max: 40 })
	}),
	{ maxLength: 8 }
);

const views: fc.Arbitrary<ParticipationView> = fc
	.array(counts, { minLength: 12, maxLength: 12 })
	.chain((now) => fc.array(counts, { minLength: 12, maxLength: 12 }).map((then) => ({ now, then })))
	.map(({ now, then }) => {
		const span = (period: Period, byMonth: CodeCount[][]) =>
			spanOf(
				period,
				new Map(monthsOf(period).map((month, at) => [month, byMonth[at] ?? []])),
				(months) => participationRow(months.flat())
			);
		const group = (value: string): ParticipationGroup => ({
			...participationRow(now.flat()),
			...{ value, name: value }
		});
		const values: Readonly<Record<Group, readonly string[]>> = {
			...{ age: ['4_to_9', NOT_KNOWN], sex: ['female'], ethnicity: ['White British; other'] },
			...{ disabled: ['yes', 'no'], unaccompanied: [NOT_KNOWN], team: ['East & West'], officer: [] }
		};
		return {
			...span(PERIOD, now),
			...{ kind: 'looked_after_review', before: span(yearBefore(PERIOD), then) },
			groups: Object.fromEntries(GROUPS.map((one) => [one, values[one].map(group)])) as Record<
				Group,
				ParticipationGroup[]
			>
		};
	});

const sums = ({ rows }: Chart): number[] =>
	rows.map(({ values }) => values.reduce<number>((all, one) => all + (one ?? 0), 0));

test('the parts of every month are all children of four and older, and the codes all entries', () => {
	fc.assert(
		fc.property(views, (view) => {
			expect(sums(monthsChart(view, translator))).toEqual(
				view.months.map((row) => row.reviewsOfChildrenAged4AndOver)
			);
			const codes = codesChart(view, translator).rows.map(({ values }) => values);
			for (const [at, { total }] of [view, view.before].entries())
				expect(codes.reduce((all, values) => all + (values[at] ?? 0), 0)).toBe(total.entries);
			const shares = sharesChart(view, translator).rows.map(({ values }) => values);
			expect(shares).toEqual(
				view.months.map((row, at) => [
					row.participatedPercent,
					row.attendedPercent,
					view.before.months[at]?.participatedPercent ?? null
				])
			);
			for (const chart of groupCharts(view, translator))
				for (const sum of sums(chart)) expect(Math.abs(sum - 100)).toBeLessThanOrEqual(0.2);
		})
	);
});

test('every number leads to the list of its own meetings', () => {
	const [view] = fc.sample(views, { numRuns: 1, seed: 4 });
	if (!view) throw new Error('nothing to look at');
	const [chart] = groupCharts(view, translator).filter(({ title }) =>
		title.endsWith('by ethnicity')
	);
	const [href] = chart?.rows[0]?.hrefs ?? [];
	const { pathname, searchParams } = new URL(href ?? '', 'http://site');

	expect(pathname).toBe('/insight/list/meetings');
	expect(Object.fromEntries(searchParams)).toEqual({
		...PERIOD,
		...{ kind: 'looked_after_review', participated: 'yes', ethnicity: 'White British; other' }
	});
	const before = codesChart(view, translator).rows.at(-1)?.hrefs?.[1] ?? '';
	expect(new URL(before, 'http://site').search).toBe(
		'?from=2024-04-01&to=2025-03-31&kind=looked_after_review&code=none'
	);
});
