import { expect, type Page } from '@playwright/test';
import { DEMO_SIGN_INS } from '../../../src/lib/server/seed/demo-sign-ins.ts';
import { SECRET_PICTURES } from '../../../src/lib/server/accounts/secret-pictures.ts';
import type { Words } from './words.ts';

export const FORM = '/me/say/before-my-review';

/** Somebody of the demo council who can sign in, by the start of what the README calls them. */
function youngPerson(who: string) {
	const found = DEMO_SIGN_INS.find((one) => one.kind === 'young_person' && one.who.startsWith(who));
	if (found?.kind !== 'young_person') throw new Error(`nobody called ${who}`);
	return found;
}

function staffMember(who: string) {
	const found = DEMO_SIGN_INS.find((one) => one.kind === 'staff' && one.who.startsWith(who));
	if (found?.kind !== 'staff') throw new Error(`nobody called ${who}`);
	return found;
}

export async function signIn(
	page: Page,
	t: Words,
	who: string,
	phone: 'shared' | 'own' = 'shared'
): Promise<void> {
	const { signInName, secret } = youngPerson(who);
	await page.goto('/sign-in');
	await page.getByLabel(t('sign_in:name')).fill(signInName);
	await tapPictures(page, t, secret);
	await page.getByRole('radio', { name: t(`sign_in:phone.${phone}`) }).check();
	await page.getByRole('button', { name: t('sign_in:in'), exact: true }).click();
	await expect(page).toHaveURL(/\/me$/);
	await read(page, t);
}

/** An account has a language of its own; whoever reads another one changes it at the foot of the page. */
export async function read(page: Page, { language }: Words): Promise<void> {
	const html = page.locator('html');
	if ((await html.getAttribute('lang')) === language) return;
	await page.locator(`button[name="language"][value="${language}"]`).first().click();
	await expect(html).toHaveAttribute('lang', language);
}

/** Taps the pictures one after the other; without JavaScript each tap is a page of its own. */
export async function tapPictures(page: Page, t: Words, secret: readonly string[]): Promise<void> {
	const words = page.getByLabel(t('sign_in:secret'), { exact: true });
	for (const [index, id] of secret.entries()) {
		const word = t(`secret_words:${id}`);
		await page
			.getByRole('group', { name: t('sign_in:pictures') })
			.getByRole('button', { name: word, exact: true })
			.click();
		await expect
			.poll(async () => (await words.inputValue()).split(/[\s,،]+/).filter(Boolean).length)
			.toBeGreaterThan(index);
	}
}

export async function staffSignIn(page: Page, t: Words, who: string): Promise<void> {
	const { email, passphrase } = staffMember(who);
	await page.goto('/staff/sign-in');
	await page.getByLabel(t('sign_in:staff_in.email'), { exact: true }).fill(email);
	await page.getByLabel(t('sign_in:staff_in.passphrase'), { exact: true }).fill(passphrase);
	await page.getByRole('button', { name: t('sign_in:staff_in.in'), exact: true }).click();
	await expect(page).toHaveURL(/\/desk/);
	await read(page, t);
}

/** A participation worker gives whoever asked for an advocate to one of the services; one that has it already keeps it. */
export async function giveToService(
	page: Page,
	t: Words,
	who: string,
	service: string
): Promise<void> {
	await page.goto('/desk/requests');
	const waiting = page
		.getByRole('row', { name: new RegExp(who) })
		.filter({ has: page.locator('button[name="provider"]') })
		.last();
	if ((await waiting.count()) === 0) return;
	await waiting.getByRole('button', { name: service }).click();
	await expect(page.getByText(t('desk:requests.given'))).toBeVisible();
}

/** How to answer, by question id. */
export type Answering = Readonly<Record<string, (page: Page) => Promise<void>>>;

export const write = (questionId: string, text: string) => async (page: Page) =>
	page.locator(`[name="a-${questionId}"]`).fill(text);

/** A radio or a box, tapped where a thumb would: on its words. */
export const choose = (questionId: string, value: string) => async (page: Page) =>
	page.locator(`label:has(input[name="a-${questionId}"][value="${value}"])`).first().click();

