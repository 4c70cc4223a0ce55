import { eq, inArray } from 'drizzle-orm';
import {
	CONFERENCES,
	MEETING_KINDS,
	meetingKindOf,
	type MeetingKind
} from '../../meetings/kinds.ts';
import { actsFor, demand, demandOfStaff, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { isId } from '../ids.ts';
import { findMeeting } from '../meetings/standings.ts';
import { caseloadOf } from '../people/caseload.ts';
import { standingsTowards } from '../people/standings.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { caseloadRows } from './caseload-rows.ts';
import { meetingView, type DiaryMeeting } from './meeting.ts';

/** What can be chosen on the form of a meeting. */
export interface MeetingChoices {
	/** Those it is surely about come first, then who bears the same name, then everybody else of theirs. */
	readonly youngPeople: readonly {
		readonly id: string;
		readonly name: string;
		readonly likely: boolean;
	}[];
	/** Who works with them first. */
	readonly staff: readonly {
		readonly id: string;
		readonly name: string;
		readonly likely: boolean;
	}[];
}

export interface FormToMake extends MeetingChoices {
	/** Null while nobody is chosen: then it asks for whom. */
	readonly chosen: {
		readonly ids: readonly string[];
		readonly kinds: readonly MeetingKind[];
		readonly kind: MeetingKind;
		readonly dueBy: string | null;
		readonly afterId: string | null;
		/** How the one before it was: often the next is like it. */
		readonly like: DiaryMeeting | null;
	} | null;
}

/**
 * A form for a new meeting, filled in as far as we know.
 * @param input.afterId the meeting it follows: it is about the same young people
 */
export async function formToMake(
	core: Core,
	queries: Queries,
	actor: Actor,
	input: { readonly youngPersonId: string | null; readonly afterId: string | null }
): Promise<FormToMake> {
	demandOfStaff('desk.open', actor);
	const theirs = await caseloadOf(queries, actor);
	if (input.youngPersonId === null && input.afterId === null) {
		demand('inbox.see', actor.roles);
		return { chosen: null, ...(await choicesOf(core, queries, actor, { ids: [], theirs })) };
	}
	const before =
		input.afterId === null ? null : await findMeeting(core, queries, actor, input.afterId);
	const ids = before
		? before.youngPersonIds
		: isId(input.youngPersonId ?? '')
			? [input.youngPersonId ?? '']
			: [];
	if (ids.length === 0) throw notFound();
	const conference = before !== null && CONFERENCES.includes(meetingKindOf(before.row.kind));
	const asChair = conference && before.standings.includes('chair') ? (['chair'] as const) : [];
	for (const id of ids)
		demand('meeting.make', [...(await standingsTowards(queries, actor, id)), ...asChair]);

	const rows = (await caseloadRows(core, queries, actsFor(actor))).filter(
		({ youngPersonId, meetingId }) => ids.includes(youngPersonId) && meetingId === null
	);
	const needed = conference ? rows.find(({ kind }) => CONFERENCES.includes(kind)) : rows[0];
	const kind = conference ? 'review_conference' : (needed?.kind ?? 'looked_after_review');
	return {
		chosen: {
			ids,
			kinds: conference ? (['review_conference'] as const) : MEETING_KINDS,
			kind,
			dueBy: needed?.dueBy ?? null,
			afterId: conference ? input.afterId : null,
			like: before && (await meetingView(core, queries, actor, before.row.id))
		},
		...(await choicesOf(core, queries, actor, { ids, theirs }))
	};
}

/** The form of a meeting that is there, to be changed. @throws Refusal `not_found` */
export async function formToChange(
	core: Core,
	queries: Queries,
	actor: Actor,
	meetingId: string
): Promise<{ readonly meeting: DiaryMeeting } & MeetingChoices> {
	const { standings } = await findMeeting(core, queries, actor, meetingId);
	demandOfStaff('meeting.change', actor, standings);
	const meeting = await meetingView(core, queries, actor, meetingId);
	const ids = meeting.youngPeople.map(({ id }) => id);
	const theirs = CONFERENCES.includes(meeting.kind) ? await caseloadOf(queries, actor) : [];
	return {
		meeting,
		...(await choicesOf(core, queries, actor, { ids, theirs, guestIds: meeting.guestIds }))
	};
}

async function choicesOf(
	core: Core,
	queries: Queries,
	actor: StaffActor,
	{
		ids,
		theirs,
		guestIds = []
	}: { ids: readonly string[]; theirs: readonly string[]; guestIds?: readonly string[] }
): Promise<MeetingChoices> {
	const { staff, youngPeople } = queries.tables;
	const { compare } = new Intl.Collator('en');
	const byName = (a: { name: string }, b: { name: string }) => compare(a.name, b.name);
	const people = await youngPeopleByIds(core, queries, [...new Set([...ids, ...theirs])]);
	const lastNames = new Set(ids.map((id) => lastWord(people.get(id)?.name)));
	const workers =
		ids.length === 0
			? []
			: await queries
					.select({ id: youngPeople.socialWorkerId, officerId: youngPeople.officerId })
					.from(youngPeople)
					.where(inArray(youngPeople.id, [...ids]));
	const active = await queries.select({ id: staff.id }).from(staff).where(eq(staff.active, 1));
	const names = await staffByIds(
		core,
		queries,
		active.map(({ id }) => id)
	);
	const withThem = new Set([
		...workers.flatMap(({ id, officerId }) => [id, officerId]),
		...guestIds
	]);
	return {
		youngPeople: [...people.values()]
			.map(({ id, name }) => ({
				id,
				name,
				likely: ids.includes(id) || lastNames.has(lastWord(name))
			}))
			.sort((a, b) => Number(ids.includes(b.id)) - Number(ids.includes(a.id)) || byName(a, b)),
		staff: [...names]
			.map(([id, { name }]) => ({ id, name, likely: withThem.has(id) }))
			.filter(({ id }) => id !== actor.id)
			.sort(byName)
	};
}

const lastWord = (name = ''): string => name.split(' ').at(-1) ?? '';
