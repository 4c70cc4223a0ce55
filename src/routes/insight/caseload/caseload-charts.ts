import type { Chart } from '#lib/figures/chart.ts';
import type { CaseloadFiguresView, OfficerCaseload } from '#lib/figures/meeting-figures.ts';
import type { Translator } from '#lib/language/translator.ts';

type Load = 'lookedAfter' | 'onPlan' | 'careLeavers';

/** How many young people of one kind each officer has; what the handbook says is of looked-after children alone. */
export function loadChart(view: CaseloadFiguresView, load: Load, translator: Translator): Chart {
	const { t } = translator;
	const { from, to } = view.handbook;
	return {
		kind: 'bars',
		title: t(`held:caseload.${load}`),
		rowsLabel: t('held:group.officer'),
		unit: 'count',
		series: [{ id: load, label: t('held:caseload.young_people') }],
		rows: view.officers.map((officer) => ({
			id: officer.officerId ?? '-',
			label: nameOf(officer, translator),
			values: [officer[load]],
			hrefs: [
				officer.officerId === null || officer.gone
					? '/desk/cover'
					: `/desk/meetings?officer=${officer.officerId}`
			]
		})),
		...(load === 'lookedAfter'
			? { between: { from, to, label: t('held:caseload.handbook', { from, to }) } }
			: {})
	};
}

function nameOf({ name, gone }: OfficerCaseload, { t }: Translator): string {
	if (name === null) return t('held:nobody');
	return gone ? t('held:caseload.gone', { name }) : name;
}
