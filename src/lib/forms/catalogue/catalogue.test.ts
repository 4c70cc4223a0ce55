import { describe, expect, test } from 'vitest';
import { NO_FACTS } from '../../../../tests/support/sample-form.ts';
import { iconOf } from '../../components/icons.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { createTranslators } from '../../language/translator.ts';
import { readLocaleFiles } from '../../server/language/locale-files.ts';
import type { Answers } from '../answers.ts';
import { FACES, type Facts, type Form, type Question } from '../definition.ts';
import { faultsOf, optionsOf } from '../definition-check.ts';
import { pagesFor } from '../flow.ts';
import { wordsOf } from '../words.ts';
import { afterMyReview } from './after-my-review.ts';
import { beforeMyConference } from './before-my-conference.ts';
import { beforeMyReview } from './before-my-review.ts';
import { askedForAdvocate, READERS, SAFE, START } from './blocks.ts';
import { FORMS } from './forms.ts';
import { myPathwayPlan } from './my-pathway-plan.ts';
import { mySkills } from './my-skills.ts';
import { myWriteUp } from './my-write-up.ts';
import { OUTSIDE_FORMS } from './outside-forms.ts';

const resources = readLocaleFiles();
const translator = createTranslators(resources);

const settled: Facts = { ...NO_FACTS, age: 14 };
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

const questions = ({ pages }: Pick<Form, 'pages'>): Question[] =>
	pages.flatMap((page) => [...page.questions]);

/** The groups of words an answer to a question is chosen from. */
function labelled(question: Question): string[] {
	const group = {
		sort: 'cards',
		agenda: 'cards',
		people: 'choices',
		promises: 'choices'
	};
	const of = question.type in group ? group[question.type as keyof typeof group] : 'options';
	return [
		...optionsOf(question).map(({ id }) => `${of}.${id}`),
		...(question.type === 'scale' ? ['options.low', 'options.high'] : []),
		...(question.type === 'sort' ? (question.places ?? []).map(({ id }) => `places.${id}`) : [])
	];
}

/** The keys a form may have; those that end in a face's name are its own way to say it. */
function keysKnown(form: Pick<Form, 'pages'>): Set<string> {
	const plain = [
		'title',
		...form.pages.map(({ section }) => `sections.${section}`),
		...form.pages
			.filter(({ note }) => note)
			.flatMap(({ id }) => [`notes.${id}.title`, `notes.${id}.text`]),
		...questions(form).flatMap((question) =>
			[question.id, ...(question.wordedAs ? [question.wordedAs] : [])].flatMap((id) =>
				['title', 'hint', 'meaning', ...labelled(question)].map((what) => `q.${id}.${what}`)
			)
		)
	];
	return new Set(plain.flatMap((key) => [key, ...FACES.map((face) => `${key}_${face}`)]));
}

const idsShown = (form: Form, face: Form['faces'][number], answers: Answers, facts: Facts) =>
	pagesFor(form, face, answers, facts).flatMap((page) => page.questions.map(({ id }) => id));

const yes = (id: string): Answers => ({ [id]: { kind: 'yes_no', value: 'yes' } });

/** Numbers of the question bank, 1 to `last`, that no question bears, nor a part of one such as `2_safe`. */
function bankMissing(form: Form, last: number): string[] {
	const asked = new Set(questions(form).map(({ id }) => id.split('_')[0]));
	return Array.from({ length: last }, (_, index) => String(index + 1)).filter(
		(id) => !asked.has(id)
	);
}

const EVERY_FORM = [...FORMS, ...OUTSIDE_FORMS];

describe.each(EVERY_FORM.map((form) => ({ id: form.id, form })))('the form $id', ({ form }) => {
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
			for (const page of form.pages) {
				words.section(page.section);
				if (page.note) words.note(page.id);
			}
			for (const question of questions(form)) {
				words.questionTitle(question.id);
				words.labels(question, arrivedAlone);
			}
		}

		expect(missing).toEqual([]);
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
		const pictures = [
			form.picture,
			...questions(form).flatMap((question) => [
				question.picture ?? [],
				...[
					...optionsOf(question),
					...(question.type === 'sort' ? (question.places ?? []) : [])
				].map(({ picture }) => picture ?? [])
			])
		].flat();

		expect(pictures.filter((picture) => !iconOf(picture))).toEqual([]);
	});

	test('has a picture beside every question of its Easy face', () => {
		const easy = form.pages
			.filter((page) => page.faces.includes('easy'))
			.flatMap((page) => page.questions)
			.filter(({ faces }) => faces?.includes('easy') ?? true);

		expect(easy.filter(({ picture }) => picture === undefined).map(({ id }) => id)).toEqual([]);
	});

	test('is a dozen screens at most in its Easy face, whatever is answered', () => {
		// A page that hangs on an answer is one more screen, whichever answer it waits for.
		const most = form.pages.filter(
			({ faces, questions: asked }) => faces.includes('easy') && asked.length > 0
		);

		expect(most.map(({ id }) => id).length).toBeLessThanOrEqual(12);
	});

	test('comes to each of its sections once', () => {
		const sections = form.pages
			.map(({ section }) => section)
			.filter((section, index, all) => section !== all[index - 1]);

		expect(sections).toEqual([...new Set(sections)]);
	});

	test('asks in its Easy face whether they are safe, where it asks at all', () => {
		if (!form.pages.some(({ id }) => id === 'Z1')) return;

		expect(idsShown(form, 'easy', {}, settled)).toContain('Z1');
	});

	test('says itself who can see it, where it is sent to nobody', () => {
		if (form.goesTo !== 'kept') return;

		expect(namespace('en', form).map(([key]) => key)).toContain('intro.who_reads');
	});

	test('leads only to forms there are', () => {
		const others = new Set(FORMS.map(({ id }) => id));

		expect((form.leadsTo ?? []).filter((next) => !others.has(next.form))).toEqual([]);
	});
});

