import { and, eq, inArray } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import { noLetterWords } from '../../meetings/letter.ts';
import { demandOfStaff, may, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { readLimits } from '../council/limits.ts';
import type { Tx } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { readExtraDays } from '../meetings/extra-days.ts';
import { meetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { findMeeting, type MeetingsRow } from '../meetings/standings.ts';
import { staffByIds } from '../people/staff-names.ts';
import { youngPeopleByIds } from '../people/young-people-names.ts';
import { afterwardsOf } from './afterwards.ts';
import { askedAbout } from './asked-about.ts';
import { isSpoken, letterClock, letterSource, samePaper, type Writing } from './contents.ts';
import { contentsIn, findLetter, letterStateOf, type LetterOf } from './rows.ts';
import type { ComposeView, LetterRowView, LettersOfMeeting } from './views.ts';

/** The letters of one meeting, a row for each young person it is about. No letter is opened for it. */
export function ofMeeting(core: Core, actor: Actor, meetingId: string): Promise<LettersOfMeeting> {
	return core.database.inTransaction(async (tx) => {
		const { row, youngPersonIds, standings } = await findMeeting(core, tx, actor, meetingId);
		demandOfStaff('letter.see', actor, standings);
		const { letters } = tx.tables;
		const rows =
			youngPersonIds.length === 0
				? []
				: await tx
						.select()
						.from(letters)
						.where(
							and(
								eq(letters.meetingId, meetingId),
								inArray(letters.youngPersonId, [...youngPersonIds])
							)
						);
		const people = await youngPeopleByIds(core, tx, youngPersonIds);
		const afterwards = await afterwardsOf(core, tx, actor, meetingId, youngPersonIds);
		const asked = await askedAbout(tx, meetingId);
		const clockOf = await clocks(core, tx, row);
		const views = youngPersonIds.flatMap((id): LetterRowView[] => {
			const person = people.get(id);
			const letter = rows.find(({ youngPersonId }) => youngPersonId === id);
			if (!person) return [];
			return [
				{
					youngPerson: { id, name: person.name, age: person.age },
					state: letter ? letterStateOf(letter.state) : null,
					clock: clockOf(letter?.sentAt ?? null),
					approvedAt: letter?.approvedAt ?? null,
					sentAt: letter?.sentAt ?? null,
					readAt: letter?.readAt ?? null,
					askedAt: asked.get(id) ?? null,
					afterwards: afterwards.get(id) ?? null
				}
			];
		});
		return { meeting: await viewOf(core, tx, row), letters: views };
	});
}

/** A letter for who writes or approves it, as it will be read. */
export function compose(
	core: Core,
	writing: Writing,
	actor: Actor,
	{ meetingId, youngPersonId }: LetterOf
): Promise<ComposeView> {
	return core.database.inTransaction(async (tx) => {
		const {
			row: meeting,
			youngPersonIds,
			standings
		} = await findMeeting(core, tx, actor, meetingId);
		demandOfStaff('letter.see', actor, standings);
		if (!youngPersonIds.includes(youngPersonId)) throw notFound();
		const row = await findLetter(tx, { meetingId, youngPersonId });
		const source = await letterSource(core, tx, writing, meeting, youngPersonId);
		const kept = row && contentsIn(row, source.reader);
		const words = kept?.words ?? noLetterWords('en');
		const state = row ? letterStateOf(row.state) : 'draft';
		const now = source.paper(words);
		const sent = state === 'sent' ? kept?.paper : null;
		const people = await youngPeopleByIds(core, tx, [youngPersonId]);
		const person = people.get(youngPersonId);
		if (!person) throw notFound();
		const approver = row?.approvedByStaffId ?? '';
		const staff = await staffByIds(core, tx, approver === '' ? [] : [approver]);
		const afterwards = await afterwardsOf(core, tx, actor, meetingId, [youngPersonId]);
		const asked = await askedAbout(tx, meetingId);
		await core.audit.record(tx, {
			action: 'letter.opened',
			actor,
			youngPersonId,
			subject: { kind: 'meeting', id: meetingId }
		});
		return {
			meeting: await viewOf(core, tx, meeting),
			clock: (await clocks(core, tx, meeting))(row?.sentAt ?? null),
			youngPerson: { id: person.id, name: person.name, age: person.age },
			reads: source.reader.reads,
			spoken: isSpoken(source.reader.reads),
			letterId: row?.id ?? null,
			state,
			version: row?.version ?? 0,
			words,
			decisions: source.decisions,
			undecided: source.undecided,
			open: source.open,
			hasAccount: source.reader.hasAccount,
			paper: sent ?? now,
			stale: state === 'approved' && !samePaper(kept?.paper ?? null, now),
			approved:
				row === null || row.approvedAt === null
					? null
					: { by: staff.get(approver)?.name ?? '', at: row.approvedAt },
			sentAt: row?.sentAt ?? null,
			readAt: row?.readAt ?? null,
			askedAt: asked.get(youngPersonId) ?? null,
			afterwards: afterwards.get(youngPersonId) ?? null,
			mayWrite: may('letter.write', standings)
		};
	});
}

async function viewOf(core: Core, tx: Tx, row: MeetingsRow): Promise<LettersOfMeeting['meeting']> {
	const staff = await staffByIds(core, tx, row.chairId === null ? [] : [row.chairId]);
	return { ...meetingView(meetingRow(row, null), staff, core.now()), heldOn: row.heldOn };
}

async function clocks(core: Core, tx: Tx, meeting: MeetingsRow) {
	const limits = await readLimits(tx);
	const extraDays = await readExtraDays(tx);
	return (sentAt: number | null) =>
		meeting.heldOn === null || meeting.heldOn > londonDate(core.now())
			? null
			: letterClock(meeting, sentAt, { now: core.now(), limits, extraDays });
}
