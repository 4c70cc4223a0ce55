import { isPlanned } from '../../meetings/linking.ts';
import { meetingClocks, type MeetingClock } from '../../meetings/clocks.ts';
import { meetingKindOf } from '../../meetings/kinds.ts';
import {
	inLetterOrder,
	paperOf,
	type LetterDecision,
	type LetterWords,
	type Paper,
	type Written
} from '../../meetings/letter.ts';
import type { Limits } from '../../meetings/limits.ts';
import type { ExtraDays } from '../../meetings/working-days.ts';
import { londonDate } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import type { Translator } from '../../language/translator.ts';
import type { Core } from '../core.ts';
import { readCouncil } from '../council/council.ts';
import type { Queries } from '../db/database.ts';
import { decisionsOf } from '../deciding/decisions.ts';
import type { DecisionView, DecisionWords } from '../deciding/views.ts';
import { meetingsOf } from '../meetings/meeting-rows.ts';
import type { MeetingsRow } from '../meetings/standings.ts';
import { staffByIds } from '../people/staff-names.ts';
import { readerOf, type LetterReader } from './reader.ts';
import type { LetterOf } from './rows.ts';

/** What writing letters needs beside the core. */
export interface Writing {
	readonly translator: (tag: string) => Translator;
}

/** What a letter is made of now. */
export interface LetterSource {
	readonly reader: LetterReader;
	readonly chair: string | null;
	readonly decisions: readonly LetterDecision[];
	/** Points nothing was decided about. */
	readonly undecided: number;
	/** Managers may still object to some of it. */
	readonly open: boolean;
	paper(words: LetterWords): Paper;
}

/** Everything one young person's letter says, but for what the officer writes. Nothing of a brother's or a sister's. */
export async function letterSource(
	core: Core,
	queries: Queries,
	{ translator }: Writing,
	meeting: MeetingsRow,
	youngPersonId: string
): Promise<LetterSource> {
	const of: LetterOf = { meetingId: meeting.id, youngPersonId };
	const reader = await readerOf(core, queries, youngPersonId);
	const all = await decisionsOf(core, queries, of);
	const decisions = inLetterOrder(all.flatMap(toldInLetter));
	const chairId = meeting.chairId ?? reader.officerId;
	const staff = await staffByIds(core, queries, chairId === null ? [] : [chairId]);
	const chair = staff.get(chairId ?? '')?.name ?? null;
	const now = core.now();
	const coming = (await meetingsOf(queries, youngPersonId))
		.filter((one) => one.id !== meeting.id && isPlanned(one, now))
		.flatMap(({ scheduledAt }) => scheduledAt ?? []);
	const { officeNumber } = await readCouncil(queries);
	return {
		reader,
		chair,
		decisions,
		undecided: all.filter(({ outcome }) => outcome === null).length,
		open: all.some(({ outcome, final }) => outcome !== null && !final),
		paper: (words) =>
			paperOf(
				{
					knownAs: reader.knownAs,
					reads: reader.reads,
					face: reader.face,
					meeting: { kind: meetingKindOf(meeting.kind), heldOn: meeting.heldOn },
					chair,
					worker: reader.worker,
					decisions,
					nextAt: coming.length > 0 ? Math.min(...coming) : null,
					number: officeNumber
				},
				words,
				translator(reader.reads)
			)
	};
}

/** A point nothing was decided about is in no letter; the words of one that was kept for the chair are not either. */
function toldInLetter(decision: DecisionView): LetterDecision[] {
	const { id, starred, outcome, owner, dueOn } = decision;
	if (outcome === null) return [];
	return [
		{
			id,
			starred,
			outcome,
			point: decision.kept === null ? written(decision.point) : null,
			decided: written(decision.decided),
			why: written(decision.why),
			owner: owner?.name ?? null,
			dueOn
		}
	];
}

export const written = (words: DecisionWords | null): Written | null =>
	words && { text: words.words, language: words.language };

/** By when a letter should be with them, and whether it is. */
export function letterClock(
	meeting: Pick<MeetingsRow, 'heldOn' | 'scheduledAt' | 'minutes'>,
	sentAt: number | null,
	setting: { readonly now: number; readonly limits: Limits; readonly extraDays: ExtraDays }
): MeetingClock | null {
	const clocks = meetingClocks(
		{
			...meeting,
			outcomeDoneAt: null,
			decisionsSentOn: null,
			recordSentOn: null,
			letterSentOn: sentAt === null ? null : londonDate(sentAt)
		},
		setting
	);
	return clocks.find(({ name }) => name === 'letter') ?? null;
}

export const samePaper = (one: Paper | null, other: Paper): boolean =>
	one !== null && JSON.stringify(one) === JSON.stringify(other);

/** Whether Sayso speaks a language itself. */
export const isSpoken = (tag: string): boolean => languageOf(tag).tag === tag;
