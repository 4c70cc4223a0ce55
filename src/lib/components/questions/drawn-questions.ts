import { refusalWords } from '../refusal-words.ts';
import { wordingNow, type Moved, type QuestionView } from './question-view.ts';
import type { Answer } from '../../forms/answers.ts';
import type { Fields } from '../../forms/fields.ts';
import type { LastTime } from '../../forms/progress-over-time.ts';
import { bothAnswers } from '../../forms/versions.ts';
import type { FormWords } from '../../forms/words.ts';
import type { QuestionWording } from '../../forms/wording.ts';
import type { Translator } from '../../language/translator.ts';
import type { PageView } from '../../server/drafts/page-view.ts';
import type { Fault } from '../../server/drafts/page-post.ts';

/** A question with what was typed, and what was wrong with it. */
export interface DrawnQuestion {
	readonly question: QuestionView;
	readonly fault: { readonly words: string; readonly field: string } | null;
	/** Where the answer was changed in another place meanwhile. */
	readonly versions: {
		readonly question: QuestionWording;
		readonly theirs: Answer;
		readonly joinable: boolean;
	} | null;
}

export function drawnQuestions(
	view: PageView,
	words: FormWords,
	translator: Translator,
	refused: { readonly faults: readonly Fault[]; readonly fields: Fields } | null,
	moved: Moved | null
): DrawnQuestion[] {
	const around = {
		answers: view.answers,
		starrable: view.starrable,
		protectable: view.protectable,
		titleOf: (id: string) => words.questionTitle(id),
		goesTo: view.form.goesTo,
		reader: view.reader,
		staff: view.staff,
		named: view.named,
		people: view.people.map((name) => ({ name })),
		promises: view.facts.promises,
		moved
	};
	return view.page.questions.map((question, index) => {
		const fault = refused?.faults.find(({ questionId }) => questionId === question.id);
		const labels = words.labels(question, view.facts);
		const changed = fault?.code === 'answer_changed_elsewhere';
		const theirs = view.answers[question.id];
		const sentence =
			fault && refusalWords(translator, { code: fault.code, detail: detailOf(fault) });
		return {
			fault: fault && sentence ? { words: sentence, field: fault.field } : null,
			versions:
				changed && theirs
					? {
							theirs,
							// Kinds that join do so whatever they hold.
							joinable: bothAnswers(theirs, theirs) !== null,
							question: wordingNow(question, { words, labels })
						}
					: null,
			question: {
				question,
				words,
				labels,
				fields: refused?.fields ?? view.fields,
				fault: sentence,
				faultField: fault?.field,
				first: index === 0,
				easy: view.face === 'easy',
				attached: attachedTo(view, question.id),
				lastTime: shownAgain(view.lastTime[question.id]),
				around
			}
		};
	});
}

/** Over a link nothing but words is taken. */
const attachedTo = ({ form, attached }: PageView, id: string): QuestionView['attached'] =>
	form.goesTo === 'outside' ? null : (attached[id] ?? { pictures: [], sounds: [] });

/** Pictures and voice notes of before belong to what was sent then. */
function shownAgain(dated: LastTime | undefined): LastTime | null {
	if (!dated) return null;
	const { answer } = dated;
	if (answer.kind !== 'say' && answer.kind !== 'star') return dated;
	return answer.text === '' ? null : { ...dated, answer: { ...answer, pictures: [], sounds: [] } };
}

/** Each question with those that are folded away below it. */
export function withFolded(
	drawn: readonly DrawnQuestion[]
): { readonly top: DrawnQuestion; readonly folded: readonly DrawnQuestion[] }[] {
	return drawn
		.filter(({ question: { question } }) => question.under === undefined)
		.map((top) => ({
			top,
			folded: drawn.filter(
				({ question: { question } }) => question.under === top.question.question.id
			)
		}));
}

function detailOf({ most }: Fault): Readonly<Record<string, number>> {
	return most === undefined ? {} : { most };
}
