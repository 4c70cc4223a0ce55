import type { ToldFamily, ToldTable } from '../../src/lib/figures/hiding.ts';
import type { ToldQuestion } from '../../src/lib/figures/told-answers.ts';
import type { ToldRequests } from '../../src/lib/figures/told-requests.ts';
import type { ToldYear } from '../../src/lib/figures/told-year.ts';
import type { Condition, Form } from '../../src/lib/forms/definition.ts';
import type { Seen } from './attacker.ts';

/** Puts together what is seen on one page after another, and how the numbers hang together. */
export function createNotebook() {
	const numbers = new Map<string, number | null>();
	const notNone = new Set<string>();
	const sums: { whole: string; parts: string[] }[] = [];

	/** One table of a whole. A row that is hidden among others holds somebody; of a table all hidden nothing is known. */
	function table(place: string, whole: string, { id, cells }: ToldTable): void {
		if (cells.length === 0) return;
		for (const cell of cells) note(`${place}/${id}/${cell.id}`, cell.count);
		sums.push({ whole, parts: cells.map((cell) => `${place}/${id}/${cell.id}`) });
	}
	function note(name: string, count: number | null): void {
		numbers.set(name, count);
		if (count === null) notNone.add(name);
	}
	function family(place: string, { total, tables }: ToldFamily): void {
		note(place, total);
		for (const one of tables) table(place, place, one);
	}

	return {
		seen: (): Seen => ({ numbers, sums, notNone }),

		requests(half: string, { raised, stages, decided }: ToldRequests): void {
			family(`requests/${half}`, raised);
			for (const one of stages)
				table(`requests/${half}/stages`, `requests/${half}/kind/${one.id}`, one);
			family(`decided/${half}`, decided);
		},

		year(year: number, { parts, requests }: ToldYear): void {
			for (const [part, told] of Object.entries(parts)) family(`${year}/${part}`, told);
			for (const { id, count } of requests.cells) {
				// A sum that is hidden may be none.
				numbers.set(`${year}/requests/${id}`, count);
				sums.push({
					whole: `${year}/requests/${id}`,
					parts: ['H1', 'H2'].map((half) => `requests/${year}-${half}/kind/${id}`)
				});
			}
			// What anybody knows: under four is under ten, and a care leaver is sixteen or older.
			this.atMost(`${year}/participation/code/PN0`, `${year}/participation/age/under_10`);
			this.atMost(
				`${year}/statements/care_status/care_leaver`,
				`${year}/statements/age/16_or_more`
			);
		},

		answers(place: string, form: Form, statements: number, questions: readonly ToldQuestion[]) {
			numbers.set(place, statements);
			for (const { id, asked, reached, groups } of questions) {
				const at = `${place}/${id}`;
				// Where it is not told it can be the sum of several that are hidden, which is never small.
				if (asked !== null) numbers.set(`${at}/asked`, asked);
				if (asked !== null && Object.values(reached).some((count) => count !== null))
					table(at, `${at}/asked`, {
						id: 'reached',
						cells: Object.entries(reached).map(([one, count]) => ({ id: one, count }))
					});
				const answered = `${at}/reached/answered`;
				for (const { card, codes, hidden, nowhere } of groups) {
					if (hidden) continue;
					const cells = codes.map(({ code, count }) => ({ id: code, count }));
					const one = ONE.includes(questions.find((other) => other.id === id)?.type ?? '');
					const rest = nowhere === undefined ? [] : [{ id: ' nowhere', count: nowhere }];
					if (one) table(at, answered, { id: card ?? 'codes', cells: [...cells, ...rest] });
					else
						for (const { id: code, count } of cells) {
							// What anybody subtracts: how many of those who answered did not say so.
							const rest = count === null ? null : (reached.answered ?? 0) - count;
							const own = { id: code, count };
							table(at, answered, { id: code, cells: [own, { id: ' rest', count: rest }] });
						}
				}
			}
			// Who was asked because of an answer is as many as gave it.
			for (const { when, questions: on } of form.pages)
				for (const { id } of on)
					if (isAnswer(when) && questions.some((one) => one.id === when.question))
						sums.push({
							whole: `${place}/${id}/asked`,
							parts: when.is.map((code) =>
								['skipped', 'not_sure', 'rather_not'].includes(code)
									? `${place}/${when.question}/reached/${code}`
									: `${place}/${when.question}/codes/${code}`
							)
						});
		},

		/** One is among the other, and the rest of it is anybody’s guess. */
		atMost(part: string, whole: string): void {
			if (numbers.has(part) && numbers.has(whole))
				sums.push({ whole, parts: [part, `${whole} without ${part}`] });
		}
	};
}

const ONE: readonly string[] = ['faces', 'yes_no', 'pick', 'scale', 'sort', 'star'];

const isAnswer = (
	when: Condition | undefined
): when is Extract<Condition, { readonly question: string }> =>
	when !== undefined && 'question' in when;
