import type { Form, FormGroup } from '#lib/forms/definition.ts';
import { formBefore, offeredForms } from '#lib/forms/offered.ts';
import { londonDate } from '#lib/language/dates.ts';
import { PLAN_FORM } from '#lib/meetings/agenda.ts';
import type { BegunView, HomeView } from '#lib/server/home/views.ts';

/** What their page offers, in the order it stands there: a form has one place, and is nowhere twice. */
export interface HomeForms {
	/** About a meeting that is over, when it is time to ask. */
	readonly lead: Form | null;
	/** For the next meeting; with none planned, for whichever comes. */
	readonly main: Form | null;
	/** To plan the next meeting. */
	readonly plan: Form | null;
	readonly groups: readonly { readonly group: FormGroup; readonly forms: readonly Form[] }[];
	/** What they began, but for what stands with the meeting already. Kept forms are never begun: they are kept. */
	readonly begun: readonly { readonly form: Form; readonly draft: BegunView }[];
}

const GROUPS: readonly FormGroup[] = ['meeting', 'tell', 'ask', 'me'];
/** The later of the two asks more to the point, and goes first. */
const AFTERWARDS = ['my-write-up', 'after-my-review'];

export function homeForms(forms: readonly Form[], home: HomeView): HomeForms {
	const easy = home.face === 'easy';
	const offered = offeredForms(forms, home.facts).filter(
		({ faces }) => !easy || faces.includes('easy')
	);
	const saidSince = (formId: string): boolean =>
		home.sent.some(
			(sent) => sent.formId === formId && londonDate(sent.sentAt) >= (home.lastHeld?.heldOn ?? '')
		);
	const asked = AFTERWARDS.filter((id) => !saidSince(id));
	const lead = find(offered, asked.find((id) => find(offered, id) !== null) ?? null);
	const main = formBefore(offered, home.next?.kind ?? null);
	const plan = home.next === null ? null : find(offered, PLAN_FORM);
	const placed = [lead, main, plan].flatMap((form) => form?.id ?? []);
	const others = offered.filter(({ id }) => ![...placed, PLAN_FORM, ...AFTERWARDS].includes(id));

	return {
		lead,
		main,
		plan,
		groups: GROUPS.map((group) => ({
			group,
			forms: others.filter((form) => form.group === group)
		})).filter((one) => one.forms.length > 0),
		begun: home.drafts.flatMap((draft) => {
			const form = forms.find(({ id }) => id === draft.formId);
			const shown = draft.helped === null && placed.includes(draft.formId);
			return form && form.goesTo !== 'kept' && !shown ? [{ form, draft }] : [];
		})
	};
}

function find(forms: readonly Form[], id: string | null): Form | null {
	return forms.find((form) => form.id === id) ?? null;
}
