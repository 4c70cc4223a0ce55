import { OF_NOBODY } from '../forms/nobody.ts';
import type { Form } from '../forms/definition.ts';
import { wordsOf } from '../forms/words.ts';
import { monthName } from '../language/dates.ts';
import { languageName } from '../language/names.ts';
import type { Translator } from '../language/translator.ts';
import type { Cell } from './report-cells.ts';
import type { ReportColumn, ReportRow, ReportTable } from './report-table.ts';

/** How the tables of the annual report are said in one language. */
export interface ReportWords {
	caption(table: ReportTable): string;
	/** The heading of the column of rows. */
	rowsLabel(table: ReportTable): string;
	column(column: ReportColumn): string;
	row(table: ReportTable, row: ReportRow): string;
	cell(cell: Cell, unit: 'count' | 'percent'): string;
}

/** @param survey the form that parents answer: its questions name the rows of their answers */
export function reportWords(translator: Translator, survey: Form): ReportWords {
	const { t, language } = translator;
	const form = wordsOf(survey, 'standard', translator);
	const questions = new Map(
		survey.pages.flatMap((page) => page.questions.map((question) => [question.id, question]))
	);
	const numbers = new Intl.NumberFormat(`${language.tag}-u-nu-latn`);

	function answer(id: string): string {
		const [question = '', code] = id.split('.');
		const title = form.questionTitle(question);
		if (code === undefined) return t('report:row.answered', { question: title });
		const known = questions.get(question);
		const label = known ? form.labels(known, OF_NOBODY)[code] : undefined;
		return t('report:row.answer', { question: title, answer: label ?? code });
	}

	function part(table: ReportTable, id: string): string {
		switch (table.id) {
			case 'codes':
				return id === 'not_recorded'
					? t('report:row.not_recorded')
					: t('report:row.code', { code: id, meaning: t(`after:code.${id}`) });
			case 'statements_form':
				return t(`${id}:title`);
			case 'statements_language':
				return languageName(id, language);
			case 'statements_status':
				return t(`report:status.${id}`);
			case 'requests':
				return t(`report:request.${id}`);
			case 'survey_answers':
				return answer(id);
			case 'reviews':
			case 'after_reviews':
			case 'conferences':
			case 'participation':
			case 'survey':
			case 'voice':
				return t(`report:row.${id}`);
		}
	}

	return {
		caption: ({ id }) => t(`report:table.${id}.caption`),
		rowsLabel: ({ id }) => t(`report:table.${id}.rows`),
		column: ({ id, before }) => t(before ? `report:column_before.${id}` : `report:column.${id}`),
		row(table, { id, kind }) {
			if (kind === 'month') return monthName(id, language);
			if (kind === 'quarter') return t('report:row.quarter', { number: id.slice(-1) });
			return kind === 'total' ? t('report:row.total') : part(table, id);
		},
		cell(cell, unit) {
			if (cell === 'hidden') return t('insight:hidden');
			if (cell === null) return t('report:nothing');
			if (unit === 'count') return numbers.format(cell);
			return t('report:percent', { share: cell.toFixed(1) });
		}
	};
}
