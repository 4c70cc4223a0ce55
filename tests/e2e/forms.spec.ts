import type { Page } from '@playwright/test';
import { FORMS } from '../../src/lib/forms/catalogue/forms.ts';
import type { Face, Form, Question } from '../../src/lib/forms/definition.ts';
import { choose, giveToService, signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN, type Words } from './support/words.ts';

/** Who goes through a form, and who opens it. Whoever is not named here goes from Amina to her reviewing officer. */
const BETWEEN: Readonly<Record<string, readonly [from: string, to: string]>> = {
	'before-my-review': ['Kai', 'Sam'],
	'before-my-conference': ['Ruth', 'Helen'],
	'my-pathway-plan': ['Tomasz', 'Priya'],
	'my-skills': ['Molly', 'Priya'],
	'before-a-visit': ['Amina', 'Liam'],
	'ask-for-an-advocate': ['Amina', 'Grace'],
	'ask-for-a-visitor': ['Amina', 'Zoe'],
	'my-visitor': ['Amina', 'Zoe'],
	complain: ['Amina', 'Martin']
};
const between = ({ id }: Form) => BETWEEN[id] ?? ['Amina', 'Sam'];

/** What is chosen where it is not the first that is offered. */
const CHOSEN: Readonly<Record<string, string>> = {
	'before-my-conference/13': 'yes',
	'ask-for-a-visitor/2': 'yes'
};

const SENT = FORMS.filter(({ goesTo }) => goesTo !== 'kept');
const KEPT = FORMS.filter(({ goesTo }) => goesTo === 'kept');

/** Each form once as most have it and once in Easy, and each face with and without what JavaScript adds to its pages. */
const FACE = { en: 'standard', ar: 'easy' } as const;

for (const form of SENT)
	test(`${form.id} is gone through, whatever a page asks for, sent and opened on the desk`, async ({
		page,
		anotherDevice,
		look,
		reads,
		t
	}) => {
		test.setTimeout(300_000);
		const [from, to] = between(form);
		const face = FACE[reads];
		await signIn(page, t, from);
		await beginForm(page, t, form, face);
		const wrote = await answerAll(page, t, form, face, WRITTEN[reads], firstOfEach(form, look));
		await look(page);
		await page.getByRole('link', { name: t('forms:check.go_on') }).click();
		await page.locator('form.foot button.btn').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
		await look(page);
		await page.getByRole('link', { name: t('forms:sent.look') }).click();
		const statementId = new URL(page.url()).pathname.split('/').at(-1) ?? '';

		const desk = await anotherDevice({ width: 1280 });
		if (form.id === 'ask-for-an-advocate') {
			await staffSignIn(desk, t, 'Zoe');
			await giveToService(desk, t, from, 'Voice First');
			await desk.context().clearCookies();
		}
		await staffSignIn(desk, t, to);
		await openFromDesk(desk, statementId);
		await expect(desk.getByRole('heading', { level: 1 })).toContainText(from);
		if (wrote) await expect(desk.getByText(WRITTEN[reads]).first()).toBeVisible();
		await look(desk);

		await page.reload();
		await expect(page.getByText(`${to} `).first()).toBeVisible();
	});

for (const form of KEPT)
	test(`${form.id} is gone through, and what was said is kept`, async ({
		page,
		look,
		reads,
		t
	}) => {
		await signIn(page, t, 'Kai');
		await beginForm(page, t, form, FACE[reads]);
		await answerAll(page, t, form, FACE[reads], WRITTEN[reads], firstOfEach(form, look));
		await expect(page.getByText(WRITTEN[reads]).first()).toBeVisible();
		await look(page);

		await page.goto(`/me/say/${form.id}/check`);
		await expect(page.getByText(WRITTEN[reads]).first()).toBeVisible();
	});

/** Between them, these have every type of question that the Easy face draws in a way of its own. */
const LOOKED_AT_EASY = ['before-my-conference', 'my-skills', 'plan-my-meeting', 'good-news'];

for (const form of FORMS.filter(({ id }) => LOOKED_AT_EASY.includes(id)))
	test(
		`${form.id} can be read and answered in its Easy face, whatever a page asks for`,
		{ tag: '@once' },
		async ({ page, look, reads, t }) => {
			test.setTimeout(300_000);
			await signIn(page, t, between(form)[0]);
			await beginForm(page, t, form, 'easy');
			await answerAll(page, t, form, 'easy', WRITTEN[reads], firstOfEach(form, look));
			await look(page);
		}
	);

test('what must not be told as coming from a child is marked on the desk', async ({
	anotherDevice,
	look,
	t
}) => {
	const desk = await anotherDevice({ width: 1280 });
	await staffSignIn(desk, t, 'Helen');
	// Ruth's of the demo council: three of her answers are protected.
	const protects = desk.getByRole('row').filter({ hasText: t('desk:protects') });
	await expect(protects).toHaveCount(1);
	await protects.locator('a[href^="/desk/statements/"]').first().click();
	await expect(desk.getByRole('region').filter({ has: desk.locator('#protects') })).toBeVisible();
	await expect(desk.locator('p.protects')).toHaveCount(3);
	await look(desk);
});

test('asking for an early review in the pathway plan makes a request', async ({ page, t }) => {
	await signIn(page, t, 'Molly');
	await page.goto('/me/say/my-pathway-plan');
	await beginHere(page, t);
	await page.goto('/me/say/my-pathway-plan/17');
	await choose('17', 'sooner')(page);
	await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
	await expect(page).toHaveURL(/\/17_why$/);
	await page.goto('/me/say/my-pathway-plan/send');
	await page.locator('form.foot button.btn').click();

	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
	await expect(page.getByText(t('forms:sent.asks.early_review'))).toBeVisible();
});

