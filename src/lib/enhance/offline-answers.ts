import type { Answer, Answers } from '../forms/answers.ts';
import type { FormPage, Question } from '../forms/definition.ts';
import type { Fields } from '../forms/fields.ts';
import { pagesFor } from '../forms/flow.ts';
import { parseAnswer } from '../forms/parse.ts';
import { protectableIn, starrableIn } from '../forms/starred.ts';
import type { Begun } from '../offline/begun.ts';
import type { Waiting } from '../offline/outbox.ts';
import { fieldsOfQuestion, postedFields } from './offline-fields.ts';

/** Which drawing of a page its answers are posted as: see `PagePost`. */
export interface Drawing {
	readonly token: string;
	readonly turn: number;
	readonly stamps: Readonly<Record<string, string>>;
}

export type OfflineAnswers = ReturnType<typeof createOfflineAnswers>;

/** Everything they said in a form: what the server knew when there was a connection, and over it what waits. */
export function createOfflineAnswers(begun: Begun, isDrawn: (pageId: string) => boolean) {
	const { form, face, facts } = begun;
	const questions = form.pages.flatMap((page) => page.questions);
	const ids = questions.map(({ id }) => id);
	const said = new Map<string, Fields>(
		ids.map((id) => [id, fieldsOfQuestion(begun.fields, id, ids)])
	);
	const skipped = new Set(begun.skipped);
	const chairOnly = new Set(begun.chairOnly);
	const drawings = new Map<string, Drawing>();

	/** Takes in what a page posted, or would have. */
	function take(pageId: string, body: string): void {
		const fields = new URLSearchParams(body);
		const page = form.pages.find(({ id }) => id === pageId);
		const posted = postedFields(body);
		for (const { id } of page?.questions ?? []) {
			const its = fieldsOfQuestion(posted, id, ids);
			if (fields.get('do') === 'skip') skipped.add(id);
			else if (Object.keys(its).length > 0) skipped.delete(id);
			said.set(id, its);
			if (fields.has('chair_only')) chairOnly.add(id);
			else chairOnly.delete(id);
		}
		drawings.set(pageId, {
			token: fields.get('page_token') ?? '',
			turn: Number(fields.get('turn')) || 0,
			stamps: Object.fromEntries([...fields].filter(([name]) => name.startsWith('s-')))
		});
	}

	function read(question: Question): { answer: Answer | null; refused: boolean } {
		const fields = said.get(question.id) ?? {};
		const parsed = parseAnswer(question, fields, {
			// Whatever is on the page was offered; the server looks again.
			starrable: ids,
			protectable: ids,
			staff: fields[`a-${question.id}`] ?? [],
			promises: [],
			named: Object.entries(fields).flatMap(([name, [id = '']]) =>
				name.includes('-staff-') ? [{ id, name: id }] : []
			),
			pictures: [],
			sounds: []
		});
		return parsed.ok ? { answer: parsed.answer, refused: false } : { answer: null, refused: true };
	}

	function answers(): Answers {
		return Object.fromEntries(
			questions.flatMap((question) => {
				if (skipped.has(question.id)) return [[question.id, { kind: 'skipped' } as const]];
				const { answer } = read(question);
				return answer ? [[question.id, answer]] : [];
			})
		);
	}

	/** The pages to be gone through, by what was said so far. */
	const pages = (): FormPage[] =>
		pagesFor(form, face, answers(), facts).filter(({ id }) => isDrawn(id));

	return {
		take,
		takeWaiting(waiting: readonly Waiting[]): void {
			for (const { value } of waiting)
				if (value.kind === 'page' && value.formId === form.id) take(value.pageId, value.body);
		},
		pages,
		answers,
		/** After this one; null for the list of what was said. */
		pageAfter(pageId: string): string | null {
			const placeOf = (id: string) => form.pages.findIndex((page) => page.id === id);
			return pages().find(({ id }) => placeOf(id) > placeOf(pageId))?.id ?? null;
		},
		pageBefore(pageId: string): string | null {
			const all = pages();
			return all[all.findIndex(({ id }) => id === pageId) - 1]?.id ?? null;
		},
		/** The first that nothing was said on. */
		firstUnsaid(): string | null {
			const given = answers();
			const unsaid = ({ questions: its }: FormPage) =>
				its.some(({ id, under }) => under === undefined && given[id] === undefined);
			return pages().find(unsaid)?.id ?? null;
		},
		fieldsOn: (page: FormPage): Fields =>
			Object.assign({}, ...page.questions.map(({ id }) => said.get(id) ?? {})) as Fields,
		isSaid(page: FormPage): boolean {
			const given = answers();
			return page.questions.some(({ id }) => (given[id]?.kind ?? 'skipped') !== 'skipped');
		},
		forChairOnly: (page: FormPage): boolean => page.questions.some(({ id }) => chairOnly.has(id)),
		drawingOf: (page: FormPage): Drawing =>
			drawings.get(page.id) ?? {
				token: crypto.randomUUID(),
				turn: 0,
				stamps: Object.fromEntries(
					page.questions.flatMap(({ id }) => {
						const stamp = begun.stamps[id];
						return stamp === undefined ? [] : [[`s-${id}`, String(stamp)]];
					})
				)
			},
		/** Which answers a page may offer to choose from. */
		offeredOn: (question: Question): readonly string[] | null =>
			question.type === 'star'
				? ['this', ...starrableIn(form, face, answers(), facts)]
				: question.type === 'protect'
					? protectableIn(form, face, answers(), facts)
					: null,
		/** Why a page can not be left as it is. */
		faultOn(page: FormPage): 'required' | 'too_much' | null {
			for (const question of page.questions) {
				const { answer, refused } = read(question);
				if (refused) return 'too_much';
				if (question.required && answer === null) return 'required';
			}
			return null;
		}
	};
}
