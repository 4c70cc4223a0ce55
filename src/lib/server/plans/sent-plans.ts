import { and, desc, eq, isNull } from 'drizzle-orm';
import { PLAN_FORM } from '../../meetings/agenda.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';

/** The newest plan of each young person that is linked to this meeting. */
export async function sentPlans(queries: Queries, meetingId: string) {
	if (!isId(meetingId)) throw notFound();
	const { statements, statementLinks } = queries.tables;
	const rows = await queries
		.select({
			id: statements.id,
			youngPersonId: statements.youngPersonId,
			sentAt: statements.sentAt
		})
		.from(statementLinks)
		.innerJoin(statements, eq(statements.id, statementLinks.statementId))
		.where(
			and(
				eq(statementLinks.meetingId, meetingId),
				isNull(statementLinks.endedAt),
				eq(statements.formId, PLAN_FORM),
				isNull(statements.takenBackAt)
			)
		)
		.orderBy(desc(statements.sentAt), desc(statements.id));
	const seen = new Set<string>();
	return rows.filter(({ youngPersonId }) => {
		const first = !seen.has(youngPersonId);
		seen.add(youngPersonId);
		return first;
	});
}

export async function sentPlan(queries: Queries, youngPersonId: string, meetingId: string) {
	const plans = await sentPlans(queries, meetingId);
	const own = plans.find((plan) => plan.youngPersonId === youngPersonId);
	return own ? { statementId: own.id, sentAt: own.sentAt } : null;
}