describe('the shared questions', () => {
	const shared: Pick<Form, 'pages'> = {
		pages: [
			...START,
			...SAFE,
			...READERS,
			{ id: 'A', section: 'start', faces: FACES, questions: [askedForAdvocate('A')] }
		]
	};

	test.each(LANGUAGES.map(({ tag }) => tag))('have no word in %s that is never said', (tag) => {
		const known = keysKnown(shared);
		const keys = keysOf(resources[tag]?.['blocks'] ?? {}).map(([key]) => key);

		expect(keys.filter((key) => !key.startsWith('intro.') && !known.has(key))).toEqual([]);
	});

	test('are asked before and after everything that is sent', () => {
		const without = FORMS.filter(({ goesTo }) => goesTo !== 'kept')
			.filter((form) => !questions(form).some(({ id }) => id === 'S2'))
			.map(({ id }) => id);

		expect(without).toEqual([]);
	});

	test('on safety are asked in every form but good news and what is kept', () => {
		const without = FORMS.filter(({ goesTo }) => goesTo !== 'kept')
			.filter((form) => !questions(form).some(({ id }) => id === 'Z1'))
			.map(({ id }) => id);

		expect(without).toEqual(['good-news']);
	});

	test('on an advocate tell that the advocacy service hears their name', () => {
		for (const { tag } of LANGUAGES)
			for (const form of FORMS)
				for (const face of form.faces)
					for (const { id, asks } of questions(form))
						if (asks?.kind === 'advocate')
							expect(
								wordsOf(form, face, translator(tag)).hint(id),
								`${form.id} ${id} ${tag}`
							).toMatch(/name|اسم/);
	});
});

describe('before my conference', () => {
	test('asks what must not be told behind everything that could be told', () => {
		const ids = idsShown(beforeMyConference, 'standard', yes('13'), settled);

		expect(ids.slice(ids.indexOf('13'))).toEqual(['13', '13_which', 'Z3', 'Z4', 'Z5']);
		expect(ids).toContain('Z2');
	});

	test('asks which answers only of who said that there are any', () => {
		const shown = (answers: Answers) => idsShown(beforeMyConference, 'easy', answers, settled);

		expect(shown({})).not.toContain('13_which');
		expect(shown({ '13': { kind: 'yes_no', value: 'no' } })).not.toContain('13_which');
		expect(shown(yes('13'))).toContain('13_which');
		expect(shown({ '13': { kind: 'not_sure' } })).toContain('13_which');
	});

	test('asks every question of the question bank', () => {
		expect(bankMissing(beforeMyConference, 16)).toEqual([]);
	});
});

describe('my pathway plan', () => {
	test('asks every question of the question bank', () => {
		expect(bankMissing(myPathwayPlan, 18)).toEqual([]);
	});

	test('asks why only of who wants it sooner', () => {
		const sooner: Answers = { '17': { kind: 'pick', value: 'sooner' } };

		expect(idsShown(myPathwayPlan, 'grown_up', {}, settled)).not.toContain('17_why');
		expect(idsShown(myPathwayPlan, 'grown_up', sooner, settled)).toContain('17_why');
	});
});

describe('my skills', () => {
	const SKILLS = /^[A-Z]{2}\d$/;

	test('are 35 in eleven areas, each with how it shows and who helps', () => {
		const areas = mySkills.pages.filter(({ questions: asked }) =>
			asked.some(({ id }) => SKILLS.test(id))
		);
		const skills = questions(mySkills).filter(({ id }) => SKILLS.test(id));
		const below = questions(mySkills).filter(({ under }) => under !== undefined);

		expect(areas).toHaveLength(11);
		expect(skills).toHaveLength(35);
		expect(below.map(({ id }) => id)).toEqual(
			skills.flatMap(({ id }) => [`${id}_how`, `${id}_who`])
		);
	});
});

describe('after my review and its write-up', () => {
	test('ask every question of the question bank', () => {
		expect(bankMissing(afterMyReview, 13)).toEqual([]);
	});

	test('ask about the write-up in the same words, so that the answers count together', () => {
		const asked = (form: Form) => questions(form).find(({ id }) => id === '10');
		const options = (form: Form) => {
			const question = asked(form);
			return question ? optionsOf(question) : [];
		};

		expect(options(myWriteUp)).toEqual(options(afterMyReview));
		expect(options(myWriteUp)).not.toEqual([]);
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

	test('lets everything be skipped', () => {
		expect(questions(beforeMyReview).filter(({ required }) => required)).toEqual([]);
	});
});
