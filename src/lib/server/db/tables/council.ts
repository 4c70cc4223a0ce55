import type { Columns } from '../columns.ts';

/** The council’s own settings, and the chain of what was done. */
export function defineCouncil({ table, text, integer, index }: Columns) {
	/** What the council sets: its name, help lines, hours. Plain JSON: nothing here is about a young person. */
	const settings = table('settings', {
		key: text('key').primaryKey(),
		value: text('value').notNull(),
		updatedAt: integer('updated_at').notNull()
	});

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
		auditEntries
	};
}
