import type { Core } from '../../core.ts';
import { readLimits } from '../../council/limits.ts';
import { readExtraDays } from '../../meetings/extra-days.ts';
import type { Job } from '../job.ts';
import { lateConcerns, lateRequests } from './late-asked.ts';
import { lateAfterMeetings } from './late-meetings.ts';
import { unansweredStatements, unopenedStatements } from './late-statements.ts';
import { raiseLate } from './raise.ts';

/** Everything these jobs tell, so that what was done is put away. */
const KINDS = [
	'statement_unopened',
	'statement_unanswered',
	'unopened_told',
	'outcome_late',
	'decisions_late',
	'record_late',
	'letter_late',
	'request_overdue',
	'concern_overdue'
] as const;

/** Tells of what should have been done by now. */
export function createOverdueJob(core: Core): Job {
	return {
		name: 'overdue',
		everyMinutes: 10,
		async run(stopping) {
			const { read } = core.database;
			const now = core.now();
			const extraDays = await readExtraDays(read);
			const at = { now, limits: await readLimits(read), extraDays };
			const late = [
				...(await unopenedStatements(read, at)),
				...(await unansweredStatements(read, at)),
				...(await lateAfterMeetings(read, at)),
				...(await lateRequests(core, read, now)),
				...(await lateConcerns(core, read, now))
			];
			await raiseLate(core, KINDS, late, extraDays, stopping);
		}
	};
}
