import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { noLetterWords, type InBoth, type LetterWords } from '../../meetings/letter.ts';
import { demandOfStaff, type Action, type Actor, type StaffActor } from '../access.ts';
import type { Core } from '../core.ts';
import { progressOf } from '../deciding/chaired.ts';
import type { Tx } from '../db/database.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { queueMessages } from '../mail/queue.ts';
import { findMeeting, type MeetingsRow } from '../meetings/standings.ts';
import { tell } from '../notices/notices.ts';
import { offerAfterwards } from './afterwards.ts';
import { letterSource, samePaper, type LetterSource, type Writing } from './contents.ts';
import {
	contentsIn,
	findLetter,
	letterPlace,
	type LetterContents,
	type LetterRow
} from './rows.ts';

export const MAX_LETTER_CHARACTERS = 4000;

const text = v.optional(v.pipe(v.string(), v.trim()), '');
const inBoth = v.object({ words: text, theirs: text });
const words = v.object({
	language: v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)),
	opening: inBoth,
	closing: inBoth,
	decisions: v.record(
		v.pipe(v.string(), v.uuid()),
		v.object({ note: inBoth, theirs: v.object({ point: text, decided: text, why: text }) })
	)
});
const request = v.object({
	meetingId: v.string(),
	youngPersonId: v.string(),
	version: v.pipe(v.number(), v.integer()),
	words: v.optional(words)
});
export type LetterInput = v.InferInput<typeof request>;

/**
 * Keeps what the officer wrote. After it was approved a change makes it a draft again.
 * @throws Refusal conflict `letter_changed` when it was written to since; `letter_sent`; invalid `letter_too_long`
 */
export function save(core: Core, writing: Writing, actor: Actor, input: LetterInput) {
	return change(core, writing, actor, 'letter.write', input, async (letter, tx, staff) => {
		if (letter.words === null) throw invalid('form_unreadable');
		if (letter.row && letter.same) return;
		await keep(core, tx, letter, {
			state: 'draft',
			contents: { words: letter.words, paper: null },
			byStaffId: staff.id,
			approved: null
		});
		await record(core, tx, staff, letter, 'letter.written');
	});
}

/**
 * Approves it, as it would be read now: that is how it is kept and sent. Whoever writes it may keep what they wrote in
 * the same step.
 * @throws Refusal conflict `letter_not_held` before the meeting was held, and as `save`
 */
export function approve(core: Core, writing: Writing, actor: Actor, input: LetterInput) {
	const action = input.words === undefined ? 'letter.approve' : 'letter.write';
	return change(core, writing, actor, action, input, async (letter, tx, staff) => {
		if (letter.meeting.heldOn === null) throw conflict('letter_not_held');
		const own = letter.words ?? letter.before?.words ?? noLetterWords('en');
		const paper = letter.source.paper(own);
		if (letter.row?.state === 'approved' && samePaper(letter.before?.paper ?? null, paper)) return;
		await keep(core, tx, letter, {
			state: 'approved',
			contents: { words: own, paper },
			byStaffId: letter.row?.byStaffId ?? staff.id,
			approved: { by: staff.id, at: core.now() }
		});
		await record(core, tx, staff, letter, 'letter.approved');
	});
}

/**
 * Sends it, once: the young person is told, and reads what was approved for as long as they like.
 * @throws Refusal conflict `letter_not_approved`; `letter_stale` where it would not read as it was approved;
 * `letter_with_managers` while they may still object: nobody is told of what may be changed again
 */
export function send(core: Core, writing: Writing, actor: Actor, input: LetterInput) {
	return change(core, writing, actor, 'letter.send', input, async (letter, tx, staff) => {
		const { row, before, source, meeting } = letter;
		if (row?.state !== 'approved' || !before?.paper) throw conflict('letter_not_approved');
		if (!samePaper(before.paper, source.paper(before.words))) throw conflict('letter_stale');
		const { state } = await progressOf(tx, meeting.id, core.now());
		// Decisions that were never sent to managers keep no letter waiting: not every council sends them all.
		if (state === 'sent' || state === 'objected') throw conflict('letter_with_managers');
		const now = core.now();
		const { letters } = tx.tables;
		await tx
			.update(letters)
			.set({ state: 'sent', sentAt: now, version: row.version + 1, updatedAt: now })
			.where(eq(letters.id, row.id));
		const youngPersonId = row.youngPersonId;
		await tell(
			tx,
			[
				{
					to: { youngPersonId, kind: 'letter' },
					about: youngPersonId,
					meetingId: meeting.id,
					byStaffId: staff.id
				}
			],
			now
		);
		const message = 'you_have_a_message';
		await queueMessages(tx, [{ to: { youngPersonId }, message, onceKey: `letter:${row.id}` }], now);
		await offerAfterwards(core, tx, { meetingId: meeting.id, youngPersonId }, { message: false });
		await record(core, tx, staff, letter, 'letter.sent');
	});
}

