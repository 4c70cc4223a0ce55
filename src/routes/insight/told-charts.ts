import type { Chart } from '#lib/figures/chart.ts';
import type { ToldTable } from '#lib/figures/hiding.ts';
import { NOT_KNOWN } from '#lib/figures/meeting-figures.ts';
import { monthName } from '#lib/language/dates.ts';
import { languageName } from '#lib/language/names.ts';
import type { Translator } from '#lib/language/translator.ts';
import { heardWord } from './heard-words.ts';

/** A table with numbers hidden in it, and what it is called. Without a chart all of it is hidden. */
export interface ToldChart {
	readonly id: string;
	readonly title: string;
	readonly chart: Chart | null;
}

/** @param of where the words of its rows are: `month`, `kind`, or what the table is by */
export function toldChart(
	translator: Translator,
	title: string,
	table: ToldTable,
	of: string = table.id
): ToldChart {
	const { t } = translator;
	const isAbsence = (id: string) => id === NOT_KNOWN || id === 'no_due_date' || id === 'running';
	// An empty row for what is missing would only raise a question.
	const cells = table.cells.filter(({ id, count }) => count !== 0 || !isAbsence(id));
	return {
		id: `${of}-${table.id}`,
		title,
		chart:
			table.cells.length === 0
				? null
				: {
						kind: of === 'month' ? 'columns' : 'bars',
						title,
						rowsLabel: t(`figures:by.${of}`),
						unit: 'count',
						series: [{ id: 'count', label: t('figures:count') }],
						rows: cells.map(({ id, count }) => ({
							id,
							label: rowLabel(translator, of, id),
							values: [count]
						}))
					}
	};
}

function rowLabel(translator: Translator, of: string, id: string): string {
	const { t, language } = translator;
	if (of === 'code') return t(`held:code.${id === NOT_KNOWN ? 'none' : id}`);
	if (id === NOT_KNOWN) return t('held:not_known');
	switch (of) {
		case 'month':
			return monthName(id, language);
		case 'language':
			return languageName(id, language);
		case 'form':
			return t(`${id}:title`);
		case 'face':
			return t(`desk:face.${id}`);
		case 'care_status':
			return t(`report:status.${id}`);
		case 'unaccompanied':
			return t(`held:yes_no.${id}`);
		case 'kind':
			return t(`desk:requests.kind.${id}`);
		case 'stage':
			return t(`asked:staff.stage.${id}`);
		case 'age':
		case 'in_time':
		case 'decisions':
		case 'records':
			return t(`figures:row.${id}`);
		case 'sex':
			return heardWord(translator, of, id);
		default:
			// As the case system calls it.
			return id;
	}
}
