/** Everything the audit chain can tell of. */
export type AuditAction =
	// accounts
	| 'invitation.made'
	| 'invitation.revoked'
	| 'invitation.opened'
	| 'account.made'
	| 'account.secret_renewed'
	| 'sign_in.done'
	| 'sign_in.refused'
	| 'sign_in.throttled'
	| 'sign_out.done'
	| 'settings.own_changed'
	// saying it
	| 'draft.begun'
	| 'draft.answered'
	| 'draft.read'
	| 'draft.deleted'
	| 'picture.added'
	| 'picture.removed'
	| 'picture.opened'
	| 'statement.sent'
	| 'statement.opened'
	| 'statement.read_by_author'
	| 'statement.linked'
	| 'statement.unlinked'
	| 'statement.missed'
	| 'statement.closed'
	| 'statement.reopened'
	| 'reply.sent'
	| 'reply.read'
	| 'notice.put_away'
	// safety
	| 'alert.raised'
	| 'alert.acknowledged'
	// the desk
	| 'young_person.seen'
	// the operator
	| 'import.done'
	| 'meeting.changed'
	| 'staff.added'
	| 'backup.made'
	| 'restore.done';
