import type { Columns } from '../columns.ts';

/** The council’s own settings, and the chain of what was done. */
export function defineCouncil({ table, text, integer, index }: Columns) {
	/** What the council sets: its name, help lines, hours. Plain JSON: nothing here is about a young person. */
	const settings = table('settings', {
		key: text('key').primaryKey(),
		value: text('value').notNull(),
		version: integer('version').notNull().default(0), // counts changes made on the pages
		updatedAt: integer('updated_at').notNull()
	});

	/** What was changed in them, by whom: a line a change. */
	const settingsHistory = table(
		'settings_history',
		{
			id: text('id').primaryKey(),
			key: text('key').notNull(),
			part: text('part'), // which limit, line, stage or day of it
			was: text('was'), // JSON; null where nothing was set
			became: text('became'), // JSON; null where it was taken away
			byStaffId: text('by_staff_id'), // null: the operator
			at: integer('at').notNull()
		},
		(t) => [index('settings_history_at').on(t.at)]
	);

	/** Ids and codes only. Each row's hash covers the row before it. */
	const auditEntries = table(
		'audit_entries',
		{
			seq: integer('seq').primaryKey(),
			at: integer('at').notNull(),
			actorKind: text('actor_kind').notNull(), // young_person · staff · operator · nobody
			actorId: text('actor_id'),
			action: text('action').notNull(),
			youngPersonId: text('young_person_id'),
			subjectKind: text('subject_kind'),
			subjectId: text('subject_id'),
			detail: text('detail').notNull(), // JSON of codes, counts and ids
			previousHash: text('previous_hash').notNull(),
			hash: text('hash').notNull()
		},
		(t) => [
			index('audit_entries_young_person').on(t.youngPersonId),
			index('audit_entries_subject').on(t.subjectId)
		]
	);

	return {
		settings,
		settingsHistory,
		auditEntries
	};
}
