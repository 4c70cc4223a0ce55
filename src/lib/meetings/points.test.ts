import { expect, test } from 'vitest';
import type { Answer } from '../forms/answers.ts';
import type { Wording } from '../forms/wording.ts';
import { pointsIn } from './points.ts';

const same = (text: string) => ({ shown: text, english: text });
const asked = (id: string, type: Wording['questions'][number]['type'], labels = {}) => ({
	id,
	type,
	section: same('Home'),
	title: { shown: `سؤال ${id}`, english: `Question ${id}` },
	labels
});
const WORDING: Wording = {
	formId: 'f',
	formVersion: 1,
	language: 'ar',
	face: 'standard',
	title: same('A form'),
	questions: [
		asked('1', 'faces'),
		asked('2', 'say'),
		asked('3', 'list'),
		asked('4', 'star'),
		asked('5', 'agenda', { home: { shown: 'البيت', english: 'Where I live' } })
	]
};
const given = (answers: Record<string, Answer>, chairOnly: string[] = []) =>
	Object.entries(answers).map(([questionId, answer]) => ({
		questionId,
		answer,
		chairOnly: chairOnly.includes(questionId),
		language: 'ar'
	}));

test('the starred answer comes first, and a face is named by what was asked', () => {
	const list: Answer = { kind: 'list', lines: ['أ', 'ب'] };
	const star: Answer = { kind: 'star', starred: '1', text: '', pictures: [] };
	const points = pointsIn(
		WORDING,
		given({ '1': { kind: 'faces', value: 1 }, '3': list, '4': star })
	);
	expect(points.map(({ words, language, starred }) => [words, language, starred])).toEqual([
		['Question 1', 'en', true],
		['أ', 'ar', false],
		['ب', 'ar', false]
	]);
});

test('of their agenda each topic is a point, the starred one first', () => {
	const agenda: Answer = {
		kind: 'agenda',
		items: [{ card: 'home' }, { words: 'كلبي' }],
		starred: 1
	};
	expect(pointsIn(WORDING, given({ '5': agenda }))).toMatchObject([
		{ words: 'كلبي', language: 'ar', line: 1, starred: true },
		{ words: 'Where I live', language: 'en', line: 0, starred: false }
	]);
});

test('says what was kept for the chair and what must not be told as theirs; offers nothing else they said', () => {
	const answers: Record<string, Answer> = {
		'2': { kind: 'say', text: 'سر', pictures: [] },
		'3': { kind: 'list', lines: ['أ'] },
		'4': { kind: 'star', starred: 'this', text: 'ج', pictures: [] },
		p: { kind: 'protect', questions: ['3'] }
	};
	expect(pointsIn(WORDING, given(answers, ['4']))).toMatchObject([
		{ questionId: '4', kept: 'chair', words: 'ج' },
		{ questionId: '3', kept: 'protected', words: 'أ' }
	]);
});
