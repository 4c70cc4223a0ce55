import { sqliteColumns } from './columns.ts';
import { defineTables } from './tables.ts';

// drizzle-kit reads a schema from a module's exports, one a table.
export const {
	dataKeys,
	staff,
	staffRoles,
	youngPeople,
	carePeriods,
	meetings,
	meetingYoungPeople,
	accounts,
	sessions,
	invitations,
	joinings,
	throttles,
	drafts,
	draftAnswers,
	statements,
	statementAnswers,
	statementAudience,
	statementLinks,
	statementOpenings,
	statementBarred,
	statementAdditions,
	replies,
	pictures,
	sounds,
	alerts,
	notices,
	requests,
	togethers,
	settings,
	auditEntries
} = defineTables(sqliteColumns);