export async function begin(page: Page, t: Words, face?: 'standard' | 'easy' | 'grown_up') {
	await page.goto(FORM);
	if (face) await page.locator(`label:has(input[name="face"][value="${face}"])`).click();
	await page
		.getByRole('button', { name: t('forms:start.begin') })
		.or(page.getByRole('button', { name: t('forms:start.go_on') }))
		.click();
}

/**
 * Goes through the form page by page, answering what it was told to and skipping the rest, up to the check page.
 * @param onPage is shown each page before it is answered
 * @returns the pages it saw
 */
export async function fillIn(
	page: Page,
	t: Words,
	answering: Answering,
	onPage: (page: Page) => Promise<void> = async () => undefined
): Promise<string[]> {
	const seen: string[] = [];
	while (!new URL(page.url()).pathname.endsWith('/check')) {
		const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
		expect(seen, 'each page comes once').not.toContain(id);
		seen.push(id);
		await onPage(page);
		let answered = false;
		for (const [questionId, answer] of Object.entries(answering))
			if ((await page.locator(`[id="q-${questionId}"]`).count()) > 0) {
				await answer(page);
				answered = true;
			}
		const skip = page.getByRole('button', { name: t('forms:skip'), exact: true });
		const next = page.getByRole('button', { name: t('forms:next'), exact: true });
		const before = page.url();
		await (answered || (await skip.count()) === 0 ? next : skip).click();
		await expect(page).not.toHaveURL(before);
	}
	return seen;
}

/** From the check page to “sent”. @param chair whom the button names */
export async function send(page: Page, t: Words, chair: string): Promise<void> {
	await page.getByRole('link', { name: t('forms:check.go_on') }).click();
	await page.getByRole('button', { name: t('forms:to.send.person', { name: chair }) }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('forms:sent.title'));
}

/** Staff print a card for somebody who has no account yet. @returns its code */
export async function makeCard(desk: Page, t: Words, name: string): Promise<string> {
	await desk.goto('/desk/people');
	await desk.getByRole('searchbox', { name: t('people:find') }).fill(name);
	await desk.getByRole('button', { name: t('people:find_button') }).click();
	await desk.getByRole('link', { name }).click();
	await desk
		.getByRole('button', { name: t('people:cards.make') })
		.or(desk.getByRole('button', { name: t('people:cards.make_new') }))
		.first()
		.click();
	return desk.locator('.sheet .code').first().innerText();
}

/** Types the code of a card. What comes of it is the caller's to look at. */
export async function typeCode(page: Page, t: Words, code: string): Promise<void> {
	await page.goto('/join');
	await page.getByLabel(t('join:code.label')).fill(code);
	await page.getByRole('button', { name: t('join:code.next') }).click();
}

/**
 * From a card to a home page: chooses a name, learns the pictures, tries them, says whose phone it is.
 * @returns the ids of the pictures
 */
export async function join(
	page: Page,
	t: Words,
	given: { code: string; name: string; onPage?: (page: Page) => Promise<void> }
): Promise<string[]> {
	const onPage = given.onPage ?? (async () => undefined);
	await typeCode(page, t, given.code);
	await onPage(page);
	await page.getByLabel(t('join:name.label')).fill(given.name);
	await page.getByRole('button', { name: t('join:name.next') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('join:pictures.title'));
	await onPage(page);
	const words = await page.locator('.secret-shown b').allInnerTexts();
	const secret = words.map((word) => pictureOf(t, word));
	await page.getByRole('link', { name: t('join:pictures.next') }).click();
	await onPage(page);
	await tapPictures(page, t, secret);
	await page.getByRole('button', { name: t('join:check.next'), exact: true }).click();
	await onPage(page);
	await page.getByRole('radio', { name: t('sign_in:phone.own') }).check();
	await page.getByRole('button', { name: t('join:phone.next') }).click();
	await expect(page).toHaveURL(/\/me$/);
	return secret;
}

function pictureOf(t: Words, word: string): string {
	const found = SECRET_PICTURES.find((id) => t(`secret_words:${id}`) === word);
	if (found === undefined) throw new Error(`no picture is called ${word}`);
	return found;
}
