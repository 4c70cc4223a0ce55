import { count } from 'drizzle-orm';
import type { Queries } from '../db/database.ts';

export interface DayOfResponses {
	readonly respondedOn: string;
	readonly responses: number;
}

/** How many parents answered, ever, by the day that stands with their answers. */
export function responsesByDay(queries: Queries): Promise<DayOfResponses[]> {
	const { surveyResponses } = queries.tables;
	const { respondedOn } = surveyResponses;
	return queries
		.select({ respondedOn, responses: count() })
		.from(surveyResponses)
		.groupBy(respondedOn)
		.orderBy(respondedOn);
}
