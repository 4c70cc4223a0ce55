import type { ToldReport } from './annual-report.ts';
import { codeRows, inTimeRows, participationRows, reviewRows } from './report-meetings.ts';
import {
	REPORT_TABLES,
	type ReportRows,
	type ReportTable,
	type ReportTableId
} from './report-table.ts';
import { answerRows, countedRows, surveyRows, voiceRows } from './report-voices.ts';

/**
 * The tables of the annual report: months, quarters and the whole, with the year before beside it.
 * @param before the report of the same period a year before
 */
export function reportTables(now: ToldReport, before: ToldReport): ReportTable[] {
	const tables: Readonly<Record<ReportTableId, () => ReportRows>> = {
		reviews: () => reviewRows(now, before),
		after_reviews: () => afterReviews(now, before),
		conferences: () => conferences(now, before),
		codes: () => codeRows(now.participation, before.participation),
		participation: () => participationRows(now.participation, before.participation),
		survey: () => surveyRows(now.parentSurvey, before.parentSurvey, now.period),
		survey_answers: () => answerRows(now.parentSurvey),
		statements_form: () => countedRows(now.statements.byForm, before.statements.byForm),
		statements_language: () => countedRows(now.statements.byLanguage, before.statements.byLanguage),
		statements_status: () => countedRows(now.statements.byStatus, before.statements.byStatus),
		voice: () => voiceRows(now, before),
		requests: () => countedRows(now.requests.byKind, before.requests.byKind)
	};
	return REPORT_TABLES.map((id) => ({ id, ...tables[id]() }));
}

/** Decisions and records are counted each for itself, never one from the other. */
function afterReviews(now: ToldReport, before: ToldReport): ReportRows {
	const of = ({ reviews }: ToldReport, id: 'decisions' | 'records') => ({
		of: reviews[id].due,
		inTime: reviews[id].inTime
	});
	return inTimeRows(
		'due',
		(['decisions', 'records'] as const).map((id) => ({
			id,
			now: of(now, id),
			before: of(before, id)
		}))
	);
}

function conferences(now: ToldReport, before: ToldReport): ReportRows {
	const of = (report: ToldReport, id: 'initial' | 'review') => ({
		of: report.conferences[id].held,
		inTime: report.conferences[id].inTime
	});
	return inTimeRows(
		'held',
		(['initial', 'review'] as const).map((id) => ({
			id,
			now: of(now, id),
			before: of(before, id)
		}))
	);
}
