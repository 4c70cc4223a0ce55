import { and, asc, gte, inArray } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { addMonths } from '../../meetings/working-days.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { eachChunk } from '../db/in-chunks.ts';
import type { Job } from '../jobs/job.ts';

const EVERY_MINUTES = 24 * 60;

/**
 * Writes what parents answered over a link, this month and last, anew in the order of its ids, which is nobody's. A
 * database keeps rows as they came, and the chain of what was done has the hour of each: who had both could lay one beside
 * the other.
 */
export function createMixJob(core: Core): Job {
	return {
		name: 'survey_mix',
		everyMinutes: EVERY_MINUTES,
		run: () => core.database.inTransaction((tx) => writeAnew(core, tx))
	};
}

async function writeAnew(core: Core, tx: Tx): Promise<void> {
	const { surveyResponses } = tx.tables;
	const thisMonth = `${londonDate(core.now()).slice(0, 7)}-01`;
	const lately = and(
		inArray(surveyResponses.source, ['link', 'room']),
		gte(surveyResponses.respondedOn, addMonths(thisMonth, -1))
	);
	const rows = await tx
		.select()
		.from(surveyResponses)
		.where(lately)
		.orderBy(asc(surveyResponses.id));
	await tx.delete(surveyResponses).where(lately);
	await eachChunk(rows, (chunk) => tx.insert(surveyResponses).values(chunk));
}
