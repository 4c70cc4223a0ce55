import { londonDate } from '../../language/dates.ts';
import { MEETING_KINDS } from '../../meetings/kinds.ts';
import { nextMeeting } from '../../meetings/linking.ts';
import { demand, may, rolesOf, type Actor } from '../access.ts';
import { mayAskCarers } from '../carers/standings.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { ageOn } from '../people.ts';
import type { MeetingView } from '../statements/views.ts';
import { caseloadOf, idsOfName, pageOfEverybody } from './caseload.ts';
import { youngPersonOf } from './facts.ts';
import { cardsOf, gettingOnOf, type Card, type GettingOn } from './getting-on.ts';
import { nameIndexOfText } from './name-index.ts';
import { staffByIds } from './staff-names.ts';
import { standingsTowards } from './standings.ts';
import { youngPeopleByIds, type YoungPersonName } from './young-people-names.ts';

export interface PersonRow extends YoungPersonName {
	readonly gettingOn: GettingOn['state'];
}

export interface PeopleList {
	readonly people: readonly PersonRow[];
	readonly page: number;
	readonly pages: number;
	readonly total: number;
	/** Whether they are taken from all the council's young people, or from those the reader is officer of. */
	readonly everybody: boolean;
}

export interface PersonView extends YoungPersonName {
	readonly officer: string | null;
	readonly socialWorker: string | null;
	readonly team: string | null;
	readonly next: MeetingView | null;
	readonly gettingOn: GettingOn;
	/** Newest first. */
	readonly cards: readonly Card[];
	readonly mayInvite: boolean;
	/** How they take part in their meetings. */
	readonly mayWritePlan: boolean;
	/** A concern about their care, and a look between two meetings. */
	readonly mayRaiseConcern: boolean;
	/** A form, on this device or theirs. */
	readonly mayStartTogether: boolean;
	/** Carers, before the review that is next. */
	readonly mayAskCarers: boolean;
}

export interface People {
	/** @param input.name what they are called and their last name, exactly */
	list(actor: Actor, input: { name?: string; page?: number }): Promise<PeopleList>;
	see(actor: Actor, youngPersonId: string): Promise<PersonView>;
}

const A_PAGE = 25;

export function createPeople(core: Core): People {
	const { read } = core.database;

	/** Their ids in the order they are shown, for one page. */
	async function idsFor(actor: Actor, page: number, name: string) {
		const roles = rolesOf(actor);
		const everybody = may('young_person.list_all', roles);
		const found = name === '' ? null : await idsOfName(read, nameIndexOfText(core.vault, name));
		if (everybody && !found) return { everybody, ...(await pageOfEverybody(read, page, A_PAGE)) };

		const caseload = actor.kind === 'staff' ? await caseloadOf(read, actor) : [];
		// An officer without a caseload has a list, with nobody in it.
		if (!everybody && caseload.length === 0 && !may('inbox.see', roles)) throw notFound();
		const mine = found?.filter((id) => everybody || caseload.includes(id)) ?? caseload;
		const ids = await byName(read, mine);
		return { everybody, ids: ids.slice((page - 1) * A_PAGE, page * A_PAGE), total: ids.length };
	}

	async function byName(queries: Queries, ids: readonly string[]): Promise<string[]> {
		const people = await youngPeopleByIds(core, queries, ids);
		const { compare } = new Intl.Collator('en');
		return [...people.values()].sort((a, b) => compare(a.name, b.name)).map(({ id }) => id);
	}

	return {
		async list(actor, input) {
			const page = Math.max(1, Math.floor(input.page ?? 1) || 1);
			const { ids, total, everybody } = await idsFor(actor, page, (input.name ?? '').trim());
			const people = await youngPeopleByIds(core, read, ids);
			const gettingOn = await gettingOnOf(core, read, ids);
			return {
				people: ids.flatMap((id) => {
					const person = people.get(id);
					return person ? { ...person, gettingOn: gettingOn.get(id)?.state ?? 'no_account' } : [];
				}),
				page,
				pages: Math.max(1, Math.ceil(total / A_PAGE)),
				total,
				everybody
			};
		},
		see: (actor, youngPersonId) =>
			core.database.inTransaction(async (tx) => {
				const standings = await standingsTowards(tx, actor, youngPersonId);
				demand('young_person.see', standings);
				const { row, profile } = await youngPersonOf(core, tx, youngPersonId);
				const now = core.now();
				const next = nextMeeting(MEETING_KINDS, await meetingsOf(tx, youngPersonId), now);
				const staff = await staffByIds(
					core,
					tx,
					[row.officerId, row.socialWorkerId, next?.chairId].flatMap((id) => id ?? [])
				);
				const gettingOn = (await gettingOnOf(core, tx, [youngPersonId])).get(youngPersonId);
				await core.audit.record(tx, { action: 'young_person.seen', actor, youngPersonId });
				return {
					id: youngPersonId,
					name: `${profile.knownAs} ${profile.lastName}`,
					age: ageOn(profile.dateOfBirth, londonDate(now)),
					language: row.language,
					dialect: profile.dialect,
					officer: staff.get(row.officerId ?? '')?.name ?? null,
					socialWorker: staff.get(row.socialWorkerId ?? '')?.name ?? null,
					team: row.team,
					next: next && meetingView(next, staff, now),
					gettingOn: gettingOn ?? { state: 'no_account', accountSince: null },
					cards: await cardsOf(core, tx, youngPersonId),
					mayInvite: may('invitation.make', standings),
					mayWritePlan: may('participation_plan.write', standings),
					mayRaiseConcern: may('concern.raise', standings) && !standings.includes('worker'),
					mayStartTogether: may('together.start', standings),
					mayAskCarers: next !== null && (await mayAskCarers(tx, actor, next.id, youngPersonId))
				};
			})
	};
}
