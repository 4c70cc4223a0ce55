import type { Form } from '../definition.ts';
import { carerConsultation } from './carer-consultation.ts';
import { parentsConference } from './parents-conference.ts';

/** Surveys for parents, by the id of their form: what stands with an answer and in a file of them. */
export const SURVEYS = [parentsConference.id] as const;

/** What people without an account are asked, over a link. No young person is offered one of these. */
export const OUTSIDE_FORMS: readonly Form[] = [parentsConference, carerConsultation];
