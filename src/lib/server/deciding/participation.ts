import { and, eq } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import {
	ATTENDED,
	codeFaults,
	CONVEYED,
	participationCodeOf,
	suggestCode,
	type Attended,
	type Conveyed
} from '../../meetings/participation.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { findMeeting, type MeetingsRow } from '../meetings/standings.ts';
import { tell } from '../notices/notices.ts';
import { ageOn } from '../people.ts';
import { youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { chairedFor, statementsFor } from './chaired.ts';
import { chairIds } from './chairs.ts';
import type { ParticipationView } from './views.ts';

interface Of {
	readonly meetingId: string;
	readonly youngPersonId: string;
}

/** What is returned to the Department is about reviews of looked-after children alone. */
const RETURNED = 'looked_after_review';

/** How somebody took part, and which code that makes. */
export async function participationOf(
	core: Core,
	queries: Queries,
	row: MeetingsRow,
	of: Of
): Promise<ParticipationView & { readonly ageOnDay: number }> {
	const theirs = await theirRow(queries, of);
	const { profile } = await youngPersonOf(core, queries, of.youngPersonId);
	const ageOnDay = ageOn(profile.dateOfBirth, dayOf(core, row));
	const attended = ATTENDED.find((known) => known === theirs.attended) ?? null;
	const conveyed = CONVEYED.find((known) => known === theirs.conveyed) ?? null;
	const code = participationCodeOf(theirs.participationCode);
	const sentStatement = (await statementsFor(queries, of)).length > 0;
	const by = theirs.codeByStaffId;
	const staff = await staffByIds(core, queries, by === null ? [] : [by]);
	const returned = row.kind === RETURNED && row.heldOn !== null;
	return {
		attended,
		conveyed,
		code,
		confirmed:
			theirs.codeConfirmedAt === null
				? null
				: { at: theirs.codeConfirmedAt, by: staff.get(by ?? '')?.name ?? '' },
		suggested: suggestCode({ ageOnDay, attended, conveyed, sentStatement }),
		faults: returned ? codeFaults(code, { ageOnDay, shortBreaksOnly: false }) : [],
		sentStatement,
		ageOnDay
	};
}

/** The day that counts: when it was held; before that, when it is planned. */
function dayOf(core: Core, row: MeetingsRow): string {
	return row.heldOn ?? londonDate(row.scheduledAt ?? core.now());
}

/** Writes down whether they were there, and how what they think was heard. It confirms no code. */
export async function sayParticipation(
	core: Core,
	actor: Actor,
	input: Of & { readonly attended: Attended | null; readonly conveyed: Conveyed | null }
): Promise<void> {
	const { attended, conveyed } = input;
	if (attended === null) throw invalid('after_attended_missing');
	await core.database.inTransaction(async (tx) => {
		await demandHeld(core, tx, actor, input);
		await tx.update(tx.tables.meetingYoungPeople).set({ attended, conveyed }).where(at(tx, input));
		await record(core, tx, actor, input, { attended, conveyed: conveyed ?? '' });
	});
}

/**
 * An officer confirms a code: the one that was suggested, or another.
 * @throws Refusal invalid `after_code_440`, `after_code_441` as the Department would; `after_code_167` for none
 */
export async function confirmCode(
	core: Core,
	actor: Actor,
	input: Of & { readonly code: string }
): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const row = await demandHeld(core, tx, actor, input);
		await keepCode(core, tx, actor, input, row);
	});
}

/**
 * A manager records what the chair left out of a review that was held, or got wrong. The chair is told.
 * @throws Refusal conflict `complete_already` where a right code stands there by now; invalid as `confirmCode`
 */
export async function completeCode(
	core: Core,
	actor: Actor,
	input: Of & { readonly code: string }
): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const { row, youngPersonIds, standings } = await findMeeting(core, tx, actor, input.meetingId);
		demandOfStaff('participation.complete', actor, standings);
		if (!youngPersonIds.includes(input.youngPersonId) || row.kind !== RETURNED) throw notFound();
		if (row.heldOn === null) throw conflict('after_not_held');
		const { code, faults } = await participationOf(core, tx, row, input);
		if (code !== null && code === input.code) return;
		if (faults.length === 0) throw conflict('complete_already');
		await keepCode(core, tx, actor, input, row);
		await tell(
			tx,
			(await chairIds(tx, row.id))
				.filter((staffId) => staffId !== actor.id)
				.map((staffId) => ({
					to: { staffId, kind: 'code_recorded' as const },
					about: input.youngPersonId,
					meetingId: row.id,
					byStaffId: actor.id
				})),
			core.now()
		);
	});
}

async function keepCode(
	core: Core,
	tx: Tx,
	actor: Actor,
	input: Of & { readonly code: string },
	row: MeetingsRow
): Promise<void> {
	const code = participationCodeOf(input.code);
	const { ageOnDay } = await participationOf(core, tx, row, input);
	const [fault] = codeFaults(code, { ageOnDay, shortBreaksOnly: false });
	if (fault) throw invalid(`after_code_${fault}`);
	await tx
		.update(tx.tables.meetingYoungPeople)
		.set({
			participationCode: code,
			codeConfirmedAt: core.now(),
			codeByStaffId: actor.id
		})
		.where(at(tx, input));
	await record(core, tx, actor, input, { code: code ?? '' });
}

async function demandHeld(core: Core, tx: Tx, actor: Actor, of: Of): Promise<MeetingsRow> {
	const { row } = await chairedFor(core, tx, actor, 'meeting.decide', of);
	if (row.heldOn === null) throw conflict('after_not_held');
	return row;
}

async function theirRow(queries: Queries, of: Of) {
	const [found] = await queries
		.select()
		.from(queries.tables.meetingYoungPeople)
		.where(at(queries, of));
	if (!found) throw notFound();
	return found;
}

function at({ tables: { meetingYoungPeople } }: Queries, of: Of) {
	return and(
		eq(meetingYoungPeople.meetingId, of.meetingId),
		eq(meetingYoungPeople.youngPersonId, of.youngPersonId)
	);
}

async function record(
	core: Core,
	tx: Tx,
	actor: Actor,
	of: Of,
	detail: Readonly<Record<string, string>>
): Promise<void> {
	await core.audit.record(tx, {
		action: 'participation.recorded',
		actor,
		youngPersonId: of.youngPersonId,
		subject: { kind: 'meeting', id: of.meetingId },
		detail
	});
}
