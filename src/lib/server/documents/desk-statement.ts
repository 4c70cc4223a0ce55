import type { Translator } from '../../language/translator.ts';
import { languageName } from '../../language/names.ts';
import type { QuestionWording } from '../../forms/wording.ts';
import type { AnswerView, DeskStatementView } from '../statements/views.ts';
import { answerBlocks, said } from './answer-blocks.ts';
import type { Block, Fact, Text } from './document.ts';
import { trailBlocks, when } from './statement-blocks.ts';

/** A statement as those read it who are not its author: what this reader may not see is not in it. */
export type ReadStatement = Pick<
	DeskStatementView,
	| 'id'
	| 'youngPerson'
	| 'formId'
	| 'sentAt'
	| 'language'
	| 'dialect'
	| 'face'
	| 'meeting'
	| 'wording'
	| 'answers'
	| 'protectedQuestions'
	| 'additions'
	| 'helper'
	| 'trail'
>;

/**
 * A statement in print for the case record: what was asked in English, beside the language it was asked in, and what was
 * said as it was said. First of all, what nobody may be told came from this young person.
 */
export function deskStatementBlocks(
	statement: ReadStatement,
	translator: Translator,
	now: number
): Block[] {
	const { youngPerson, wording, answers } = statement;
	const heading = translator.t('desk:statement.title', {
		name: youngPerson.name,
		form: wording.title.english
	});
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: { text: heading, language: translator.language.tag } },
		...protectedBlocks(statement, translator),
		{ kind: 'facts', rows: factsOf(statement, translator) }
	];
	const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
	let section: string | null = null;
	for (const question of wording.questions) {
		const given = byQuestion.get(question.id);
		if (!given || question.type === 'audience' || question.type === 'protect') continue;
		if (question.section.english !== section) {
			section = question.section.english;
			blocks.push({ kind: 'heading', level: 2, text: inEnglish(section) });
		}
		blocks.push(...answered(question, given, statement, translator, now));
	}
	for (const { words, language, addedAt } of statement.additions)
		blocks.push(
			{
				kind: 'heading',
				level: 2,
				text: said(translator, 'documents:added', { when: when(translator, addedAt) })
			},
			{ kind: 'words', text: { text: words, language } }
		);
	return [...blocks, ...trailBlocks(statement.trail, translator, now, 'staff_trail')];
}

const inEnglish = (text: string): Text => ({ text, language: 'en' });

function answered(
	question: QuestionWording,
	given: AnswerView,
	{ wording, protectedQuestions, youngPerson }: ReadStatement,
	translator: Translator,
	now: number
): Block[] {
	const { answer } = given;
	const { shown, english } = question.title;
	const blocks: Block[] = [{ kind: 'heading', level: 3, text: inEnglish(english) }];
	if (shown !== english)
		blocks.push({ kind: 'line', soft: true, text: { text: shown, language: wording.language } });
	if (protectedQuestions.includes(question.id)) {
		const text = said(translator, 'desk:statement.protected', { name: youngPerson.name });
		blocks.push({ kind: 'line', text });
	}
	if (given.chairOnly)
		blocks.push({ kind: 'line', soft: true, text: said(translator, 'documents:kept_for_chair') });
	if (answer.kind === 'star' && answer.starred !== 'this') {
		const starred = wording.questions.find(({ id }) => id === answer.starred);
		blocks.push({ kind: 'line', text: inEnglish(starred?.title.english ?? answer.starred) });
	}
	const of = { shownIn: wording.language, writtenIn: given.language, translator, now };
	return [...blocks, ...answerBlocks(question, answer, { ...of, reads: 'english' })];
}

/** Who was asked, and did not say which, is told of too. */
function protectedBlocks(
	{ wording, protectedQuestions, youngPerson }: ReadStatement,
	translator: Translator
): Block[] {
	if (!wording.questions.some(({ type }) => type === 'protect')) return [];
	const which = wording.questions.filter(({ id }) => protectedQuestions.includes(id));
	const what = which.length > 0 ? 'protect_what' : 'protect_which_not';
	return [
		{
			kind: 'notice',
			title: said(translator, 'desk:statement.protect_title', { name: youngPerson.name }),
			lines: [
				said(translator, `desk:statement.${what}`),
				...which.map(({ title }) => inEnglish(title.english))
			]
		}
	];
}

function factsOf(statement: ReadStatement, translator: Translator): Fact[] {
	const { youngPerson, meeting, sentAt, language, dialect, face, helper } = statement;
	const { t, language: reads } = translator;
	const own = (text: string): Text => ({ text, language: reads.tag });
	const fact = (key: string, ...value: Text[]): Fact => ({
		label: said(translator, `documents:staff.${key}`),
		value
	});
	const written = languageName(language, reads);
	const at = meeting?.scheduledAt ?? null;
	return [
		fact('young_person', own(youngPerson.name), own(t('desk:statement.age', youngPerson))),
		meeting && at !== null
			? fact('meeting', said(translator, `desk:kind.${meeting.kind}`), own(when(translator, at)))
			: fact('meeting', said(translator, 'desk:statement.for_nothing')),
		fact('sent', own(when(translator, sentAt))),
		fact('language', own(dialect && language !== 'en' ? `${written} (${dialect})` : written)),
		...(face === 'standard' ? [] : [fact('face', said(translator, `desk:face.${face}`))]),
		...(helper ? [fact('helper', own(helper.name))] : [])
	];
}
