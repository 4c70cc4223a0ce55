import type { Translator } from '../language/translator.ts';
import { DAY_PARTS, SORT_PLACES, WEEKDAYS } from './answers.ts';
import type { Face, Facts, Form, Question } from './definition.ts';

/** A form's own words in one language, as one face says them. */
export interface FormWords {
	readonly title: string;
	/** What is said before the first question, by its key under `intro`; null where the form does not say it. */
	intro(id: string): string | null;
	section(id: string): string;
	/** Of a page that only tells something. */
	note(pageId: string): { readonly title: string; readonly text: string };
	questionTitle(id: string): string;
	/** Null where the form says nothing more. */
	hint(id: string): string | null;
	meaning(id: string): string | null;
	/** The words of every answer a question can be given, by id. */
	labels(question: Question, facts: Facts): Readonly<Record<string, string>>;
}

/** What every form has around its own questions (who is with you, are you safe, who reads it) is said once, here. */
const SHARED = 'blocks';

const known = new WeakMap<Translator, WeakMap<Form, Map<Face, FormWords>>>();

/**
 * A key may say it differently in a face (`title_easy`); otherwise the plain one holds for all. What a form does not say
 * itself, the shared questions do. Each is looked for once: whatever is sent keeps every word of its form.
 */
export function wordsOf(form: Form, face: Face, translator: Translator): FormWords {
	const inLanguage = known.get(translator) ?? new WeakMap<Form, Map<Face, FormWords>>();
	known.set(translator, inLanguage);
	const ofForm = inLanguage.get(form) ?? new Map<Face, FormWords>();
	inLanguage.set(form, ofForm);
	const words = ofForm.get(face) ?? lookUp(form, face, translator);
	ofForm.set(face, words);
	return words;
}

function lookUp(form: Form, face: Face, { t, has, language }: Translator): FormWords {
	const worded = new Map(
		form.pages.flatMap(({ questions }) =>
			questions.flatMap(({ id, wordedAs }) => (wordedAs ? [[id, wordedAs] as const] : []))
		)
	);
	const pathsOf = (path: string): string[] => {
		const [, id = '', rest = ''] = /^q\.([^.]+)(\..+)$/.exec(path) ?? [];
		const shares = worded.get(id);
		return shares === undefined ? [path] : [path, `q.${shares}${rest}`];
	};
	const find = once((path: string): string | null => {
		const keys = [form.id, SHARED].flatMap((from) =>
			pathsOf(path).flatMap((one) => [`${from}:${one}_${face}`, `${from}:${one}`])
		);
		const found = keys.find((key) => has(key));
		return found === undefined ? null : t(found);
	});
	const say = once((path: string): string => find(path) ?? t(`${form.id}:${path}`));
	const shared = once((id: string): string => t(`forms:${id}`));

	function labels(question: Question, facts: Facts): Record<string, string> {
		const under = (group: string, ids: readonly { readonly id: string }[]) =>
			Object.fromEntries(
				ids.map(({ id }) => {
					const path = `q.${question.id}.${group}.${id}`;
					const isShared = id === 'not_sure' || id === 'rather_not' || id === 'other';
					return [id, find(path) ?? (isShared ? shared(id) : t(`${form.id}:${path}`))];
				})
			);
		const common = (group: string, ids: readonly (string | number)[]) =>
			Object.fromEntries(ids.map((id) => [String(id), shared(`${group}.${id}`)]));
		const none = Object.fromEntries(
			['skipped', 'not_sure', 'rather_not'].map((id) => [id, shared(id)])
		);
		switch (question.type) {
			case 'faces':
				return { ...none, ...common('faces', [1, 2, 3, 4, 5]) };
			case 'yes_no':
				return { ...none, yes: shared('yes'), no: shared('no') };
			case 'pick':
				return { ...none, ...under('options', question.options) };
			case 'picks': {
				const other = question.other ? under('options', [{ id: 'other' }]) : {};
				return { ...none, ...under('options', question.options), ...other };
			}
			case 'sort': {
				const places = question.places
					? under('places', question.places)
					: common('sort', SORT_PLACES);
				return { ...none, ...under('cards', question.cards), ...places };
			}
			case 'scale':
				return {
					...none,
					...common('scale', [3, 5, 8]),
					...under('options', [{ id: 'low' }, { id: 'high' }])
				};
			case 'agenda':
				return { ...none, ...under('cards', question.cards) };
			case 'people':
				return { ...none, ...under('choices', question.choices ?? []) };
			case 'when':
				return { ...none, ...common('days', WEEKDAYS), ...common('day_parts', DAY_PARTS) };
			case 'promises':
				return {
					...none,
					...under('choices', question.choices),
					...Object.fromEntries(
						facts.promises.map(({ id, words, inLanguage }) => [
							id,
							inLanguage?.[language.tag] ?? words
						])
					)
				};
			case 'words':
			case 'say':
			case 'list':
			case 'star':
			case 'date':
			case 'audience':
				return none;
			// Its answers are the questions before it.
			case 'protect':
				return { ...none, ...titlesBefore(question.id) };
		}
	}

	function titlesBefore(id: string): Record<string, string> {
		const ids = form.pages.flatMap((page) => page.questions.map((question) => question.id));
		return Object.fromEntries(
			ids.slice(0, ids.indexOf(id)).map((before) => [before, say(`q.${before}.title`)])
		);
	}

	return {
		title: say('title'),
		intro: (id) => find(`intro.${id}`),
		note: (id) => ({ title: say(`notes.${id}.title`), text: say(`notes.${id}.text`) }),
		section: (id) => say(`sections.${id}`),
		questionTitle: (id) => say(`q.${id}.title`),
		hint: (id) => find(`q.${id}.hint`),
		meaning: (id) => find(`q.${id}.meaning`),
		labels
	};
}

/** Keeps what it answered; only for paths that are in a form's definition, of which there are so many and no more. */
function once<T>(answer: (path: string) => T): (path: string) => T {
	const answered = new Map<string, T>();
	return (path) => {
		if (!answered.has(path)) answered.set(path, answer(path));
		return answered.get(path) as T;
	};
}
