import { refusalWords } from '#lib/components/refusal-words.ts';
import type { QuestionView } from '#lib/components/questions/question-view.ts';
import type { Answer } from '#lib/forms/answers.ts';
import type { Fields } from '#lib/forms/fields.ts';
import { bothAnswers } from '#lib/forms/versions.ts';
import type { FormWords } from '#lib/forms/words.ts';
import type { QuestionWording } from '#lib/forms/wording.ts';
import type { Translator } from '#lib/language/translator.ts';
import type { PageView } from '#lib/server/drafts/page-view.ts';
import type { Fault } from '#lib/server/drafts/save-page.ts';

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
	refused: { readonly faults: readonly Fault[]; readonly fields: Fields } | null
): DrawnQuestion[] {
	const around = {
		answers: view.answers,
		starrable: view.starrable,
		titleOf: (id: string) => words.questionTitle(id),
		reader: view.reader?.name ?? null,
		staff: view.staff,
		promises: view.facts.promises
	};
	return view.page.questions.map((question, index) => {
		const fault = refused?.faults.find(({ questionId }) => questionId === question.id);
		const labels = words.labels(question, view.facts);
		const changed = fault?.code === 'answer_changed_elsewhere';
		const theirs = view.answers[question.id];
		const sentence =
			fault && refusalWords(translator, { code: fault.code, detail: detailOf(fault) });
		const title = words.questionTitle(question.id);
		return {
			fault: fault && sentence ? { words: sentence, field: fault.field } : null,
			versions:
				changed && theirs
					? {
							theirs,
							// Kinds that join do so whatever they hold.
							joinable: bothAnswers(theirs, theirs) !== null,
							question: {
								id: question.id,
								type: question.type,
								section: both(''),
								title: both(title),
								labels: Object.fromEntries(
									Object.entries(labels).map(([id, label]) => [id, both(label)])
								)
							}
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
				pictures: view.pictures[question.id] ?? [],
				around
			}
		};
	});
}

const both = (sentence: string) => ({ shown: sentence, english: sentence });

function detailOf({ most }: Fault): Readonly<Record<string, number>> {
	return most === undefined ? {} : { most };
}
