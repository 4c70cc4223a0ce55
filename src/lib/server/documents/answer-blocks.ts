import { DAY_PARTS, WEEKDAYS, type Answer } from '../../forms/answers.ts';
import type { QuestionWording } from '../../forms/wording.ts';
import { londonMidnight, longDate } from '../../language/dates.ts';
import { languageOf } from '../../language/languages.ts';
import type { Translator } from '../../language/translator.ts';
import type { Block, Text } from './document.ts';

export interface AnswerContext {
	/** The wording as it was shown, or in English. */
	readonly reads: 'shown' | 'english';
	/** Language of the wording as it was shown, and of the words written here. */
	readonly shownIn: string;
	readonly writtenIn: string;
	readonly translator: Translator;
	readonly now: number;
}

/**
 * An answer in print, by the words it was asked in alone. A kind of answer this does not know is walked through: what has
 * a label is said by it, and all the rest as it is.
 */
export function answerBlocks(
	question: QuestionWording,
	answer: Answer,
	context: AnswerContext
): Block[] {
	const { reads, shownIn, writtenIn, translator, now } = context;
	const inLabels = reads === 'english' ? 'en' : shownIn;
	const label = (id: string): Text => ({
		text: question.labels[id]?.[reads] ?? id,
		language: inLabels
	});
	const own = (text: string): Text => ({ text, language: writtenIn });
	const line = (text: Text): Block => ({ kind: 'line', text });
	const list = (items: readonly Text[], ordered = false): Block[] =>
		items.length > 0 ? [{ kind: 'list', ordered, items }] : [];
	const words = (text: string): Block[] =>
		text === '' ? [] : [{ kind: 'words', text: own(text) }];
	const together = (first: Text, second: Text): Text => ({
		text: `${first.text}: ${second.text}`,
		language: first.language
	});

	switch (answer.kind) {
		case 'skipped':
		case 'not_sure':
		case 'rather_not':
			return [line(label(answer.kind))];
		case 'faces':
			return [line(label(String(answer.value)))];
		case 'yes_no':
		case 'pick':
			return [line(label(answer.value))];
		case 'picks':
			return [...list(answer.values.map(label)), ...words(answer.other ?? '')];
		case 'sort':
			return list(
				Object.entries(answer.cards).map(([card, place]) => together(label(card), label(place)))
			);
		case 'scale': {
			const ends = { low: label('low').text, high: label('high').text };
			return [
				line(own(String(answer.value))),
				{
					kind: 'line',
					soft: true,
					text: { text: `0 ${ends.low} – 10 ${ends.high}`, language: inLabels }
				}
			];
		}
		case 'date': {
			const language = reads === 'english' ? languageOf('en') : languageOf(shownIn);
			const day = longDate(londonMidnight(answer.on), language, now);
			return [line({ text: day, language: language.tag })];
		}
		case 'words':
			return words(answer.text);
		case 'say':
		case 'star':
			return [
				...words(answer.text),
				...answer.pictures.map((id): Block => ({
					kind: 'picture',
					id,
					alt: said(translator, 'documents:picture')
				})),
				...(answer.sounds ?? []).map((id): Block => ({
					kind: 'sound',
					id,
					text: said(translator, 'documents:sound')
				}))
			];
		case 'people':
			return list(
				answer.people.map(({ name, choice }) =>
					choice === undefined ? own(name) : together(own(name), label(choice))
				)
			);
		case 'when':
			return list([
				...WEEKDAYS.filter((day) => answer.days.includes(day)).map(label),
				...DAY_PARTS.filter((part) => answer.parts.includes(part)).map(label)
			]);
		case 'list':
			return list(answer.lines.map(own), true);
		case 'agenda':
			return list(
				answer.items.map((item, at) => {
					const text = 'card' in item ? label(item.card) : own(item.words);
					if (at !== answer.starred) return text;
					const most = translator.t('documents:most_important');
					return { ...text, text: `${text.text} (${most})` };
				}),
				true
			);
		case 'protect':
			return list(answer.questions.map(label));
		case 'promises':
			return list(
				Object.entries(answer.promises).map(([id, choice]) => together(label(id), label(choice)))
			);
		// Who may read it is told by name, elsewhere.
		case 'audience':
			return [];
		default:
			return list(everyWord(answer).map((one) => (question.labels[one] ? label(one) : own(one))));
	}
}

export const said = (
	{ t, language }: Translator,
	key: string,
	values?: Readonly<Record<string, string | number>>
): Text => ({ text: t(key, values), language: language.tag });

/** Every value in an answer, in the order it stands there. */
function everyWord(value: unknown): string[] {
	if (typeof value === 'string' || typeof value === 'number') return [String(value)];
	if (Array.isArray(value)) return value.flatMap(everyWord);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value)
		.filter(([name]) => name !== 'kind')
		.flatMap(([, below]) => everyWord(below));
}
