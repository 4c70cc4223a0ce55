import { and, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { demandOfStaff, may, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { inChunks } from '../db/in-chunks.ts';
import type { Queries } from '../db/database.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import type { LinkRow } from '../outside/links.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { canBeAnswered, MOST_CARERS } from './due.ts';
import { carerEmail, carerFlagOf, carerName, carerRoleOf, type ConsultationRow } from './rows.ts';
import { placesFor, type CarerPlace } from './standings.ts';
import type { AskedCarer, CarerBefore, CarersView } from './views.ts';

/**
 * Who was asked before a review, of each young person of it, and what came of it; nothing that anybody said. In a number
 * of queries that does not grow with the household.
 */
export async function askedCarers(
	core: Core,
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<CarersView> {
	const { row, places } = await placesFor(queries, 'carer.ask', actor, meetingId);
	demandOfStaff('carer.ask', actor, places[0]?.standings ?? []);
	const ids = places.map(({ youngPersonId }) => youngPersonId);
	const people = await youngPeopleByIds(core, queries, ids);
	const asked = await askedRows(queries, meetingId, ids);
	const mails = await lastMails(
		queries,
		asked.flatMap(({ link }) => link?.id ?? [])
	);
	const before = await answeredBefore(core, queries, meetingId, ids);
	const chairId = row.chairId ?? places[0]?.officerId ?? null;
	const staff = await staffByIds(core, queries, chairId === null ? [] : [chairId]);
	const now = core.now();
	const open = canBeAnswered(row, now);
	return {
		meeting: meetingView(meetingRow(row, chairId), staff, now),
		open,
		people: places.flatMap((place) => {
			const person = people.get(place.youngPersonId);
			if (!person) return [];
			const theirs = asked
				.filter(({ row: { youngPersonId } }) => youngPersonId === person.id)
				.map((one) => askedView(core, one, mails, place));
			const still = theirs.filter(({ state }) => state !== 'taken_back');
			const names = new Set(still.map(({ name }) => name));
			return [
				{
					youngPerson: { id: person.id, name: person.name, language: person.language },
					asked: theirs,
					before: (before.get(person.id) ?? []).filter(({ name }) => !names.has(name)),
					mayAsk: open && still.length < MOST_CARERS
				}
			];
		})
	};
}

interface Asked {
	readonly row: ConsultationRow;
	readonly link: LinkRow | null;
}

function askedRows(
	queries: Queries,
	meetingId: string,
	youngPersonIds: readonly string[]
): Promise<Asked[]> {
	const { carerConsultations, outsideLinks } = queries.tables;
	return queries
		.select({ row: carerConsultations, link: outsideLinks })
		.from(carerConsultations)
		.leftJoin(outsideLinks, eq(outsideLinks.id, carerConsultations.linkId))
		.where(
			and(
				eq(carerConsultations.meetingId, meetingId),
				inArray(carerConsultations.youngPersonId, [...youngPersonIds])
			)
		)
		.orderBy(carerConsultations.askedAt, carerConsultations.id);
}

/** What became of the last mail to each link. */
async function lastMails(
	queries: Queries,
	linkIds: readonly string[]
): Promise<Map<string, string>> {
	const { messages } = queries.tables;
	const rows = await inChunks(linkIds, (chunk) =>
		queries
			.select({ linkId: messages.outsideLinkId, state: messages.state })
			.from(messages)
			.where(inArray(messages.outsideLinkId, chunk))
			.orderBy(messages.createdAt, messages.id)
	);
	return new Map(rows.flatMap(({ linkId, state }) => (linkId === null ? [] : [[linkId, state]])));
}

function askedView(
	core: Core,
	{ row, link }: Asked,
	mails: ReadonlyMap<string, string>,
	{ standings }: CarerPlace
): AskedCarer {
	const mail = mails.get(link?.id ?? '');
	const mayRead = may('carer.read', standings);
	const state =
		row.endedAt !== null ? 'taken_back' : row.answeredAt === null ? 'asked' : 'answered';
	return {
		id: row.id,
		name: carerName(core, row),
		role: carerRoleOf(row.role),
		language: row.language,
		askedAt: row.askedAt,
		state,
		by: state === 'asked' ? (carerEmail(core, row) === null ? 'slip' : 'email') : null,
		mail: state === 'asked' && mail !== undefined ? mailState(mail) : null,
		writtenToday:
			link !== null && link.sentAt !== null && londonDate(link.sentAt) === londonDate(core.now()),
		chasedAt: row.chasedAt,
		answeredAt: row.answeredAt,
		flag: mayRead ? carerFlagOf(row.flag) : null,
		mayRead: mayRead && row.answeredAt !== null
	};
}

const mailState = (state: string): 'waiting' | 'sent' | 'failed' =>
	state === 'sent' ? 'sent' : state === 'waiting' || state === 'sending' ? 'waiting' : 'failed';

/** Who answered before earlier reviews and can still be written to: each once, as they were asked last. */
async function answeredBefore(
	core: Core,
	queries: Queries,
	meetingId: string,
	youngPersonIds: readonly string[]
): Promise<Map<string, CarerBefore[]>> {
	const { carerConsultations } = queries.tables;
	const rows = await queries
		.select()
		.from(carerConsultations)
		.where(
			and(
				inArray(carerConsultations.youngPersonId, [...youngPersonIds]),
				ne(carerConsultations.meetingId, meetingId),
				isNotNull(carerConsultations.answeredAt),
				isNotNull(carerConsultations.emailSealed)
			)
		)
		.orderBy(desc(carerConsultations.answeredAt), carerConsultations.id);
	const found = new Map<string, CarerBefore[]>();
	for (const row of rows) {
		const name = carerName(core, row);
		const known = found.get(row.youngPersonId) ?? [];
		if (known.length >= MOST_CARERS || known.some((one) => one.name === name)) continue;
		const one = { consultationId: row.id, name, role: carerRoleOf(row.role) };
		found.set(row.youngPersonId, [...known, one]);
	}
	return found;
}

/** How far the carers of each young person of a review are asked: for its chair’s list. */
export interface CarersCount {
	readonly asked: number;
	readonly answered: number;
}

export async function carersCounted(
	queries: Queries,
	meetingId: string
): Promise<Map<string, CarersCount>> {
	const { carerConsultations } = queries.tables;
	const rows = await queries
		.select({
			youngPersonId: carerConsultations.youngPersonId,
			answeredAt: carerConsultations.answeredAt
		})
		.from(carerConsultations)
		.where(and(eq(carerConsultations.meetingId, meetingId), isNull(carerConsultations.endedAt)));
	const byPerson = Map.groupBy(rows, ({ youngPersonId }) => youngPersonId);
	return new Map(
		[...byPerson].map(([id, of]) => [
			id,
			{
				asked: of.length,
				answered: of.filter(({ answeredAt }) => answeredAt !== null).length
			}
		])
	);
}
