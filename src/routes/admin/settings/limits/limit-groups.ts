import type { LimitName } from '#lib/meetings/limits.ts';

/** Under which heading each limit stands. */
export const LIMIT_GROUPS = ['meetings', 'around', 'requests', 'alerts'] as const;
type Group = (typeof LIMIT_GROUPS)[number];

const MEETINGS: ReadonlySet<LimitName> = new Set([
	'first_review',
	'second_review',
	'later_review',
	'initial_conference',
	'first_review_conference',
	'later_review_conference',
	'pathway_review',
	'midway_check'
]);
const ALERTS: ReadonlySet<LimitName> = new Set(['alert_escalation']);
const AROUND: ReadonlySet<LimitName> = new Set([
	'invite',
	'outcome',
	'decisions',
	'objection',
	'record',
	'letter',
	'reply',
	'unopened',
	'not_heard',
	'survey_again',
	'carer_reminder'
]);

export function groupOf(name: LimitName): Group {
	if (MEETINGS.has(name)) return 'meetings';
	if (ALERTS.has(name)) return 'alerts';
	return AROUND.has(name) ? 'around' : 'requests';
}
