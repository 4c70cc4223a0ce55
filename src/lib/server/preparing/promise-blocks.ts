import { londonDate, londonMidnight, longDate } from '../../language/dates.ts';
import type { Translator } from '../../language/translator.ts';
import { said } from '../documents/answer-blocks.ts';
import type { Block } from '../documents/document.ts';
import type { PromiseBefore } from '../promises/before.ts';

/** How far a promise is. */
const stateOf = ({ done, dueOn }: PromiseBefore, now: number) =>
	done ?? (dueOn < londonDate(now) ? 'late' : 'open');

/** What was promised, by whom and until when, and whether it was done. */
export function promiseBlocks(
	promises: readonly PromiseBefore[],
	translator: Translator,
	now: number
): Block[] {
	return promises.flatMap((promise): Block[] => {
		const { words, language, owner, dueOn } = promise;
		const date = longDate(londonMidnight(dueOn), translator.language, now);
		const state = said(translator, `before:staff.brief.promise.${stateOf(promise, now)}`, {
			name: owner,
			date
		});
		return [
			{ kind: 'words', text: { text: words, language } },
			{ kind: 'line', text: state }
		];
	});
}
