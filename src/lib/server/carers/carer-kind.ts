import { and, eq, isNull } from 'drizzle-orm';
import {
	carerConsultation,
	CARER_FLAGS,
	PLACEMENT_QUESTION,
	type CarerFlag
} from '../../forms/catalogue/carer-consultation.ts';
import type { Answers } from '../../forms/answers.ts';
import type { Facts, PromiseFact } from '../../forms/definition.ts';
import { londonDate } from '../../language/dates.ts';
import { NOBODY } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { decisionsWhere } from '../deciding/decisions.ts';
import { notFound } from '../errors.ts';
import { toldMeetings } from '../letters/told.ts';
import { tell, type Notice } from '../notices/notices.ts';
import type { OutsideKind, SentOutside } from '../outside/kinds.ts';
import type { LinkRow } from '../outside/links.ts';
import { ageOn } from '../people.ts';
import { youngPersonOf } from '../people/facts.ts';
import { managerIds } from '../people/managers.ts';
import { canBeAnswered } from './due.ts';
import { carerPlace, type CarerAnswers, type ConsultationRow } from './rows.ts';

/** What a carer is asked before a review, over a link of their own, and what becomes of it. */
export function carerKind(core: Core): OutsideKind {
	return {
		purpose: 'carer',
		form: carerConsultation,
		facts: (queries, link) => factsFor(core, queries, link),
		async about(queries, link) {
			await demandOpen(core, queries, link);
			const { profile } = await youngPersonOf(core, queries, link.youngPersonId ?? '');
			return { values: { name: profile.knownAs } };
		},
		deliver: (tx, sent) => deliver(core, tx, sent),
		async delivered(queries, sendKey) {
			const { carerConsultations } = queries.tables;
			const [found] = await queries
				.select({ id: carerConsultations.id })
				.from(carerConsultations)
				.where(eq(carerConsultations.sendKey, sendKey));
			return found !== undefined;
		},
		// Who was asked stands in the list of whoever asked; that they answered is no secret.
		deletesLink: false
	};
}

/** The consultation of a link, while its review is still to come. @throws Refusal `not_found` */
async function demandOpen(core: Core, queries: Queries, link: LinkRow): Promise<ConsultationRow> {
	const { carerConsultations, meetings } = queries.tables;
	const [found] = await queries
		.select({ row: carerConsultations, meeting: meetings })
		.from(carerConsultations)
		.innerJoin(meetings, eq(meetings.id, carerConsultations.meetingId))
		.where(
			and(
				eq(carerConsultations.linkId, link.id),
				isNull(carerConsultations.endedAt),
				isNull(carerConsultations.answeredAt)
			)
		);
	if (!found || !canBeAnswered(found.meeting, core.now())) throw notFound();
	return found.row;
}

/** Nothing of what the young person said is among these: a carer is asked about what the last review decided. */
async function factsFor(core: Core, queries: Queries, link: LinkRow): Promise<Facts> {
	const { youngPersonId } = await demandOpen(core, queries, link);
	const { profile, row } = await youngPersonOf(core, queries, youngPersonId);
	return {
		unaccompanied: row.unaccompanied === 'yes',
		age: ageOn(profile.dateOfBirth, londonDate(core.now())),
		promises: await decidedLastTime(core, queries, youngPersonId),
		statuses: [],
		planned: [],
		justHeld: false,
		writeUpDue: false
	};
}

/**
 * What the last review decided that somebody was to do, or by a day: once the young person has been told, in the words
 * of whoever chaired. What is kept for the chair or protected is not here, nor a point in the young person's own words.
 */
async function decidedLastTime(
	core: Core,
	queries: Queries,
	youngPersonId: string
): Promise<PromiseFact[]> {
	const { decisions, meetings, meetingYoungPeople } = queries.tables;
	const told = await toldMeetings(core, queries, youngPersonId);
	const reviews = await queries
		.select({ id: meetings.id })
		.from(meetingYoungPeople)
		.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
		.where(
			and(
				eq(meetingYoungPeople.youngPersonId, youngPersonId),
				eq(meetings.kind, 'looked_after_review')
			)
		);
	const [last] = reviews
		.flatMap(({ id }) => told.get(id) ?? [])
		.sort((a, b) => b.heldOn.localeCompare(a.heldOn));
	if (!last) return [];
	const found = await decisionsWhere(
		core,
		queries,
		and(
			eq(decisions.meetingId, last.meetingId),
			eq(decisions.youngPersonId, youngPersonId),
			isNull(decisions.kept)
		)
	);
	return found.flatMap(({ id, outcome, decided, point, owner, dueOn, statementId }) => {
		if (outcome !== 'agreed' && outcome !== 'partly') return [];
		if (owner === null && dueOn === null) return [];
		const words = decided ?? (statementId === null ? point : null);
		return words === null || words.words === '' ? [] : [{ id, words: words.words }];
	});
}

async function deliver(core: Core, tx: Tx, sent: SentOutside): Promise<void> {
	const { carerConsultations } = tx.tables;
	const consultation = await demandOpen(core, tx, sent.link);
	const { id, youngPersonId, meetingId } = consultation;
	const { row, keys } = await youngPersonOf(core, tx, youngPersonId);
	const answers: CarerAnswers = sent.answers;
	const flag = flagIn(sent.answers);
	await tx
		.update(carerConsultations)
		.set({
			sendKey: sent.sendKey,
			language: sent.language,
			wordingSealed: keys.sealJson(row.keyId, carerPlace(id, 'wording'), sent.wording),
			answersSealed: keys.sealJson(row.keyId, carerPlace(id, 'answers'), answers),
			flag,
			answeredAt: core.now()
		})
		.where(eq(carerConsultations.id, id));
	await core.audit.record(tx, {
		action: 'carer.answered',
		actor: NOBODY,
		youngPersonId,
		subject: { kind: 'carer_consultation', id },
		detail: { language: sent.language, flagged: flag !== null }
	});
	await tellReaders(core, tx, { id, youngPersonId, meetingId, flag, officerId: row.officerId });
}

function flagIn(answers: Answers): CarerFlag | null {
	const given = answers[PLACEMENT_QUESTION];
	return CARER_FLAGS.find((flag) => given?.kind === 'pick' && given.value === flag) ?? null;
}

/**
 * Whoever chairs is told; that a placement is under strain, the officer too, or the managers where there is neither.
 */
async function tellReaders(
	core: Core,
	tx: Tx,
	of: {
		readonly id: string;
		readonly youngPersonId: string;
		readonly meetingId: string;
		readonly flag: CarerFlag | null;
		readonly officerId: string | null;
	}
): Promise<void> {
	const { meetings } = tx.tables;
	const [meeting] = await tx
		.select({ chairId: meetings.chairId })
		.from(meetings)
		.where(eq(meetings.id, of.meetingId));
	const chairs = [meeting?.chairId ?? of.officerId].flatMap((one) => one ?? []);
	const flagged = [...new Set([...chairs, ...(of.officerId === null ? [] : [of.officerId])])];
	const kind = of.flag === null ? 'carer_answered' : 'carer_flagged';
	const readers = of.flag === null ? chairs : flagged;
	const to = readers.length > 0 ? readers : of.flag === null ? [] : await managerIds(tx);
	const notices = to.map((staffId): Notice => ({
		to: { staffId, kind },
		about: of.youngPersonId,
		meetingId: of.meetingId,
		subjectId: of.id
	}));
	await tell(tx, notices, core.now());
}
