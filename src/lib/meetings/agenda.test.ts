import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../forms/answers.ts';
import type { Wording } from '../forms/wording.ts';
import { guestsAt, LEVELS, partsOf, planOf, speakerOf, type Plan } from './agenda.ts';

const both = (text: string) => ({ shown: `${text} (ar)`, english: text });
const question = (id: string, labels: readonly string[] = []) => ({
	id,
	type: 'pick' as const,
	section: both('section'),
	title: both(`question ${id}`),
	labels: Object.fromEntries(labels.map((label) => [label, both(label)]))
});

const WORDING: Wording = {
	formId: 'plan-my-meeting',
	formVersion: 1,
	language: 'ar',
	face: 'standard',
	title: both('Plan my meeting'),
	questions: [
		question('1', LEVELS),
		question('2', ['home']),
		question('4', ['all', 'start', 'end', 'their_topic', 'not_come']),
		question('5', ['good_news']),
		question('6', ['home', 'money']),
		question('10', ['kind'])
	]
};

const plan = (
	answers: Readonly<Record<string, Answer>>,
	seenBy: 'room' | 'chair' = 'chair',
	kept: readonly string[] = []
): Plan =>
	planOf(
		WORDING,
		Object.entries(answers).map(([questionId, answer]) => ({
			questionId,
			answer,
			chairOnly: kept.includes(questionId),
			language: 'ar'
		})),
		seenBy
	);

const AGENDA: Answer = {
	kind: 'agenda',
	items: [{ card: 'home' }, { words: 'My dog' }, { card: 'money' }],
	starred: 1
};
const people = (...comes: readonly string[]): Answer => ({
	kind: 'people',
	people: comes.map((choice) => ({ name: choice, choice }))
});

describe('what comes out of a meeting plan', () => {
	test('the starred item comes first, the others in the order they were put in', () => {
		expect(plan({ '6': AGENDA }).items).toEqual([
			{ card: null, title: { words: 'My dog', language: 'ar' }, starred: true },
			{ card: 'home', title: { label: both('home') }, starred: false },
			{ card: 'money', title: { label: both('money') }, starred: false }
		]);
	});

	test('no item is lost or doubled, whatever is starred', () => {
		const items = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 });
		fc.assert(
			fc.property(items, fc.nat(12), (lines, star) => {
				const answer: Answer = {
					kind: 'agenda',
					items: lines.map((words) => ({ words })),
					starred: star < lines.length ? star : null
				};
				const titles = plan({ '6': answer }).items.map(({ title }) =>
					'words' in title ? title.words : ''
				);
				expect(titles.toSorted()).toEqual(lines.toSorted());
				const [first] = plan({ '6': answer }).items;
				expect(first?.starred ?? false).toBe(star < lines.length);
			})
		);
	});

	test('what was not said is empty: nothing is filled in for them', () => {
		const empty = plan({ '3': { kind: 'skipped' }, '9': { kind: 'not_sure' } });
		const { level, startId, ...lists } = empty;
		expect([level, startId]).toEqual([null, null]);
		for (const list of Object.values(lists)) expect(list).toEqual([]);
	});

	test('a page the room sees holds nothing that was kept for the chair', () => {
		const answers: Record<string, Answer> = {
			'4': people('all', 'not_come'),
			'6': AGENDA,
			'7': { kind: 'say', text: 'My father', pictures: [] },
			'8': { kind: 'words', text: 'Call me Jo' },
			'12': { kind: 'yes_no', value: 'yes' }
		};

		const room = plan(answers, 'room', ['8']);

		expect(room.items).toHaveLength(3);
		expect(room).toMatchObject({ notAloud: [], notComing: [], words: [], practise: [] });
		expect(JSON.stringify(room)).not.toMatch(/My father|Call me Jo|not_come/);
		expect(plan(answers, 'chair', ['8'])).toMatchObject({
			notAloud: [{ words: 'My father', language: 'ar' }],
			notComing: [{ name: 'not_come' }],
			words: [{ words: 'Call me Jo', language: 'ar' }]
		});
	});

	test('choices and what they wrote beside them stand together', () => {
		const shaped = plan({
			'2': { kind: 'pick', value: 'home' },
			'2_more': { kind: 'words', text: 'In the garden' },
			'10': { kind: 'picks', values: ['kind'], other: 'Biscuits' }
		});
		expect(shaped.where).toEqual([
			{ label: both('home') },
			{ words: 'In the garden', language: 'ar' }
		]);
		expect(shaped.rules).toEqual([{ label: both('kind') }, { words: 'Biscuits', language: 'ar' }]);
	});

	test('everybody is in the room for the part they come to', () => {
		const shaped = plan({ '4': people('all', 'start', 'end', 'their_topic'), '6': AGENDA });
		const names = partsOf(shaped).map((part) => guestsAt(shaped, part).map(({ name }) => name));
		const item = ['all', 'their_topic'];
		expect(names).toEqual([['all', 'start'], item, item, item, ['all', 'end']]);
	});

	test.each([
		['choose', ['chair', 'chair', 'chair']],
		['topics', ['chair', 'chair', 'chair']],
		['one_part', ['chair', 'young_person', 'chair']],
		['together', ['both', 'young_person', 'both']],
		['all', ['young_person', 'young_person', 'young_person']]
	])('who wants to %s leads as much as that', (level, speakers) => {
		const items: Answer = { kind: 'agenda', items: [{ card: 'home' }], starred: null };
		const shaped = plan({ '1': { kind: 'pick', value: level }, '6': items });
		expect(partsOf(shaped).map((part) => speakerOf(shaped, part))).toEqual(speakers);
	});
});
