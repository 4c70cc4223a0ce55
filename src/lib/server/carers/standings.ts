import { eq } from 'drizzle-orm';
import type { MeetingKind } from '../../meetings/kinds.ts';
import type { Standing } from '../access-table.ts';
import {
	actsFor,
	demandOfStaff,
	demandSignedIn,
	may,
	rolesOf,
	type Action,
	type Actor,
	type StaffActor
} from '../access.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import type { MeetingsRow } from '../meetings/standings.ts';
import type { ConsultationRow } from './rows.ts';

/** Before no other kind of meeting carers are asked. */
const CARERS_BEFORE: MeetingKind = 'looked_after_review';

/** One young person at one review, as the actor stands to both: an officer of one of several has no part in another. */
export interface CarerPlace {
	readonly youngPersonId: string;
	readonly officerId: string | null;
	readonly standings: readonly Standing[];
}

export interface CarerMeeting {
	readonly row: MeetingsRow;
	/** In a fixed order; everybody, so let the access table choose. */
	readonly places: readonly CarerPlace[];
}

/**
 * A review, whose carers can be asked. Of other meetings there is nothing here.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function carerMeeting(
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<CarerMeeting> {
	demandSignedIn(actor);
	if (!isId(meetingId)) throw notFound();
	const { meetings, meetingYoungPeople, youngPeople } = queries.tables;
	const rows = await queries
		.select({ row: meetings, youngPersonId: youngPeople.id, officerId: youngPeople.officerId })
		.from(meetings)
		.innerJoin(meetingYoungPeople, eq(meetingYoungPeople.meetingId, meetings.id))
		.innerJoin(youngPeople, eq(youngPeople.id, meetingYoungPeople.youngPersonId))
		.where(eq(meetings.id, meetingId))
		.orderBy(youngPeople.id);
	const [first] = rows;
	if (first?.row.kind !== CARERS_BEFORE) throw notFound();
	const acting = actor.kind === 'staff' ? actsFor(actor) : [];
	return {
		row: first.row,
		places: rows.map(({ youngPersonId, officerId }) => {
			const officer = officerId !== null && acting.includes(officerId);
			const { chairId } = first.row;
			const chair = chairId === null ? officer : acting.includes(chairId);
			const standings = rolesOf(actor);
			if (chair) standings.push('chair');
			if (officer) standings.push('officer');
			return { youngPersonId, officerId, standings };
		})
	};
}

/**
 * The young people of a review of whom the actor may do this: at least one.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function placesFor(
	queries: Queries,
	action: Action,
	actor: Actor,
	meetingId: string
): Promise<CarerMeeting> {
	const { row, places } = await carerMeeting(queries, actor, meetingId);
	return { row, places: places.filter(({ standings }) => may(action, standings)) };
}

/**
 * One of them.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function placeFor(
	queries: Queries,
	action: Action,
	actor: Actor,
	asked: { readonly meetingId: string; readonly youngPersonId: string }
): Promise<{ readonly actor: StaffActor; readonly row: MeetingsRow; readonly place: CarerPlace }> {
	const { row, places } = await carerMeeting(queries, actor, asked.meetingId);
	const place = places.find(({ youngPersonId }) => youngPersonId === asked.youngPersonId);
	demandOfStaff(action, actor, place?.standings ?? []);
	if (!place) throw notFound();
	return { actor, row, place };
}

/** Whether this meeting is a review whose carers the actor may ask about this young person. */
export async function mayAskCarers(
	queries: Queries,
	actor: Actor,
	meetingId: string,
	youngPersonId: string
): Promise<boolean> {
	const { meetings } = queries.tables;
	const [row] = await queries
		.select({ kind: meetings.kind })
		.from(meetings)
		.where(eq(meetings.id, meetingId));
	if (row?.kind !== CARERS_BEFORE) return false;
	const { places } = await placesFor(queries, 'carer.ask', actor, meetingId);
	return places.some((place) => place.youngPersonId === youngPersonId);
}

/**
 * One consultation, with where it belongs.
 * @throws Refusal `signed_out`, `not_found`
 */
export async function consultationFor(
	queries: Queries,
	action: Action,
	actor: Actor,
	of: { readonly meetingId: string; readonly consultationId: string }
): Promise<Awaited<ReturnType<typeof placeFor>> & { readonly consultation: ConsultationRow }> {
	demandSignedIn(actor);
	if (!isId(of.consultationId)) throw notFound();
	const { carerConsultations } = queries.tables;
	const [consultation] = await queries
		.select()
		.from(carerConsultations)
		.where(eq(carerConsultations.id, of.consultationId));
	if (consultation?.meetingId !== of.meetingId) throw notFound();
	return { consultation, ...(await placeFor(queries, action, actor, consultation)) };
}
