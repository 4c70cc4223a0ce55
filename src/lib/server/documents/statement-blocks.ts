import type { Wording } from '../../forms/wording.ts';
import { clockTime, longDate } from '../../language/dates.ts';
import { inLanguage } from '../../language/languages.ts';
import type { Translator } from '../../language/translator.ts';
import type { AdditionView, AnswerView, MeetingView, TrailStep } from '../statements/views.ts';
import { answerBlocks, said } from './answer-blocks.ts';
import type { Block, Text } from './document.ts';

/** A statement with everything that became of it, as documents take it. */
export interface PrintedStatement {
	readonly sentAt: number;
	readonly wording: Wording;
	readonly answers: readonly AnswerView[];
	readonly additions: readonly AdditionView[];
	readonly trail: readonly TrailStep[];
}

/**
 * A statement in print: what was asked and what was said, then what came of it. Drawn from its own wording alone, so no
 * form and no question has to be known here.
 * @param reads the wording as it was shown to its author, or in English
 * @param below what is said under its name: when it was sent
 */
export function statementBlocks(
	{ sentAt, wording, answers, additions, trail }: PrintedStatement,
	translator: Translator,
	now: number,
	reads: 'shown' | 'english' = 'shown',
	below = said(translator, 'documents:sent', { when: when(translator, sentAt) })
): Block[] {
	const inWording = reads === 'english' ? 'en' : wording.language;
	const asked = (text: string): Text => ({ text, language: inWording });
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: asked(wording.title[reads]) },
		{ kind: 'line', soft: true, text: below }
	];
	const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
	let section: string | null = null;
	for (const question of wording.questions) {
		const given = byQuestion.get(question.id);
		// A question they never came to says nothing; one they skipped says that.
		if (!given || question.type === 'audience') continue;
		if (question.section.english !== section) {
			section = question.section.english;
			blocks.push({ kind: 'heading', level: 2, text: asked(question.section[reads]) });
		}
		blocks.push({ kind: 'heading', level: 3, text: asked(question.title[reads]) });
		if (given.answer.kind === 'star' && given.answer.starred !== 'this')
			blocks.push({
				kind: 'line',
				text: asked(titleOf(wording, given.answer.starred, reads))
			});
		blocks.push(
			...answerBlocks(question, given.answer, {
				reads,
				shownIn: wording.language,
				writtenIn: given.language,
				translator,
				now
			})
		);
		if (given.chairOnly)
			blocks.push({ kind: 'line', soft: true, text: said(translator, 'documents:kept_for_chair') });
	}
	for (const { words, language, addedAt } of additions)
		blocks.push(
			{
				kind: 'heading',
				level: 2,
				text: said(translator, 'documents:added', { when: when(translator, addedAt) })
			},
			{ kind: 'words', text: { text: words, language } }
		);
	return [...blocks, ...trailBlocks(trail, translator, now)];
}

const titleOf = (wording: Wording, questionId: string, reads: 'shown' | 'english'): string =>
	wording.questions.find(({ id }) => id === questionId)?.title[reads] ?? questionId;

/** @param words told to the young person, or to staff */
export function trailBlocks(
	trail: readonly TrailStep[],
	translator: Translator,
	now: number,
	words: TrailWords = 'trail'
): Block[] {
	if (trail.length === 0) return [];
	const blocks: Block[] = [
		{ kind: 'heading', level: 2, text: said(translator, 'documents:happened') }
	];
	for (const step of trail) {
		blocks.push({ kind: 'line', text: stepText(step, translator, now, words) });
		if (step.kind === 'reply') {
			const { readyReply, readyWords, words, language } = step.reply;
			if (readyReply !== null)
				blocks.push({ kind: 'words', text: said(translator, `home:ready_reply.${readyReply}`) });
			if (readyWords !== null) {
				const ready = inLanguage(readyWords, translator.language.tag);
				blocks.push({
					kind: 'words',
					text: { text: ready.words, language: ready.language.tag }
				});
			}
			if (words !== null) blocks.push({ kind: 'words', text: { text: words, language } });
		}
	}
	return blocks;
}

type TrailWords = 'trail' | 'staff_trail';

/** One thing that became of a statement, in one sentence. */
function stepText(step: TrailStep, translator: Translator, now: number, words: TrailWords): Text {
	const values = {
		when: when(translator, step.at),
		name: 'by' in step ? step.by : '',
		date: 'meeting' in step ? dayOf(step.meeting, translator, now) : ''
	};
	return said(translator, `documents:${words}.${step.kind}`, values);
}

function dayOf({ scheduledAt }: MeetingView, { t, language }: Translator, now: number): string {
	return scheduledAt === null ? t('documents:no_date') : longDate(scheduledAt, language, now);
}

/** London's day and time, in full: a file is read long after today. */
export function when({ t, language }: Pick<Translator, 't' | 'language'>, at: number): string {
	return t('common:when.day', {
		// Of another year than any this can be read in, so that the year is always said.
		date: longDate(at, language, 0),
		time: clockTime(at, language)
	});
}
