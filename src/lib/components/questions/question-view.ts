import type { Answers } from '../../forms/answers.ts';
import type { GoesTo, Question } from '../../forms/definition.ts';
import type { Fields } from '../../forms/fields.ts';
import type { OfferedPerson } from '../../forms/people-lines.ts';
import type { LastTime } from '../../forms/progress-over-time.ts';
import type { QuestionWording } from '../../forms/wording.ts';
import type { FormWords } from '../../forms/words.ts';
import type { Reader } from '../../server/drafts/reader.ts';

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
	/** Photos, drawings and voice notes, by id; null where words alone are taken. */
	readonly attached: {
		readonly pictures: readonly string[];
		readonly sounds: readonly string[];
	} | null;
	/** What they said when they last sent this form. */
	readonly lastTime: LastTime | null;
	readonly around: Around;
}

/** What the frame around its controls looks at. */
export interface FramedView extends Pick<
	QuestionView,
	'words' | 'labels' | 'fault' | 'first' | 'easy' | 'lastTime'
> {
	readonly question: Pick<Question, 'id' | 'type' | 'picture'>;
}

/** What only some questions look at. */
export interface Around {
	readonly answers: Answers;
	readonly starrable: readonly string[];
	readonly protectable: readonly string[];
	/** The title of any question of the form. */
	titleOf(questionId: string): string;
	readonly goesTo: GoesTo;
	readonly reader: Reader | null;
	readonly staff: readonly { readonly id: string; readonly name: string; readonly role: string }[];
	/** Staff they can name. */
	readonly named: readonly { readonly id: string; readonly name: string; readonly role: string }[];
	/** Their own people. */
	readonly people: readonly OfferedPerson[];
	readonly promises: readonly { readonly id: string; readonly words: string }[];
	/** What the button of an agenda just did, for the question it is in. */
	readonly moved: Moved | null;
}

export interface Moved {
	readonly questionId: string;
	readonly did: 'up' | 'down' | 'star' | 'take';
	/** The place of the item now, from 0. */
	readonly at: number;
}

/** A choice as it is drawn. */
export interface Choice {
	readonly id: string;
	readonly label: string;
	readonly picture?: string | undefined;
}

/** The words of a question as they are shown now, in the shape they are kept in with what was sent. */
export function wordingNow(
	question: FramedView['question'],
	{ words, labels }: Pick<QuestionView, 'words' | 'labels'>
): QuestionWording {
	const both = (sentence: string) => ({ shown: sentence, english: sentence });
	return {
		id: question.id,
		type: question.type,
		section: both(''),
		title: both(words.questionTitle(question.id)),
		labels: Object.fromEntries(Object.entries(labels).map(([id, label]) => [id, both(label)]))
	};
}
