import type { Answers } from '../../forms/answers.ts';
import type { Question } from '../../forms/definition.ts';
import type { Fields } from '../../forms/fields.ts';
import type { FormWords } from '../../forms/words.ts';

/** What every kind of question is drawn from. */
export interface QuestionView<T extends Question['type'] = Question['type']> {
	readonly question: Extract<Question, { type: T }>;
	readonly words: FormWords;
	/** The words of its answers, by id. */
	readonly labels: Readonly<Record<string, string>>;
	/** What its controls hold. */
	readonly fields: Fields;
	/** A whole sentence, where what was put in cannot be taken. */
	readonly fault: string | undefined;
	/** The control it is about. */
	readonly faultField: string | undefined;
	/** The first on its page is what the page is called. */
	readonly first: boolean;
	readonly easy: boolean;
	readonly pictures: readonly string[];
	readonly around: Around;
}

/** What the frame around its controls looks at. */
export interface FramedView extends Pick<QuestionView, 'words' | 'fault' | 'first'> {
	readonly question: { readonly id: string };
}

/** What only some questions look at. */
export interface Around {
	readonly answers: Answers;
	readonly starrable: readonly string[];
	/** The title of any question of the form. */
	titleOf(questionId: string): string;
	readonly reader: string | null;
	readonly staff: readonly { readonly id: string; readonly name: string; readonly role: string }[];
	readonly promises: readonly { readonly id: string; readonly words: string }[];
}

/** A choice as it is drawn. */
export interface Choice {
	readonly id: string;
	readonly label: string;
	readonly picture?: string | undefined;
}
