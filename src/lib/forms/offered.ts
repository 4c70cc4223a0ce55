import { holds } from './conditions.ts';
import { PLAN_FORM } from '../meetings/agenda.ts';
import type { MeetingKind } from '../meetings/kinds.ts';
import type { Facts, Form } from './definition.ts';

/** The forms for somebody of whom this is known, in the catalogue's order. */
export function offeredForms(forms: readonly Form[], facts: Facts): Form[] {
	return forms.filter((form) => holds(form.offered, {}, facts));
}

/**
 * The form to say what they think with before a meeting of this kind; with no meeting, before whichever comes.
 * @param offered those offered to them
 */
export function formBefore(offered: readonly Form[], kind: MeetingKind | null): Form | null {
	const before = offered.filter(
		(form) => form.group === 'meeting' && !form.looksBack && form.id !== PLAN_FORM && form.meetings
	);
	const made = before.find((form) => kind !== null && form.meetings?.kinds.includes(kind));
	return made ?? before[0] ?? null;
}
