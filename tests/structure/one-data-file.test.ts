import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beforeMyReview } from '../../src/lib/forms/catalogue/before-my-review.ts';
import { formOf } from '../../src/lib/forms/catalogue/forms.ts';
import type { Form, Question } from '../../src/lib/forms/definition.ts';
import { createTranslators } from '../../src/lib/language/translator.ts';
import { setTranslators } from '../../src/lib/language/translators.ts';
import type { App } from '../../src/lib/server/app.ts';
import { createDeskDocuments } from '../../src/lib/server/documents/desk-documents.ts';
import { createDocuments } from '../../src/lib/server/documents/documents.ts';
import { createDrafts } from '../../src/lib/server/drafts/drafts.ts';
import { FEWEST } from '../../src/lib/figures/hiding.ts';
import { createFigures } from '../../src/lib/server/figures/figures.ts';
import { readLocaleFiles } from '../../src/lib/server/language/locale-files.ts';
import { createStatements } from '../../src/lib/server/statements/statements.ts';
import * as formFigures from '../../src/routes/insight/forms/[form]/+page.server.ts';
import FormFiguresPage from '../../src/routes/insight/forms/[form]/+page.svelte';
import * as question from '../../src/routes/me/say/[form]/[page]/+page.server.ts';
import QuestionPage from '../../src/routes/me/say/[form]/[page]/+page.svelte';
import * as check from '../../src/routes/me/say/[form]/check/+page.server.ts';
import CheckPage from '../../src/routes/me/say/[form]/check/+page.svelte';
import * as sent from '../../src/routes/me/sent/[id]/+page.server.ts';
import SentPage from '../../src/routes/me/sent/[id]/+page.svelte';
import * as desk from '../../src/routes/desk/statements/[id]/+page.server.ts';
import DeskPage from '../../src/routes/desk/statements/[id]/+page.svelte';
import InLayout from '../support/InLayout.svelte';
import type { Clock } from '../support/clock.ts';
import { eastbrook } from '../support/eastbrook.ts';
import { onBothEngines } from '../support/engines.ts';
import { linesInPdf } from '../support/pdf-text.ts';
import { addYoungPerson, type Person } from '../support/people.ts';

/**
 * What somebody does who wants to ask one more thing: a question in the form's data file, and its words in each language.
 * Nothing else of Sayso is touched here.
 */
const NEW: Question = {
	id: 'flying',
	type: 'picks',
	options: [{ id: 'kites' }, { id: 'rockets' }],
	other: true
};
const WORDS = {
	en: {
		title: 'Which things that fly do you like?',
		options: { kites: 'Paper kites', rockets: 'Tall rockets' }
	},
	ar: {
		title: 'ما الأشياء الطائرة التي تعجبك؟',
		options: { kites: 'طائرات ورقية', rockets: 'صواريخ عالية' }
	}
} as const;
const WRITTEN = 'Zeppelins over the sea';
/** What has to be found wherever the answer is shown. */
const GIVEN = [WORDS.en.title, WORDS.en.options.kites, WRITTEN];

const [firstPage] = beforeMyReview.pages;
const FORM: Form = {
	...beforeMyReview,
	pages: [
		...beforeMyReview.pages,
		{
			id: 'flying',
			section: firstPage?.section ?? '',
			faces: beforeMyReview.faces,
			questions: [NEW]
		}
	]
};

/** The locale files with the new question's words in them. */
function resources(): ReturnType<typeof readLocaleFiles> {
	const files = structuredClone(readLocaleFiles()) as Record<
		string,
		Record<string, { q?: Record<string, object> }>
	>;
	for (const [language, words] of Object.entries(WORDS)) {
		const asked = files[language]?.[FORM.id]?.q;
		if (asked) asked[NEW.id] = words;
	}
	return files;
}

interface Route {
	readonly load: (event: never) => unknown;
	readonly actions?: Readonly<Record<string, (event: never) => unknown>>;
}

