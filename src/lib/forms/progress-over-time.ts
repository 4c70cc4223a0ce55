import type { Answer, Answers } from './answers.ts';
import { sameAnswer } from './versions.ts';

/** What was said to one question, by when. */
export interface DatedAnswer {
	readonly at: number;
	readonly answer: Answer;
}

/**
 * Per question what was answered over several statements of one form, oldest first. Skipping says nothing about how
 * things are, so it leaves no mark here; “not sure” and “don't want to say” are answers and do.
 */
export function answersOverTime(
	sent: readonly { readonly sentAt: number; readonly answers: Answers }[]
): ReadonlyMap<string, readonly DatedAnswer[]> {
	const byQuestion = new Map<string, DatedAnswer[]>();
	for (const { sentAt, answers } of [...sent].sort((a, b) => a.sentAt - b.sentAt))
		for (const [id, answer] of Object.entries(answers)) {
			if (answer.kind === 'skipped') continue;
			byQuestion.set(id, [...(byQuestion.get(id) ?? []), { at: sentAt, answer }]);
		}
	return byQuestion;
}

/** What was said to a question when it was last answered, and before. */
export interface LastTime extends DatedAnswer {
	/** What was chosen before that, each once it had changed; newest first. */
	readonly earlier: readonly DatedAnswer[];
}

/** Nobody looks further back while they answer. */
const EARLIER_SHOWN = 3;

export function lastTimeOf(sent: Parameters<typeof answersOverTime>[0]): Record<string, LastTime> {
	const last: Record<string, LastTime> = {};
	for (const [id, dated] of answersOverTime(sent)) {
		const changes = dated.filter(
			({ answer }, at) => isClosed(answer) && !sameAnswer(answer, dated[at + 1]?.answer ?? null)
		);
		const newest = dated.at(-1);
		const earlier = changes.filter((one) => one !== newest).reverse();
		if (newest) last[id] = { ...newest, earlier: earlier.slice(0, EARLIER_SHOWN) };
	}
	return last;
}

/** Kinds of answers that are put together from what a form offers: nothing in them is words or pictures. */
const CLOSED = new Set(['faces', 'yes_no', 'pick', 'picks', 'scale', 'sort', 'when']);

export const isClosed = ({ kind }: Answer): boolean => CLOSED.has(kind);
