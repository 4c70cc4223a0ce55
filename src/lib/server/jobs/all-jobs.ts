import { createCarersJob } from '../carers/chase-job.ts';
import type { Core } from '../core.ts';
import { createFinalJob } from '../deciding/final.ts';
import { createUseJob } from '../figures/use-job.ts';
import { createAfterwardsJob } from '../letters/afterwards.ts';
import { createDeliveryJob, type DeliveryGiven } from '../mail/deliver.ts';
import { createSurveyJob } from '../outside/survey-job.ts';
import { createInvitationsJob } from '../preparing/invitations-job.ts';
import { createEscalationJob } from '../safety/escalate.ts';
import { createMixJob } from '../surveys/mix-job.ts';
import type { Job } from './job.ts';
import { createOverdueJob } from './overdue/job.ts';

/** What jobs need beside the database and the keys. */
export type JobsGiven = DeliveryGiven;

/** Everything Sayso does by itself. They are run one after the other, in this order. */
export function allJobs(core: Core, given: JobsGiven): readonly Job[] {
	return [
		createEscalationJob(core),
		createFinalJob(core),
		createInvitationsJob(core),
		createCarersJob(core),
		createAfterwardsJob(core),
		createOverdueJob(core),
		createSurveyJob(core),
		createMixJob(core),
		createUseJob(core),
		// After all that queues mail
		createDeliveryJob(core, given)
	];
}
