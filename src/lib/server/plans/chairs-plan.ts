import { demandOfStaff, demandSignedIn, may, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { notFound } from '../errors.ts';
import { findMeeting } from '../meetings/standings.ts';
import { youngPersonOf } from '../people/facts.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { open } from '../statements/open.ts';
import { findStatement } from '../statements/standings.ts';
import { sentPlans } from './sent-plans.ts';
import { shaped, type ChairsPlanView } from './views.ts';

/** Opened as the statement it is, so the young person sees who opened it and when. */
export async function forChair(
	core: Core,
	actor: Actor,
	meetingId: string,
	statementId: string | null
): Promise<ChairsPlanView> {
	const plans = await listForChair(core, actor, meetingId);
	const chosen = statementId === null ? plans[0] : plans.find(({ id }) => id === statementId);
	if (!chosen) throw notFound();
	const view = await open(core, actor, chosen.id);
	if (view.meeting?.id !== meetingId) throw notFound();
	const { profile } = await youngPersonOf(core, core.database.read, view.youngPerson.id);
	return {
		statementId: view.id,
		meeting: view.meeting,
		youngPerson: profile.knownAs,
		fullName: view.youngPerson.name,
		...shaped(view.wording, view.answers, {
			kind: 'statement',
			id: view.id,
			sentAt: view.sentAt
		})
	};
}

export async function listForChair(
	core: Core,
	actor: Actor,
	meetingId: string
): Promise<{ readonly id: string; readonly youngPerson: string }[]> {
	demandSignedIn(actor);
	const { read } = core.database;
	const plans: { id: string; youngPersonId: string }[] = [];
	for (const plan of await sentPlans(read, meetingId)) {
		const { standings } = await findStatement(read, actor, plan.id);
		if (may('plan.see', standings)) plans.push(plan);
	}
	// The chair of a meeting nobody sent a plan for has an empty list.
	const { standings } = await findMeeting(core, read, actor, meetingId);
	demandOfStaff('plan.see', actor, plans.length > 0 ? ['chair'] : standings);
	const people = await youngPeopleByIds(
		core,
		read,
		plans.map(({ youngPersonId }) => youngPersonId)
	);
	return plans.map(({ id, youngPersonId }) => ({
		id,
		youngPerson: people.get(youngPersonId)?.name ?? ''
	}));
}
