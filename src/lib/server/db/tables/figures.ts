import type { Columns } from '../columns.ts';
import type { PeopleTables } from './people.ts';
import type { StatementsTables } from './statements.ts';

/** What managers look at over many: themes, and what they write beside the figures. */
export function defineFigures(
	{ table, text, integer, blob, index, uniqueIndex, primaryKey }: Columns,
	{ staff }: PeopleTables,
	{ statements }: StatementsTables
) {
	/** What young people raise: a list the council keeps. One with a code has its name in the locale files. */
	const themes = table(
		'themes',
		{
			id: text('id').primaryKey(),
			code: text('code'), // ThemeCode of figures/themes.ts
			name: text('name'), // as the council calls it; of its own themes, and of those it renamed
			position: integer('position').notNull(),
			active: integer('active').notNull(),
			version: integer('version').notNull(),
			createdAt: integer('created_at').notNull()
		},
		(t) => [uniqueIndex('themes_code_unique').on(t.code)]
	);

	const statementThemes = table(
		'statement_themes',
		{
			statementId: text('statement_id')
				.notNull()
				.references(() => statements.id),
			themeId: text('theme_id')
				.notNull()
				.references(() => themes.id),
			source: text('source').notNull(), // answers: from the questions they answered · officer: added by who read it
			confirmed: text('confirmed'), // yes · no: what the officer said of it; null: nothing yet
			month: text('month').notNull(), // the London month it was sent in, YYYY-MM: to be counted without the statement
			byStaffId: text('by_staff_id').references(() => staff.id),
			at: integer('at').notNull()
		},
		(t) => [
			primaryKey({ columns: [t.statementId, t.themeId] }),
			index('statement_themes_theme').on(t.themeId),
			index('statement_themes_month').on(t.month, t.themeId, t.confirmed)
		]
	);

	/** What a manager writes beside the figures of a period. */
	const reportTexts = table(
		'report_texts',
		{
			id: text('id').primaryKey(),
			fromOn: text('from_on').notNull(),
			toOn: text('to_on').notNull(),
			part: text('part').notNull(), // ReportPart of server/report/texts.ts
			wordsSealed: blob('words_sealed').notNull(), // under the council's key
			version: integer('version').notNull(),
			byStaffId: text('by_staff_id').references(() => staff.id),
			updatedAt: integer('updated_at').notNull()
		},
		(t) => [uniqueIndex('report_texts_one_a_part').on(t.fromOn, t.toOn, t.part)]
	);

	/** A group whose use of Sayso fell off, until it is used again: managers are told of each once. */
	const useFalls = table(
		'use_falls',
		{
			id: text('id').primaryKey(),
			dimension: text('dimension').notNull(), // UseDimension of figures/use.ts
			value: text('value').notNull(), // of young_people or care_periods; `-`: not known
			state: text('state').notNull(), // fallen · silent
			week: text('week').notNull(), // the Monday after the last week that was counted
			expected: integer('expected').notNull(), // in four weeks, as it was before
			toldAt: integer('told_at').notNull(),
			endedAt: integer('ended_at') // used again
		},
		(t) => [uniqueIndex('use_falls_once').on(t.dimension, t.value, t.state, t.week)]
	);

	/**
	 * Figures with small numbers in them, as they were told. Once told they stay so, whatever is entered or taken back
	 * afterwards: of two versions a reader would subtract one from the other.
	 */
	const toldFigures = table(
		'told_figures',
		{
			subject: text('subject').notNull(), // year · requests · answers:FORM · survey
			period: text('period').notNull(), // a financial year, `2025`; half of one, `2025-H2`
			told: text('told').notNull(), // as JSON, without what is hidden: ToldYear, ToldRequests, ToldAnswers, ToldSurvey
			toldAt: integer('told_at').notNull(),
			byStaffId: text('by_staff_id').references(() => staff.id) // who told it, or looked at it first
		},
		(t) => [primaryKey({ columns: [t.subject, t.period] })]
	);

	return { themes, statementThemes, reportTexts, useFalls, toldFigures };
}
