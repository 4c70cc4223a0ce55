import type { Face } from '../forms/definition.ts';
import { clockTime, londonMidnight, longDate } from '../language/dates.ts';
import { languageName } from '../language/names.ts';
import type { Translator } from '../language/translator.ts';
import type { MeetingKind } from './kinds.ts';

/** What somebody wrote, and the language they wrote it in. */
export interface Written {
	readonly text: string;
	readonly language: string;
}

/** What the officer wrote, and the same in the young person's language, where an interpreter gave it. */
export interface InBoth {
	readonly words: string;
	readonly theirs: string;
}

/** What the officer adds to what was decided. Kept with the letter while it is written. */
export interface LetterWords {
	/** What the officer writes in. */
	readonly language: string;
	readonly opening: InBoth;
	readonly closing: InBoth;
	/** By id of the decision. */
	readonly decisions: Readonly<Record<string, DecisionWordsInLetter>>;
}

export interface DecisionWordsInLetter {
	readonly note: InBoth;
	/** What stands in the decision already, in the young person's language; empty where nobody gave it. */
	readonly theirs: { readonly point: string; readonly decided: string; readonly why: string };
}

export type LetterOutcome = 'agreed' | 'partly' | 'not_agreed';

/** A decision as a letter tells of it. */
export interface LetterDecision {
	readonly id: string;
	readonly starred: boolean;
	readonly outcome: LetterOutcome;
	/** Null where it was said for the chair alone: a letter is read at home. */
	readonly point: Written | null;
	readonly decided: Written | null;
	readonly why: Written | null;
	readonly owner: string | null;
	/** `YYYY-MM-DD` */
	readonly dueOn: string | null;
}

/** Everything a letter says beside what the officer writes. */
export interface LetterFacts {
	readonly knownAs: string;
	/** What they read. May be a language Sayso does not speak yet. */
	readonly reads: string;
	readonly face: Face;
	readonly meeting: { readonly kind: MeetingKind; readonly heldOn: string | null };
	/** Who writes: the officer who ran the meeting. */
	readonly chair: string | null;
	readonly worker: string | null;
	/** In the order they are told. */
	readonly decisions: readonly LetterDecision[];
	/** When their next meeting is; null while there is no date. */
	readonly nextAt: number | null;
	/** The council's number in office hours. */
	readonly number: string | null;
}

/**
 * A letter as it is read: whole sentences, each in the language it stands in. It is kept as it was approved, so that it
 * reads the same in ten years whatever becomes of the sentences, of the names and of what was decided.
 */
export interface Paper {
	/** Of Sayso's own sentences in it. */
	readonly language: string;
	readonly face: Face;
	readonly title: string;
	readonly hello: string;
	readonly parts: readonly PaperPart[];
	readonly from: string | null;
}

export interface PaperPart {
	readonly kind: 'opening' | 'decision' | 'nothing' | 'next' | 'talk' | 'unhappy' | 'closing';
	/** Name of a drawing; only letters in the easy face show it for more than decoration. */
	readonly picture: string | null;
	readonly title: string | null;
	readonly starred: boolean;
	readonly outcome: LetterOutcome | null;
	readonly lines: readonly PaperLine[];
}

export type PaperLine =
	/** A sentence of Sayso's, in the letter's language. */
	| { readonly kind: 'says'; readonly text: string }
	/** What somebody wrote. */
	| {
			readonly kind: 'words';
			readonly text: string;
			readonly language: string;
			/** In the letter's language: who wrote it in which, or put it into theirs; null where they read it anyway. */
			readonly note: string | null;
			/** Beside what an interpreter gave: as it was written. */
			readonly original: Written | null;
	  };

const SORT: Readonly<Record<MeetingKind, 'review' | 'conference' | 'pathway'>> = {
	looked_after_review: 'review',
	initial_conference: 'conference',
	review_conference: 'conference',
	pathway_review: 'pathway'
};
const OUTCOME_PICTURES: Readonly<Record<LetterOutcome, string>> = {
	agreed: 'circle-check',
	partly: 'minus',
	not_agreed: 'x'
};
const NOTHING: InBoth = { words: '', theirs: '' };
export const NO_WORDS_ON_DECISION: DecisionWordsInLetter = {
	note: NOTHING,
	theirs: { point: '', decided: '', why: '' }
};
export const noLetterWords = (language: string): LetterWords => ({
	language,
	opening: NOTHING,
	closing: NOTHING,
	decisions: {}
});