interface Letter {
	readonly meeting: MeetingsRow;
	readonly source: LetterSource;
	readonly row: LetterRow | null;
	readonly before: LetterContents | null;
	/** As they were posted; null where none were. */
	readonly words: LetterWords | null;
	/** They are what is kept already. */
	readonly same: boolean;
}

/** One step of one letter. A step taken twice, or on a letter that is out, is harmless. */
async function change(
	core: Core,
	writing: Writing,
	actor: Actor,
	action: Extract<Action, `letter.${string}`>,
	input: LetterInput,
	step: (letter: Letter, tx: Tx, staff: StaffActor) => Promise<void>
): Promise<void> {
	await core.database.inTransaction(async (tx) => {
		const {
			row: meeting,
			youngPersonIds,
			standings
		} = await findMeeting(core, tx, actor, input.meetingId);
		demandOfStaff(action, actor, standings);
		if (!youngPersonIds.includes(input.youngPersonId)) throw notFound();
		const parsed = v.safeParse(request, input);
		if (!parsed.success) throw invalid('form_unreadable');
		const { youngPersonId, version } = parsed.output;
		const row = await findLetter(tx, { meetingId: meeting.id, youngPersonId });
		if (row?.state === 'sent') {
			if (action === 'letter.send') return;
			throw conflict('letter_sent');
		}
		if ((row?.version ?? 0) !== version) throw conflict('letter_changed');
		const source = await letterSource(core, tx, writing, meeting, youngPersonId);
		const before = row && contentsIn(row, source.reader);
		const posted = parsed.output.words ?? null;
		if (posted) checkLength(posted);
		const same = posted !== null && JSON.stringify(posted) === JSON.stringify(before?.words);
		await step({ meeting, source, row, before, words: posted, same }, tx, actor);
	});
}

function checkLength(posted: LetterWords): void {
	const both = ({ words: one, theirs }: InBoth) => [one, theirs];
	const all = [
		...both(posted.opening),
		...both(posted.closing),
		...Object.values(posted.decisions).flatMap(({ note, theirs }) => [
			...both(note),
			...Object.values(theirs)
		])
	];
	if (all.some((one) => one.length > MAX_LETTER_CHARACTERS))
		throw invalid('letter_too_long', { most: MAX_LETTER_CHARACTERS });
}

async function keep(
	core: Core,
	tx: Tx,
	{ row, source, meeting }: Letter,
	kept: {
		readonly state: 'draft' | 'approved';
		readonly contents: LetterContents;
		readonly byStaffId: string;
		readonly approved: { readonly by: string; readonly at: number } | null;
	}
): Promise<void> {
	const { letters } = tx.tables;
	const { reader } = source;
	const id = row?.id ?? randomUUID();
	const values = {
		language: reader.reads,
		face: reader.face,
		letterSealed: reader.keys.sealJson(reader.keyId, letterPlace(id), kept.contents),
		state: kept.state,
		byStaffId: kept.byStaffId,
		approvedByStaffId: kept.approved?.by ?? null,
		approvedAt: kept.approved?.at ?? null,
		version: (row?.version ?? 0) + 1,
		updatedAt: core.now()
	};
	if (row) await tx.update(letters).set(values).where(eq(letters.id, id));
	else
		await tx
			.insert(letters)
			.values({ id, meetingId: meeting.id, youngPersonId: reader.id, ...values });
}

async function record(
	core: Core,
	tx: Tx,
	actor: StaffActor,
	{ meeting, source }: Letter,
	action: 'letter.written' | 'letter.approved' | 'letter.sent'
): Promise<void> {
	const of = { meetingId: meeting.id, youngPersonId: source.reader.id };
	const row = await findLetter(tx, of);
	await core.audit.record(tx, {
		action,
		actor,
		youngPersonId: of.youngPersonId,
		subject: { kind: 'letter', id: row?.id ?? '' },
		detail: { meetingId: meeting.id, version: row?.version ?? 0 }
	});
}
