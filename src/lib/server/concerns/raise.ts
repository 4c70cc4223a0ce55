import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { londonDate } from '../../language/dates.ts';
import { CONCERN_COLOURS, firstStage, stageDueOn } from '../../rights/concerns.ts';
import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readStages } from '../council/stages.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid, notFound } from '../errors.ts';
import { isId, sendKey } from '../ids.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { readableStatements } from '../statements/standings.ts';
import { concernPlace, tellingPlace } from './rows.ts';
import { standingsForConcerns } from './standings.ts';
import {
	demandShort,
	telling,
	tellingFrom,
	tellManagers,
	tellYoungPerson,
	words
} from './telling.ts';
import type { ConcernBegun } from './views.ts';

/** Enough to find the one it is about. */
const MEETINGS_OFFERED = 6;

const input = v.object({
	sendKey,
	youngPersonId: v.string(),
	meetingId: v.optional(v.nullable(v.string()), null),
	statementId: v.optional(v.nullable(v.string()), null),
	colour: v.optional(v.picklist(CONCERN_COLOURS)),
	words,
	telling
});
export type NewConcern = v.InferInput<typeof input>;

/** What the form for a concern starts from. */
export async function begin(
	core: Core,
	queries: Queries,
	actor: Actor,
	about: {
		readonly youngPersonId: string;
		readonly meetingId: string | null;
		readonly statementId: string | null;
	}
): Promise<ConcernBegun> {
	demandOfStaff(
		'concern.raise',
		actor,
		await raisersStandings(queries, actor, about.youngPersonId)
	);
	const person = (await youngPeopleByIds(core, queries, [about.youngPersonId])).get(
		about.youngPersonId
	);
	if (!person) throw notFound();
	const now = core.now();
	const meetings = (await meetingsOf(queries, person.id))
		.filter(({ cancelledAt }) => cancelledAt === null)
		.sort((a, b) => (b.scheduledAt ?? 0) - (a.scheduledAt ?? 0))
		.filter(({ id }, index) => index < MEETINGS_OFFERED || id === about.meetingId);
	const staff = await staffByIds(
		core,
		queries,
		meetings.flatMap(({ chairId }) => chairId ?? [])
	);
	const stage = firstStage(await readStages(queries));
	const { id, name, age, language } = person;
	return {
		youngPerson: { id, name, age, language },
		meetings: meetings.map((meeting) => meetingView(meeting, staff, now)),
		meetingId: meetings.find((meeting) => meeting.id === about.meetingId)?.id ?? null,
		statementId: await statementOf(queries, actor, id, about.statementId),
		stage,
		dueOn: stageDueOn(stage, londonDate(now), await readExtraDays(queries))
	};
}

/**
 * Raises a concern about a young person's care, informally first; once, however often it is asked with the same key.
 * They are told unless the officer says why not.
 * @throws Refusal invalid `concern_colour`, `concern_words`, `concern_telling`, `concern_why_not_told`
 */
export async function raise(core: Core, actor: Actor, given: NewConcern): Promise<string> {
	return core.database.inTransaction(async (tx) => {
		demandOfStaff('concern.raise', actor, await raisersStandings(tx, actor, given.youngPersonId));
		const parsed = v.safeParse(input, given);
		if (!parsed.success) throw invalid('form_unreadable');
		const { sendKey: key, youngPersonId, ...about } = parsed.output;
		const { concerns, concernSteps } = tx.tables;
		const [before] = await tx.select().from(concerns).where(eq(concerns.sendKey, key));
		if (before) {
			if (before.raisedByStaffId !== actor.id || before.youngPersonId !== youngPersonId)
				throw notFound();
			return before.id;
		}
		if (about.words === '') throw invalid('concern_words');
		demandShort(about.words);
		if (about.colour === undefined) throw invalid('concern_colour');
		const told = tellingFrom(about.telling);
		const meetingId = await meetingOf(tx, youngPersonId, about.meetingId);
		const statementId = await statementOf(tx, actor, youngPersonId, about.statementId);

		const now = core.now();
		const stage = firstStage(await readStages(tx));
		const stageDue = stageDueOn(stage, londonDate(now), await readExtraDays(tx));
		const { row: person, keys } = await youngPersonOf(core, tx, youngPersonId);
		const id = randomUUID();
		const tells = told.how !== 'not';
		await tx.insert(concerns).values({
			id,
			youngPersonId,
			sendKey: key,
			meetingId,
			statementId,
			colour: about.colour,
			wordsSealed: keys.sealText(person.keyId, concernPlace(id), about.words),
			stage: stage.id,
			stageDueOn: stageDue,
			raisedByStaffId: actor.id,
			raisedAt: now,
			tellingSealed: keys.sealJson(person.keyId, tellingPlace(id), told),
			toldAt: tells ? now : null,
			advocateOfferedAt: tells && about.telling.offerAdvocate ? now : null,
			version: 1
		});
		await tx.insert(concernSteps).values({
			id: randomUUID(),
			concernId: id,
			sendKey: `${key}/raised`,
			kind: 'raised',
			stage: stage.id,
			dueOn: stageDue,
			colour: about.colour,
			byStaffId: actor.id,
			createdAt: now
		});
		const concern = { id, youngPersonId, statementId };
		if (tells) await tellYoungPerson(core, tx, actor, concern, 'concern_raised', id);
		await tellManagers(core, tx, actor, concern, stage);
		await core.audit.record(tx, {
			action: 'concern.raised',
			actor,
			youngPersonId,
			subject: { kind: 'concern', id },
			detail: { stage: stage.id, colour: about.colour, told: tells }
		});
		return id;
	});
}

const raisersStandings = async (queries: Queries, actor: Actor, youngPersonId: string) =>
	isId(youngPersonId) ? standingsForConcerns(queries, actor, youngPersonId) : [];

/** @throws Refusal `not_found` where it is no meeting of theirs */
async function meetingOf(
	tx: Tx,
	youngPersonId: string,
	meetingId: string | null
): Promise<string | null> {
	if (meetingId === null) return null;
	const { meetingYoungPeople } = tx.tables;
	const [found] = await tx
		.select({ id: meetingYoungPeople.meetingId })
		.from(meetingYoungPeople)
		.where(
			and(
				eq(meetingYoungPeople.meetingId, meetingId),
				eq(meetingYoungPeople.youngPersonId, youngPersonId)
			)
		);
	if (!found) throw notFound();
	return found.id;
}

/** @throws Refusal `not_found` where it is nothing they sent, or nothing this officer may open */
async function statementOf(
	queries: Queries,
	actor: Actor,
	youngPersonId: string,
	statementId: string | null
): Promise<string | null> {
	if (statementId === null) return null;
	const { statements } = queries.tables;
	const [theirs] = await queries
		.select({ id: statements.id })
		.from(statements)
		.where(and(eq(statements.id, statementId), eq(statements.youngPersonId, youngPersonId)));
	if (!theirs || !(await readableStatements(queries, actor, [statementId])).has(statementId))
		throw notFound();
	return statementId;
}