/** Looks at a page that asks in a way no page before it did: the rest are drawn by the same hand. */
function firstOfEach(form: Form, look: (page: Page) => Promise<void>) {
	const seen = new Set<string>();
	return async (page: Page): Promise<void> => {
		const id = new URL(page.url()).pathname.split('/').at(-1);
		const asks = form.pages.find((one) => one.id === id);
		const ways = asks?.questions.map(({ type, under }) => (under ? `${type} under` : type)) ?? [];
		const news = [...ways, ...(asks?.note ? ['note'] : [])].filter((way) => !seen.has(way));
		for (const way of news) seen.add(way);
		if (news.length > 0) await look(page);
	};
}

async function beginForm(page: Page, t: Words, form: Form, face: Face): Promise<void> {
	await page.goto(`/me/say/${form.id}`);
	await page.locator(`label:has(input[name="face"][value="${face}"])`).click();
	await beginHere(page, t);
	// One that was begun before, or begins with last time's, goes through from its first page all the same.
	const first = form.pages.find(({ faces }) => faces.includes(face));
	await page.goto(`/me/say/${form.id}/${first?.id ?? ''}`);
}

const beginHere = (page: Page, t: Words) =>
	page
		.getByRole('button', { name: t('forms:start.begin') })
		.or(page.getByRole('button', { name: t('forms:start.go_on') }))
		.click();

/** Answers every question of every page, up to the check page. @returns whether there was room for words */
async function answerAll(
	page: Page,
	t: Words,
	form: Form,
	face: Face,
	text: string,
	onPage: (page: Page) => Promise<void> = async () => undefined
): Promise<boolean> {
	let wrote = false;
	const path = () => new URL(page.url()).pathname;
	const seen: string[] = [];
	while (!path().endsWith('/check')) {
		const id = path().split('/').at(-1) ?? '';
		expect(seen, 'each page comes once').not.toContain(id);
		seen.push(id);
		await onPage(page);
		const questions = form.pages.find((one) => one.id === id)?.questions ?? [];
		for (const question of questions) {
			const inFace = question.faces?.includes(face) ?? true;
			if (!inFace || question.under) continue;
			wrote = (await answer(page, form, question, text)) || wrote;
		}
		await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
		await expect(page).not.toHaveURL(new RegExp(`/${form.id}/${id}(\\?.*)?$`));
	}
	return wrote;
}

/** Answers one question as its type is answered. @returns whether words were written */
async function answer(page: Page, form: Form, question: Question, text: string): Promise<boolean> {
	const { id } = question;
	const box = page.locator(`[id="q-${id}"]`);
	const tap = (name: string, value: string) =>
		box.locator(`label:has(input[name="${name}"][value="${value}"])`).first().click();
	const first = (ids: readonly { readonly id: string }[]) => ids[0]?.id ?? '';
	const chosen = CHOSEN[`${form.id}/${id}`];
	switch (question.type) {
		case 'faces':
			await tap(`a-${id}`, '4');
			return false;
		case 'scale':
			await tap(`a-${id}`, '8');
			return false;
		case 'yes_no':
			await tap(`a-${id}`, chosen ?? 'no');
			return false;
		case 'pick':
		case 'picks':
			await tap(`a-${id}`, chosen ?? first(question.options));
			return false;
		case 'sort':
			await tap(`a-${id}-${first(question.cards)}`, first(question.places ?? [{ id: 'ok' }]));
			return false;
		case 'agenda':
			await tap(`a-${id}-add`, first(question.cards));
			return false;
		case 'date':
			await box.locator(`[type="date"]`).fill('2027-01-12');
			return false;
		case 'when':
			await tap(`a-${id}-day`, 'wed');
			return false;
		case 'protect':
			await box.locator('label:has(input)').first().click();
			return false;
		case 'people': {
			const name = box.locator(`input:not([type="hidden"])[name^="a-${id}-name-"]`).last();
			await name.fill(text);
			const line = (await name.getAttribute('name'))?.split('-').at(-1) ?? '0';
			if (question.choices) await tap(`a-${id}-choice-${line}`, first(question.choices));
			return true;
		}
		case 'list':
			await box.locator(`[name="a-${id}-line-0"]`).fill(text);
			return true;
		case 'star':
			await box.locator(`[name="a-${id}-text"]`).fill(text);
			return true;
		case 'say':
		case 'words':
			await box.locator(`[name="a-${id}"]`).fill(text);
			return true;
		case 'promises':
		case 'audience':
			return false;
	}
}

/** Wherever on the desk it stands for whoever handles it: among meetings, what was sent to them, or requests. */
async function openFromDesk(desk: Page, statementId: string): Promise<void> {
	const link = desk.locator(`a[href*="/desk/statements/${statementId}"]`).first();
	for (const path of ['/desk', '/desk/sent-to-me', '/desk/requests']) {
		await desk.goto(path);
		if ((await link.count()) > 0) return link.click();
	}
	// A request leads to what was sent for it. Opening one moves it down the list, so the list is read first.
	const requests = await desk
		.locator('main a[href*="/desk/requests/"]')
		.evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''));
	for (const href of requests) {
		await desk.goto(href);
		if ((await link.count()) > 0) return link.click();
	}
	throw new Error('it stands nowhere on this desk');
}
