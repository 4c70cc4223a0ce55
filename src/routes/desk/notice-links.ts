import type { NoticeView } from '#lib/server/statements/views.ts';

/** Those whose words stand with duty and lateness. */
const LATE = new Set<string>([
	'statement_unopened',
	'statement_unanswered',
	'outcome_late',
	'decisions_late',
	'record_late',
	'letter_late',
	'request_overdue',
	'concern_overdue',
	'alert_waits',
	'alert_unheard',
	'mail_given_up'
]);

/** The key of a notice’s sentence. */
export function noticeKey({ kind, youngPersonName }: NoticeView): string {
	if (kind === 'request_overdue' && youngPersonName === null)
		return 'duty:notice.request_overdue_nobody';
	if (kind === 'carer_answered' || kind === 'carer_flagged') return `carer_desk:notice.${kind}`;
	return LATE.has(kind) ? `duty:notice.${kind}` : `desk:notices.${kind}`;
}

/** Where what a notice tells of is done; null where the reader has nothing to do there. */
export function noticeLink(
	{ kind, statementId, subjectId, meeting, mayAct }: NoticeView,
	handlesRequests: boolean
): string | null {
	switch (kind) {
		case 'must_not_tell':
		case 'added':
		case 'statement_unopened':
		case 'statement_unanswered':
			return statementId && `/desk/statements/${statementId}`;
		case 'alert_waits':
		case 'request_safeguarding':
			return '/desk/alerts';
		case 'alert_unheard':
			return '/admin/duty';
		case 'outcome_late':
		case 'decisions_late':
		case 'record_late':
		case 'decisions_objected':
		case 'please_complete':
		case 'code_recorded':
			return meeting && mayAct ? `/desk/meetings/${meeting.id}/after` : null;
		case 'letter_late':
		case 'decisions_final':
			return meeting && mayAct ? `/desk/meetings/${meeting.id}/letters` : null;
		case 'meeting_invited':
		case 'guest_moved':
			return meeting && `/desk/meetings/${meeting.id}`;
		case 'use_fallen':
		case 'use_silent':
			return '/insight/use';
		case 'decisions_to_agree':
			return '/desk/decisions';
		case 'caseload_given':
			return '/desk/meetings';
		case 'request_overdue':
		case 'request_new':
		case 'request_next':
		case 'request_stopped':
		case 'request_for_you':
		case 'request_waited_for':
			return subjectId && handlesRequests ? `/desk/requests/${subjectId}` : null;
		// Where nobody chairs it, managers are told who cannot read it.
		case 'carer_answered':
		case 'carer_flagged':
			return meeting?.chair && subjectId
				? `/desk/meetings/${meeting.id}/carers/${subjectId}`
				: null;
		case 'concern_stage':
		case 'concern_overdue':
			return subjectId && `/desk/concerns/${subjectId}`;
		default:
			return null;
	}
}
