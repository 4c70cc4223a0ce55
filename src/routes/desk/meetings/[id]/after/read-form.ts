import { OUTCOMES } from '#lib/server/deciding/views.ts';
import { ATTENDED, CONVEYED } from '#lib/meetings/participation.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';

/** The forms of the page after a meeting, as the service takes them. */

const numberOf = (form: FormData, name: string): number => Number(textOf(form, name) || '0');

export const decisionIn = (form: FormData) => ({
	id: textOf(form, 'decision'),
	version: numberOf(form, 'version'),
	point: textOf(form, 'point'),
	outcome: choiceOf(form, 'outcome', OUTCOMES),
	decided: textOf(form, 'decided'),
	why: textOf(form, 'why'),
	ownerStaffId: textOf(form, 'owner'),
	ownerName: textOf(form, 'owner_name'),
	dueOn: textOf(form, 'due_on'),
	starred: textOf(form, 'starred') === 'yes'
});

export const outcomeIn = (form: FormData) => ({
	version: numberOf(form, 'version'),
	heldOn: textOf(form, 'held_on'),
	present: textOf(form, 'present'),
	planChange: choiceOf(form, 'plan_change', ['yes', 'no']),
	nextBy: textOf(form, 'next_by')
});

export const participationIn = (form: FormData) => ({
	attended: choiceOf(form, 'attended', ATTENDED),
	conveyed: choiceOf(form, 'conveyed', CONVEYED)
});

export const tapIn = (form: FormData) => ({
	statementId: textOf(form, 'statement'),
	questionId: textOf(form, 'question'),
	line: numberOf(form, 'line'),
	confirmed: textOf(form, 'confirmed') === 'yes'
});

export const recordIn = (form: FormData) => ({
	version: numberOf(form, 'version'),
	words: textOf(form, 'words')
});
