import { describe, expect, test } from 'vitest';
import type { Answer } from '../forms/answers.ts';
import { FORMS } from '../forms/catalogue/forms.ts';
import { figuresOf } from '../forms/figures.ts';
import { NO_THEME, THEME_RULES } from './theme-rules.ts';
import { isSuggested, themesOf, themesOfQuestion } from './themes.ts';
import { THEME_CODES } from './theme-codes.ts';

const READ = FORMS.filter(({ goesTo }) => goesTo === 'chair' || goesTo === 'worker');
const questionsOf = (form: (typeof FORMS)[number]) =>
	form.pages.flatMap(({ questions }) => questions);

describe('what suggests a theme', () => {
	test('is said of every form that a chair or a worker reads, and of no other', () => {
		const ids = READ.map(({ id }) => id).toSorted();
		expect(Object.keys(THEME_RULES).toSorted()).toEqual(ids);
		expect(Object.keys(NO_THEME).toSorted()).toEqual(ids);
	});

	test.each(READ)('is said of every question of $id, once', (form) => {
		const asked = [...new Set(questionsOf(form).map(({ id }) => id))].toSorted();
		const mapped = Object.keys(THEME_RULES[form.id] ?? {});
		const without = NO_THEME[form.id] ?? [];
		expect([...mapped, ...without].toSorted()).toEqual(asked);
	});

	test.each(READ)('are answers that $id offers', (form) => {
		const figures = new Map(figuresOf(form, []).map((question) => [question.id, question]));
		for (const [id, rules] of Object.entries(THEME_RULES[form.id] ?? {})) {
			const { type, groups } = figures.get(id) ?? { type: null, groups: [] };
			const offered = groups.flatMap(({ card, codes }) =>
				codes.map(({ code }) => (card === null ? code : `${card}=${code}`))
			);
			for (const { codes } of rules) {
				if (codes === null) expect(['say', 'words', 'list', 'people']).toContain(type);
				else {
					const notSure = type === 'yes_no' ? ['not_sure'] : [];
					expect([id, codes.filter((code) => ![...offered, ...notSure].includes(code))]).toEqual([
						id,
						[]
					]);
				}
			}
		}
	});

	test('reaches every theme but what no question asks about', () => {
		expect(THEME_CODES.filter((code) => !isSuggested(code))).toEqual(['siblings']);
	});
});

const REVIEW = 'before-my-review';
const say = (text: string): Answer => ({ kind: 'say', text, pictures: [] });

describe('the themes of what somebody answered', () => {
	test.each<[string, Record<string, Answer>, string[]]>([
		['a good face says nothing', { '7': { kind: 'faces', value: 4 } }, []],
		['one that is not good does', { '7': { kind: 'faces', value: 2 } }, ['school']],
		['words do, whatever they say', { '8': say('Maths is fine.') }, ['school']],
		['a drawing does', { '8': { kind: 'say', text: '', pictures: ['p'] } }, ['school']],
		['words left empty do not', { '8': say('') }, []],
		['nor what was skipped', { '8': { kind: 'skipped' }, '15': { kind: 'rather_not' } }, []],
		[
			'cards by where they were put',
			{ '5': { kind: 'sort', cards: { sleep: 'not_good', room: 'good', online: 'ok' } } },
			['health']
		],
		[
			'people by how often they are seen',
			{ '12': { kind: 'people', people: [{ name: 'Mum', choice: 'right' }] } },
			[]
		],
		['a star on a good face', { '7': { kind: 'faces', value: 5 }, '23': star('7') }, ['school']],
		['a star of its own words alone', { '23': star('this') }, []],
		[
			'a star on cards that are all good',
			{ '5': { kind: 'sort', cards: { sleep: 'good' } }, '23': star('5') },
			[]
		],
		[
			'several, in the order of the list',
			{ '22': { kind: 'faces', value: 1 }, Z1: { kind: 'pick', value: 'no' }, '4': say('Quiet.') },
			['home', 'safety', 'worker']
		]
	])('%s', (_, answers, themes) => {
		expect(themesOf(REVIEW, answers)).toEqual(themes);
	});

	test('are none of a form that is a request, and of none there is', () => {
		expect(themesOf('complain', { '2': say('My money is late.') })).toEqual([]);
		expect(themesOf('no-such-form', { '2': say('?') })).toEqual([]);
	});

	test('are safety from the lower half of the scale on', () => {
		const at = (value: number) =>
			themesOf('before-my-conference', { '6': { kind: 'scale', value } });
		expect([0, 4].map(at)).toEqual([['safety'], ['safety']]);
		expect([5, 10].map(at)).toEqual([[], []]);
	});

	test('are of a question whatever is answered, for what is decided about it', () => {
		expect(themesOfQuestion(REVIEW, '5')).toEqual(['home', 'health', 'friends']);
		expect(themesOfQuestion(REVIEW, '24')).toEqual([]);
	});
});

function star(starred: string): Extract<Answer, { kind: 'star' }> {
	return { kind: 'star', starred, text: starred === 'this' ? 'My dog.' : '', pictures: [] };
}
