import type { Columns } from '../columns.ts';

/** Who Sayso is about and who works with them, and the keys their words are sealed under. */
export function definePeople({
	table,
	text,
	integer,
	blob,
	index,
	uniqueIndex,
	primaryKey
}: Columns) {
	/** One key a young person, one for the council's own records, each wrapped by the master key. */
	const dataKeys = table('data_keys', {
		id: text('id').primaryKey(),
		purpose: text('purpose').notNull(), // young_person · council · blind_index · audit
		wrapped: blob('wrapped'), // null once destroyed: the words under it are gone everywhere
		createdAt: integer('created_at').notNull(),
		destroyedAt: integer('destroyed_at')
	});

	const staff = table(
		'staff',
		{
			id: text('id').primaryKey(),
			refIndex: text('ref_index'),
			profileSealed: blob('profile_sealed').notNull(), // StaffProfile
			emailIndex: text('email_index').notNull(),
			active: integer('active').notNull(),
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('staff_ref_index_unique').on(t.refIndex),
			uniqueIndex('staff_email_index_unique').on(t.emailIndex)
		]
	);

	const staffRoles = table(
		'staff_roles',
		{
			staffId: text('staff_id')
				.notNull()
				.references(() => staff.id),
			role: text('role').notNull()
		},
		(t) => [primaryKey({ columns: [t.staffId, t.role] })]
	);

	const youngPeople = table(
		'young_people',
		{
			id: text('id').primaryKey(),
			keyId: text('key_id')
				.notNull()
				.references(() => dataKeys.id),
			refIndex: text('ref_index').notNull(),
			nameIndex: text('name_index').notNull(),
			profileSealed: blob('profile_sealed').notNull(), // YoungPersonProfile
			sex: text('sex'),
			ethnicity: text('ethnicity'),
			disabled: text('disabled'),
			unaccompanied: text('unaccompanied'),
			language: text('language').notNull(),
			officerId: text('officer_id').references(() => staff.id),
			socialWorkerId: text('social_worker_id').references(() => staff.id),
			team: text('team'),
			createdAt: integer('created_at').notNull()
		},
		(t) => [
			uniqueIndex('young_people_ref_index_unique').on(t.refIndex),
			index('young_people_name_index').on(t.nameIndex),
			index('young_people_officer').on(t.officerId)
		]
	);

	const carePeriods = table(
		'care_periods',
		{
			id: text('id').primaryKey(),
			youngPersonId: text('young_person_id')
				.notNull()
				.references(() => youngPeople.id),
			status: text('status').notNull(),
			startedOn: text('started_on').notNull(),
			endedOn: text('ended_on')
		},
		(t) => [uniqueIndex('care_periods_unique').on(t.youngPersonId, t.status, t.startedOn)]
	);

	return {
		dataKeys,
		staff,
		staffRoles,
		youngPeople,
		carePeriods
	};
}

export type PeopleTables = ReturnType<typeof definePeople>;
