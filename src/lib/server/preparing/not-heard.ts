import { londonDate, londonMidnight } from '../../language/dates.ts';
import { invitedUntil } from '../../meetings/invitations.ts';
import { actsFor, demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { chairedMeetings } from '../desk/chaired-meetings.ts';
import { draftsOf, linkedStatements } from '../desk/inbox-statements.ts';
import { readLimits } from '../council/limits.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { gettingOnOf } from '../people/getting-on.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { askingOf, askingRule, draftBegunFor, placesOf } from './before.ts';
import type { NotHeardList, NotHeardRow, Preparing } from './views.ts';

const A_PAGE = 25;

/**
 * Everybody with a meeting that is near, of whom nothing was heard for it, soonest first. Only the names on the page are
 * opened.
 */
export async function notHeard(
	core: Core,
	queries: Queries,
	{ forms }: Preparing,
	actor: Actor,
	input: { readonly page?: number }
): Promise<NotHeardList> {
	demandOfStaff('inbox.see', actor);
	const rule = await askingRule(core, queries);
	const { now, extraDays } = rule;
	const { not_heard: workingDays } = await readLimits(queries);
	const near = invitedUntil(now, workingDays, extraDays);
	const acting = actsFor(actor);
	const chaired = await chairedMeetings(queries, acting, londonMidnight(londonDate(now)), near);
	const meetingIds = chaired.map(({ id }) => id);
	const linked = await linkedStatements(queries, actor.id, meetingIds);
	const silent = chaired.filter(
		({ id, youngPersonId }) =>
			!(linked.get(id) ?? []).some((statement) => statement.youngPersonId === youngPersonId)
	);

	const pages = Math.max(1, Math.ceil(silent.length / A_PAGE));
	const page = Math.min(pages, Math.max(1, Math.floor(input.page ?? 1) || 1));
	const shown = silent.slice((page - 1) * A_PAGE, page * A_PAGE);
	const ids = shown.map(({ youngPersonId }) => youngPersonId);
	const people = await youngPeopleByIds(core, queries, ids);
	const gettingOn = await gettingOnOf(core, queries, ids);
	const begun = await draftsOf(queries, ids);
	const staff = await staffByIds(core, queries, acting);
	const places = await placesOf(
		queries,
		shown.map(({ id }) => id)
	);
	return {
		workingDays,
		rows: shown.flatMap((meeting): NotHeardRow[] => {
			const person = people.get(meeting.youngPersonId);
			const place = places.find(
				({ meetingId, youngPersonId }) =>
					meetingId === meeting.id && youngPersonId === meeting.youngPersonId
			);
			if (!person || !place) return [];
			return [
				{
					meeting: meetingView(meeting, staff, now),
					youngPerson: { id: person.id, name: person.name, age: person.age },
					draftBegun: draftBegunFor(forms, begun.get(person.id) ?? [], meeting.kind),
					...askingOf(place, gettingOn.get(person.id), meeting, false, rule)
				}
			];
		}),
		total: silent.length,
		page,
		pages
	};
}
