import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { PRIVATE_TO_CHAIR } from '../../forms/catalogue/carer-consultation.ts';
import type { Wording } from '../../forms/wording.ts';
import { may, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { subjectNoticesSeen } from '../notices/notices.ts';
import { youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import {
	carerFlagOf,
	carerName,
	carerPlace,
	carerRoleOf,
	type CarerAnswers,
	type ConsultationRow
} from './rows.ts';
import { carerMeeting, consultationFor } from './standings.ts';
import type { CarerAnswer, CarerWords, ConsultationView } from './views.ts';

/** Opens what a carer said, for whoever chairs; each time it leaves a line in the chain. */
export function openConsultation(
	core: Core,
	actor: Actor,
	of: { readonly meetingId: string; readonly consultationId: string }
): Promise<ConsultationView> {
	return core.database.inTransaction(async (tx) => {
		const found = await consultationFor(tx, 'carer.read', actor, of);
		const { consultation, row, place } = found;
		const people = await youngPeopleByIds(core, tx, [place.youngPersonId]);
		const person = people.get(place.youngPersonId);
		if (!person) throw notFound();
		const words = await opened(core, tx, found.actor, consultation);
		const meeting = meetingRow(row, place.officerId);
		const staff = await staffByIds(core, tx, meeting.chairId === null ? [] : [meeting.chairId]);
		return {
			...words,
			meeting: meetingView(meeting, staff, core.now()),
			youngPerson: { id: person.id, name: person.name }
		};
	});
}

/**
 * All that carers of a young person said before a review, for the brief of that young person: what is flagged first.
 * Opened with it, each leaves the line it leaves when it is opened by itself. Of other meetings there is nothing.
 */
export async function carersForBrief(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	place: { readonly meetingId: string; readonly youngPersonId: string }
): Promise<CarerWords[]> {
	const { carerConsultations } = tx.tables;
	const rows = await tx
		.select()
		.from(carerConsultations)
		.where(
			and(
				eq(carerConsultations.meetingId, place.meetingId),
				eq(carerConsultations.youngPersonId, place.youngPersonId),
				isNotNull(carerConsultations.answeredAt),
				isNull(carerConsultations.endedAt)
			)
		)
		.orderBy(asc(carerConsultations.answeredAt), asc(carerConsultations.id));
	if (rows.length === 0) return [];
	const { places } = await carerMeeting(tx, actor, place.meetingId);
	const own = places.find(({ youngPersonId }) => youngPersonId === place.youngPersonId);
	if (!may('carer.read', own?.standings ?? [])) return [];
	const words: CarerWords[] = [];
	for (const row of rows) words.push(await opened(core, tx, actor, row));
	return words.toSorted((a, b) => Number(b.flag !== null) - Number(a.flag !== null));
}

async function opened(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	row: ConsultationRow
): Promise<CarerWords> {
	const { id, youngPersonId, wordingSealed, answersSealed, answeredAt } = row;
	if (wordingSealed === null || answersSealed === null || answeredAt === null) throw notFound();
	const person = await youngPersonOf(core, tx, youngPersonId);
	const { keyId } = person.row;
	const wording = person.keys.openJson<Wording>(keyId, carerPlace(id, 'wording'), wordingSealed);
	const answers = person.keys.openJson<CarerAnswers>(
		keyId,
		carerPlace(id, 'answers'),
		answersSealed
	);
	const now = core.now();
	if (row.openedAt === null) {
		const { carerConsultations } = tx.tables;
		await tx
			.update(carerConsultations)
			.set({ openedAt: now, openedByStaffId: actor.id })
			.where(eq(carerConsultations.id, id));
		const kinds = ['carer_answered', 'carer_flagged'] as const;
		await subjectNoticesSeen(tx, { subjectId: id, kinds }, now);
	}
	await core.audit.record(tx, {
		action: 'carer.opened',
		actor,
		youngPersonId,
		subject: { kind: 'carer_consultation', id }
	});
	return {
		id,
		name: carerName(core, row),
		role: carerRoleOf(row.role),
		answeredAt,
		flag: carerFlagOf(row.flag),
		...parted(wording, answers)
	};
}

/** What may be read out, under the headings it was asked under, and what is for whoever chairs alone. */
function parted(wording: Wording, answers: CarerAnswers): Pick<CarerWords, 'sections' | 'apart'> {
	const sections: { title: Wording['title']; items: CarerAnswer[] }[] = [];
	const apart: CarerAnswer[] = [];
	for (const question of wording.questions) {
		const answer = answers[question.id];
		// That there is something for the chair alone is said by its being there.
		if (!answer || answer.kind === 'skipped' || answer.kind === 'yes_no') continue;
		const chairOnly = PRIVATE_TO_CHAIR.includes(question.id);
		const given = { questionId: question.id, answer, chairOnly, language: wording.language };
		const item = { question, given, shownIn: wording.language };
		const last = sections.at(-1);
		if (chairOnly) apart.push(item);
		else if (last?.title.english === question.section.english) last.items.push(item);
		else sections.push({ title: question.section, items: [item] });
	}
	return { sections, apart };
}
