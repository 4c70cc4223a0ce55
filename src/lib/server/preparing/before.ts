import { eq, inArray } from 'drizzle-orm';
import type { Form } from '../../forms/definition.ts';
import { londonDate } from '../../language/dates.ts';
import { meetingKindOf, type MeetingKind } from '../../meetings/kinds.ts';
import { invitedOn } from '../../meetings/invitations.ts';
import { isPlanned, type MeetingTimes } from '../../meetings/linking.ts';
import { SEEN_ALONE } from '../../meetings/seen-alone.ts';
import type { ExtraDays } from '../../meetings/working-days.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import { carersCounted } from '../carers/asked.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { draftsOf, linkedStatements } from '../desk/inbox-statements.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { findMeeting } from '../meetings/standings.ts';
import { gettingOnOf, type GettingOn } from '../people/getting-on.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { isOn } from './asking.ts';
import type { Asking, BeforeRow, BeforeView, Preparing } from './views.ts';

/**
 * Where each young person of a meeting is on the way to it. Nobody's words are opened for it; in a number of queries
 * that does not grow with the household.
 */
export async function beforeMeeting(
	core: Core,
	queries: Queries,
	{ forms }: Preparing,
	actor: Actor,
	meetingId: string
): Promise<BeforeView> {
	const { row, youngPersonIds, standings } = await findMeeting(core, queries, actor, meetingId);
	demandOfStaff('preparing.see', actor, standings);
	const kind = meetingKindOf(row.kind);
	const times = { ...row, kind };
	const places = await placesOf(queries, [row.id]);
	const people = await youngPeopleByIds(core, queries, youngPersonIds);
	const gettingOn = await gettingOnOf(core, queries, youngPersonIds);
	const linked = (await linkedStatements(queries, actor.id, [row.id])).get(row.id) ?? [];
	const begun = await draftsOf(queries, youngPersonIds);
	const withPlan = await whoHasPlan(queries, youngPersonIds);
	const carers = kind === 'looked_after_review' ? await carersCounted(queries, row.id) : null;
	const rule = await askingRule(core, queries);
	const meeting = await viewOf(core, queries, row, youngPersonIds);

	return {
		meeting,
		planned: isPlanned(times, rule.now),
		cancelled: row.cancelledAt !== null,
		rows: youngPersonIds.flatMap((id): BeforeRow[] => {
			const person = people.get(id);
			const place = places.find(({ youngPersonId }) => youngPersonId === id);
			if (!person || !place) return [];
			const statements = linked
				.filter(({ youngPersonId }) => youngPersonId === id)
				.map(({ youngPersonId: _, ...statement }) => statement);
			return [
				{
					youngPerson: {
						id,
						name: person.name,
						age: person.age,
						language: person.language
					},
					...askingOf(place, gettingOn.get(id), times, statements.length > 0, rule),
					statements,
					draftBegun: draftBegunFor(forms, begun.get(id) ?? [], kind),
					seenAlone: SEEN_ALONE.find((one) => one === place.seenAlone) ?? null,
					seenAloneOn: place.seenAloneOn,
					hasPlan: withPlan.has(id),
					carers: carers && (carers.get(id) ?? { asked: 0, answered: 0 })
				}
			];
		})
	};
}

type PlaceRow = Queries['tables']['meetingYoungPeople']['$inferSelect'];

export function placesOf(queries: Queries, meetingIds: readonly string[]): Promise<PlaceRow[]> {
	const { meetingYoungPeople } = queries.tables;
	return inChunks(meetingIds, (chunk) =>
		queries.select().from(meetingYoungPeople).where(inArray(meetingYoungPeople.meetingId, chunk))
	);
}

/** What asking goes by: the clock, and how long before a meeting it is done. */
export interface AskingRule {
	readonly now: number;
	readonly invite: number;
	readonly extraDays: ExtraDays;
}

export async function askingRule(core: Core, queries: Queries): Promise<AskingRule> {
	const { invite } = await readLimits(queries);
	return { now: core.now(), invite, extraDays: await readExtraDays(queries) };
}

/** @param said something was heard of them for this meeting */
export function askingOf(
	{ invitedAt, invitedAgainAt }: Pick<PlaceRow, 'invitedAt' | 'invitedAgainAt'>,
	gettingOn: GettingOn | undefined,
	meeting: MeetingTimes,
	said: boolean,
	{ now, invite, extraDays }: AskingRule
): Asking {
	const today = londonDate(now);
	const state = gettingOn?.state ?? 'no_account';
	const askedToday = isOn(invitedAt, today) || isOn(invitedAgainAt, today);
	const canBeAsked = isPlanned(meeting, now) && state === 'account';
	return {
		gettingOn: state,
		invitedAt,
		invitedAgainAt,
		askedOn:
			canBeAsked && invitedAt === null && meeting.scheduledAt !== null
				? invitedOn(londonDate(meeting.scheduledAt), invite, extraDays)
				: null,
		askedToday,
		mayAskAgain: canBeAsked && !said && !askedToday,
		mayMakeCard: state !== 'account'
	};
}

/** Whether one of these drafts may become a statement for that kind of meeting. */
export function draftBegunFor(
	forms: readonly Form[],
	draftFormIds: readonly string[],
	kind: MeetingKind
): boolean {
	return forms.some(
		({ id, meetings }) =>
			draftFormIds.includes(id) &&
			meetings !== undefined &&
			[...meetings.kinds, ...meetings.alsoFits].includes(kind)
	);
}

async function whoHasPlan(
	queries: Queries,
	youngPersonIds: readonly string[]
): Promise<Set<string>> {
	const { participationPlans } = queries.tables;
	const rows = await inChunks(youngPersonIds, (chunk) =>
		queries
			.select({ id: participationPlans.youngPersonId })
			.from(participationPlans)
			.where(inArray(participationPlans.youngPersonId, chunk))
	);
	return new Set(rows.map(({ id }) => id));
}

/** The meeting as one of its young people has it: while nobody is named to chair it, their officer does. */
export async function viewOf(
	core: Core,
	queries: Queries,
	row: Queries['tables']['meetings']['$inferSelect'],
	youngPersonIds: readonly string[]
): Promise<BeforeView['meeting']> {
	const { youngPeople } = queries.tables;
	const [first] = youngPersonIds;
	const [person] =
		row.chairId === null && first !== undefined
			? await queries
					.select({ officerId: youngPeople.officerId })
					.from(youngPeople)
					.where(eq(youngPeople.id, first))
			: [];
	const meeting = meetingRow(row, person?.officerId ?? null);
	const chairs = meeting.chairId === null ? [] : [meeting.chairId];
	return meetingView(meeting, await staffByIds(core, queries, chairs), core.now());
}
