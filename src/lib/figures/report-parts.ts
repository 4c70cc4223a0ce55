import type { ReportTableId } from './report-table.ts';

/** What a manager writes beside the figures, in the order it stands in the report. */
export const REPORT_PARTS = [
	'introduction',
	'reviews',
	'participation',
	'voice',
	'parents',
	'next_year'
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Which tables stand below which part. */
export const TABLES_OF: Readonly<Record<ReportPart, readonly ReportTableId[]>> = {
	introduction: [],
	reviews: ['reviews', 'after_reviews', 'conferences'],
	participation: ['participation', 'codes'],
	voice: ['voice', 'statements_form', 'statements_language', 'statements_status', 'requests'],
	parents: ['survey', 'survey_answers'],
	next_year: []
};