onBothEngines('a form is one data file and its translations', (engine) => {
	const translator = createTranslators(resources());
	let app: App;
	let clock: Clock;
	let amina: Person<'young_person'>;
	let officer: Person<'staff'>;
	let manager: Person<'staff'>;

	/** What SvelteKit hands to a route, as far as these look at it. */
	const event = (who: Person<'staff'> | Person<'young_person'>, params: object, form?: FormData) =>
		({
			locals: {
				app,
				actor: who.actor,
				translator: translator('en'),
				signedIn: null,
				requestId: 'x'
			},
			params,
			cookies: { get: () => undefined, set: () => undefined },
			url: new URL('http://sayso.example/'),
			request: new Request('http://sayso.example/', form ? { method: 'POST', body: form } : {})
		}) as never;

	async function drawn(
		page: unknown,
		route: Route,
		who: Person<'staff'> | Person<'young_person'>,
		params: object
	): Promise<string> {
		const data = await route.load(event(who, params));
		const around = {
			language: 'en',
			now: app.now(),
			path: '/',
			signedIn: 'young_person',
			phone: null
		};
		const { body } = render(InLayout, {
			props: { page: page as never, data: { ...around, ...(data as object) } }
		});
		return body;
	}

	/** Answers the new question by its own page, and sends the form. @returns the pages it saw, and what it sent */
	async function say(person: Person<'young_person'>) {
		await app.drafts.begin(person.actor, { formId: FORM.id, face: 'standard', language: 'en' });
		const params = { form: FORM.id, page: NEW.id };
		const asked = await drawn(QuestionPage, question, person, params);
		const form = new FormData();
		for (const [, input = ''] of asked.matchAll(/<input([^>]*type="hidden"[^>]*)>/g))
			form.set(attribute(input, 'name'), attribute(input, 'value'));
		form.set(`a-${NEW.id}`, 'kites');
		form.set(`a-${NEW.id}-other`, WRITTEN);
		await expect(
			(async () => question.actions['default']?.(event(person, params, form)))()
		).rejects.toMatchObject({ status: 303 });
		const checked = await drawn(CheckPage, check, person, params);
		const { draft } = await app.drafts.open(person.actor, FORM.id);
		const { statementId } = await app.statements.send(person.actor, {
			formId: FORM.id,
			sendKey: draft?.sendKey ?? ''
		});
		return { asked, checked, statementId };
	}
	let said: Awaited<ReturnType<typeof say>>;

	beforeAll(async () => {
		const world = await eastbrook((options) => engine.open(options));
		const forms = { translator, formOf: (id: string) => (id === FORM.id ? FORM : formOf(id)) };
		app = {
			...world.app,
			translator,
			drafts: createDrafts(world.app, forms.formOf),
			statements: createStatements(world.app, forms),
			documents: {
				...createDocuments(world.app, {
					translator,
					forms: [FORM],
					lettersOf: async () => []
				}),
				...createDeskDocuments(world.app, forms)
			},
			figures: createFigures(world.app, { forms: [FORM] })
		};
		setTranslators(translator);
		({ amina, sam: officer, manager, clock } = world);
		for (let one = 1; one < FEWEST; one += 1)
			await say(await addYoungPerson(app, { officerId: officer.id }));
		said = await say(amina);
	});
	afterAll(() => app.documents.close());

	describe('one more question in it', () => {
		test('is a page to answer', () => {
			for (const words of [WORDS.en.title, ...Object.values(WORDS.en.options)])
				expect(said.asked).toContain(words);
		});

		test('is among the answers to check', () => {
			for (const words of GIVEN) expect(said.checked).toContain(words);
		});

		test('is read again by its author, and at the desk', async () => {
			const id = { id: said.statementId };

			for (const words of GIVEN) {
				expect(await drawn(SentPage, sent, amina, id)).toContain(words);
				expect(await drawn(DeskPage, desk, officer, id)).toContain(words);
			}
		});

		test('is in the PDF', async () => {
			const pdf = await app.documents.statementPdf(amina.actor, said.statementId, 'en');
			const text = (await linesInPdf(pdf)).join('\n');

			for (const words of GIVEN) expect(text).toContain(words);
		});

		test('is in the figures, with nobody’s words', async () => {
			// Told once the half year it was sent in is over.
			clock.set('2027-04-01T09:00');
			const html = await drawn(FormFiguresPage, formFigures, manager, { form: FORM.id });

			for (const words of [WORDS.en.title, ...Object.values(WORDS.en.options)])
				expect(html).toContain(words);
			expect(html).not.toContain(WRITTEN);
			const { questions } = await app.figures.ofForm(manager.actor, FORM.id, '');
			expect(questions.find(({ id }) => id === NEW.id)).toMatchObject({
				asked: FEWEST,
				reached: { answered: FEWEST, skipped: 0 },
				groups: [{ codes: [{ code: 'kites', count: FEWEST }, { count: 0 }, { code: 'other' }] }]
			});
		});
	});
});

function attribute(tag: string, name: string): string {
	return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