/** The starred one first, then what was agreed, then what was not; otherwise as they were raised. */
export function inLetterOrder(decisions: readonly LetterDecision[]): LetterDecision[] {
	const rank = ({ starred, outcome }: LetterDecision): number =>
		starred ? 0 : outcome === 'not_agreed' ? 2 : 1;
	return decisions.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Puts a letter together.
 * @param translator of the language Sayso speaks to them in, which is English where it does not speak theirs
 */
export function paperOf(facts: LetterFacts, words: LetterWords, translator: Translator): Paper {
	const { face, reads, chair } = facts;
	const { t, has, language } = translator;
	const say = (key: string, values: Readonly<Record<string, string>> = {}): string => {
		const own = `letters:paper.${key}_${face}`;
		return t(has(own) ? own : `letters:paper.${key}`, values);
	};
	const sentence = (key: string, values?: Readonly<Record<string, string>>): PaperLine => ({
		kind: 'says',
		text: say(key, values)
	});
	// Of another year than any it is read in, so that the year is always said.
	const day = (date: string): string => longDate(londonMidnight(date), language, 0);
	function wroteIn(tag: string, by: string | null): string | null {
		if (tag === language.tag || tag === reads) return null;
		const named = { language: languageName(tag, language) };
		return by === null ? say('wrote_in_nobody', named) : say('wrote_in', { name: by, ...named });
	}

	/**
	 * What somebody wrote; first what an interpreter gave, where there is any.
	 * @param by null where it may be the young person's own
	 */
	function own(written: Written | null, theirs = '', by = chair): PaperLine[] {
		if (written === null || written.text === '') return [];
		const { text, language: wrote } = written;
		if (theirs === '')
			return [{ kind: 'words', text, language: wrote, note: wroteIn(wrote, by), original: null }];
		const note = say('put_into_yours');
		return [{ kind: 'words', text: theirs, language: reads, note, original: written }];
	}
	const officers = ({ words: text, theirs }: InBoth): PaperLine[] =>
		own({ text, language: words.language }, theirs);
	const part = (
		kind: PaperPart['kind'],
		lines: readonly PaperLine[],
		more: Partial<PaperPart> = {}
	): PaperPart => ({
		kind,
		picture: null,
		title: null,
		starred: false,
		outcome: null,
		lines,
		...more
	});

	function decided(decision: LetterDecision): PaperPart {
		const { note, theirs } = words.decisions[decision.id] ?? NO_WORDS_ON_DECISION;
		const { outcome, starred, owner, dueOn } = decision;
		const why = own(decision.why, theirs.why);
		return part(
			'decision',
			[
				...(decision.point === null
					? [sentence('kept_point')]
					: own(decision.point, theirs.point, null)),
				sentence(outcome),
				...own(decision.decided, theirs.decided),
				...(why.length > 0 ? [sentence('why'), ...why] : []),
				...promised(owner, dueOn),
				...officers(note)
			],
			{
				picture: OUTCOME_PICTURES[outcome],
				title: say(starred ? 'starred' : 'talked_about'),
				starred,
				outcome
			}
		);
	}

	function promised(owner: string | null, dueOn: string | null): PaperLine[] {
		if (owner !== null && dueOn !== null)
			return [sentence('who_by_when', { name: owner, date: day(dueOn) })];
		if (owner !== null) return [sentence('who', { name: owner })];
		return dueOn === null ? [] : [sentence('by_when', { date: day(dueOn) })];
	}

	const sort = SORT[facts.meeting.kind];
	const { heldOn } = facts.meeting;
	const decisions = inLetterOrder(facts.decisions);
	return {
		language: language.tag,
		face,
		title: say(`title_${sort}`),
		hello: say('hello', { name: facts.knownAs }),
		parts: [
			part('opening', [
				...(heldOn === null ? [] : [sentence(`met_${sort}`, { date: day(heldOn) })]),
				sentence('what_it_says'),
				...officers(words.opening)
			]),
			...(decisions.length > 0
				? decisions.map(decided)
				: [part('nothing', [sentence('nothing_decided')])]),
			part(
				'next',
				[
					facts.nextAt === null
						? sentence('next_none')
						: sentence('next_on', {
								date: longDate(facts.nextAt, language, 0),
								time: clockTime(facts.nextAt, language)
							})
				],
				{ picture: 'calendar-days', title: say('next') }
			),
			part(
				'talk',
				[
					...(chair === null ? [] : [sentence('talk_chair', { name: chair })]),
					...(facts.worker === null ? [] : [sentence('talk_worker', { name: facts.worker })]),
					...(facts.number === null ? [] : [sentence('talk_number', { number: facts.number })]),
					sentence('talk_here')
				],
				{ picture: 'message-circle', title: say('talk') }
			),
			part('unhappy', [sentence('complain'), sentence('advocate'), sentence('both_here')], {
				picture: 'rights',
				title: say('unhappy')
			}),
			part('closing', [...officers(words.closing), sentence('bye')])
		],
		from: chair === null ? null : say('from', { name: chair })
	};
}
