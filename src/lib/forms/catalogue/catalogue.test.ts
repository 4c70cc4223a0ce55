import { describe, expect, test } from 'vitest';
import { iconOf } from '../../components/icons.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { createTranslators } from '../../language/translator.ts';
import { readLocaleFiles } from '../../server/language/locale-files.ts';
import type { Answers } from '../answers.ts';
import { FACES, type Facts, type Form, type Question } from '../definition.ts';
import { faultsOf, optionsOf } from '../definition-check.ts';
import { pagesFor } from '../flow.ts';
import { wordsOf } from '../words.ts';
import { beforeMyReview } from './before-my-review.ts';
import { FORMS } from './forms.ts';

const resources = readLocaleFiles();
const translator = createTranslators(resources);

const settled: Facts = { unaccompanied: false, age: 14, promises: [] };
const arrivedAlone: Facts = { ...settled, unaccompanied: true };

/** Every key of a namespace with its words. */
function keysOf(words: object, above = ''): [key: string, words: string][] {
	return Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
		const path = above ? `${above}.${key}` : key;
		return typeof value === 'object' && value !== null
			? keysOf(value, path)
			: [[path, String(value)] satisfies [string, string]];
	});
}

const namespace = (language: string, form: Form): [string, string][] =>
	keysOf(resources[language]?.[form.id] ?? {});

const pages = (form: Form) => form.pages;
const questions = (form: Form): Question[] => pages(form).flatMap((page) => [...page.questions]);

/** The keys a form may have; those that end in a face's name are its own way to say it. */
function keysKnown(form: Form): Set<string> {
	const plain = [
		'title',
		...pages(form).map(({ section }) => `sections.${section}`),
		...pages(form)
			.filter(({ note }) => note)
			.flatMap(({ id }) => [`notes.${id}.title`, `notes.${id}.text`]),
		...questions(form).flatMap((question) => {
			const group =
				question.type === 'sort' ? 'cards' : 'options' in question ? 'options' : 'choices';
			return [
				...['title', 'hint', 'meaning'].map((what) => `q.${question.id}.${what}`),
				...optionsOf(question).map(({ id }) => `q.${question.id}.${group}.${id}`)
			];
		})
	];
	return new Set(plain.flatMap((key) => [key, ...FACES.map((face) => `${key}_${face}`)]));
}

const idsShown = (form: Form, face: Form['faces'][number], answers: Answers, facts: Facts) =>
	pagesFor(form, face, answers, facts).flatMap((page) => page.questions.map(({ id }) => id));

describe.each(FORMS.map((form) => ({ id: form.id, form })))('the form $id', ({ form }) => {
	test('can be used', () => {
		expect(faultsOf(form)).toEqual([]);
	});

	test.each(LANGUAGES.map(({ tag }) => tag))('has all its words in %s', (tag) => {
		const { t, has, language } = translator(tag);
		const missing: string[] = [];
		const own = { language, has, t: (key: string) => (has(key) ? t(key) : missing.push(key) + '') };

		for (const face of form.faces) {
			const words = wordsOf(form, face, own);
			void words.title;
			for (const page of pages(form)) {
				words.section(page.section);
				if (page.note) words.note(page.id);
			}
			for (const question of questions(form)) {
				words.questionTitle(question.id);
				words.labels(question, arrivedAlone);
			}
		}

		expect(missing.filter((key) => key.startsWith(form.id))).toEqual([]);
	});

	test.each(LANGUAGES.map(({ tag }) => tag))('has no word in %s that is never said', (tag) => {
		const known = keysKnown(form);

		const unused = namespace(tag, form)
			.map(([key]) => key)
			.filter((key) => !key.startsWith('intro.') && !known.has(key));

		expect(unused).toEqual([]);
	});

	test('says the same things in every language', () => {
		const english = namespace('en', form).map(([key]) => key);

		for (const { tag } of LANGUAGES)
			expect(
				namespace(tag, form)
					.map(([key]) => key)
					.sort(),
				tag
			).toEqual([...english].sort());
	});

	test('has a word for a face only where there is one for all', () => {
		const keys = new Set(namespace('en', form).map(([key]) => key));
		const alone = [...keys].filter((key) => {
			const face = FACES.find((one) => key.endsWith(`_${one}`));
			return face && !keys.has(key.slice(0, -face.length - 1));
		});

		expect(alone).toEqual([]);
	});

	test('has every picture it names', () => {
		const pictures = questions(form)
			.flatMap(optionsOf)
			.flatMap(({ picture }) => picture ?? []);

		expect(pictures.filter((picture) => !iconOf(picture))).toEqual([]);
	});
});

describe('before my review', () => {
	test('asks every question of the question bank', () => {
		const asked = new Set(questions(beforeMyReview).map(({ id }) => id));
		const bank = [
			...['S2', 'S3', 'S4'],
			...Array.from({ length: 36 }, (_, index) => String(index + 1)),
			...['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6']
		];

		expect(bank.filter((id) => !asked.has(id))).toEqual([]);
	});

	test('is eleven screens in its Easy face, and a twelfth when somebody helps', () => {
		const helped: Answers = { S2: { kind: 'pick', value: 'helped' } };

		expect(idsShown(beforeMyReview, 'easy', {}, arrivedAlone)).toEqual(
			['S2', '1', '2', '5', '7', '9', '12', '23', '25', 'Z1', 'Z3'] // one question a screen
		);
		expect(pagesFor(beforeMyReview, 'easy', {}, settled)).toHaveLength(11);
		expect(pagesFor(beforeMyReview, 'easy', helped, settled)).toHaveLength(12);
	});

	test('asks the same things in the standard and in the grown-up face', () => {
		expect(idsShown(beforeMyReview, 'grown_up', {}, arrivedAlone)).toEqual(
			idsShown(beforeMyReview, 'standard', {}, arrivedAlone)
		);
	});

	test('asks about food, faith, area, solicitor, family and memories only those who arrived alone', () => {
		const added = ['31', '32', '33', '34', '35', '36'];
		const settledIds = idsShown(beforeMyReview, 'standard', {}, settled);
		const aloneIds = idsShown(beforeMyReview, 'standard', {}, arrivedAlone);

		expect(added.filter((id) => settledIds.includes(id))).toEqual([]);
		expect(added.filter((id) => !aloneIds.includes(id))).toEqual([]);
	});

	test('asks about promises only when there are any', () => {
		const promised: Facts = { ...settled, promises: [{ id: 'p1', words: 'Find a football club' }] };

		expect(idsShown(beforeMyReview, 'standard', {}, settled)).not.toContain('21');
		expect(idsShown(beforeMyReview, 'standard', {}, promised)).toContain('21');
	});

	test('tells somebody for whom this is not the place or time that they can stop', () => {
		const notNow: Answers = { S4: { kind: 'yes_no', value: 'no' } };
		const ids = (answers: Answers) =>
			pagesFor(beforeMyReview, 'standard', answers, settled).map(({ id }) => id);

		expect(ids({})).not.toContain('S4_no');
		expect(ids(notNow).slice(0, 3)).toEqual(['S2', 'S4', 'S4_no']);
	});

	test('comes to each of its sections once', () => {
		const sections = beforeMyReview.pages
			.map(({ section }) => section)
			.filter((section, index, all) => section !== all[index - 1]);

		expect(sections).toEqual([...new Set(sections)]);
	});

	test('lets everything be skipped', () => {
		expect(questions(beforeMyReview).filter(({ required }) => required)).toEqual([]);
	});
});
