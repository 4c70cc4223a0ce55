import type { Page } from '@playwright/test';
import { SECRET_PICTURES } from '../../src/lib/server/accounts/secret-pictures.ts';
import {
	begin,
	choose,
	FORM,
	join,
	makeCard,
	send,
	signIn,
	staffSignIn,
	tapPictures,
	typeCode,
	write
} from '../e2e/support/journeys.ts';
import { wordsIn, type Words } from '../e2e/support/words.ts';
import { afterPages } from './after-pages.ts';
import { beforePages } from './before-pages.ts';
import type { Camera } from './camera.ts';
import { carerPages } from './carer-pages.ts';
import { concernPages, ownConcerns, settingsPages } from './concern-pages.ts';
import { diaryPages } from './diary-pages.ts';
import { insightPages } from './insight-pages.ts';
import { parentPages } from './outside-pages.ts';
import { requestPages } from './request-pages.ts';
import { surveyPages } from './survey-pages.ts';
import { themeList, themePages } from './theme-pages.ts';
import { yearPages } from './year-pages.ts';

/** One page of each kind of question. */
const QUESTIONS = {
	standard: ['S2', 'S3', '1', '2', '3', '5', '10', '12', '23', '24', '26_when', 'Z1', 'Z3'],
	easy: ['S2', '1', '5', '9', '12', 'Z1'],
	grown_up: ['1', '23']
} as const;

/** Walks through the whole site in one language and has every kind of page photographed on the way. */
export async function takeEveryPage(camera: Camera, language: string): Promise<void> {
	const t = wordsIn(language);
	await openPages(camera, t);
	const desk = await camera.open();
	await staffSignIn(desk, t, 'Sam');
	await waysIn(camera, t, desk);
	await youngPeople(camera, t);
	await deskPages(camera, t, desk);
	await requestPages(camera, t);
	await parentPages(camera, t);
	await carerPages(camera, t);
	const admin = await camera.open();
	await staffSignIn(admin, t, 'Ines');
	await admin.goto('/admin/pledge');
	await camera.take(admin, '70-admin-pledge');
	await admin.goto('/admin/duty');
	await camera.take(admin, '70-admin-duty');
	await admin.goto('/admin/keys');
	await admin.locator('#name').fill('Case system');
	await admin.locator('label:has(input[name="scope_statements"])').click();
	await admin.locator('form[action="?/make"] button').click();
	await camera.take(admin, '70-admin-keys');
	await settingsPages(camera, admin);
	await themeList(camera, admin);
	await admin.context().close();
}

const RIGHTS = ['', '/who-is-who', '/meetings', '/pledge', '/leaflets/7-11', '/leaflets/12-plus'];

async function openPages({ open, take }: Camera, t: Words): Promise<void> {
	const page = await open();
	const paths = ['/', '/language', '/help', '/rights', '/privacy', '/accessibility'];
	for (const [index, path] of paths.entries()) {
		await page.goto(path);
		await take(page, `0${index + 1}-${path.slice(1) || 'first'}`);
	}
	for (const [index, path] of RIGHTS.entries())
		for (const face of ['standard', 'easy']) {
			await page.goto(`/rights${path}?face=${face}`);
			await take(page, `04-rights-${index + 1}-${face}`);
		}
	await page.goto('/ask');
	await take(page, '05-ask');
	await page.goto('/ask/asked');
	await take(page, '05-asked');
	await page.goto('/there-is-no-such-page');
	await take(page, '07-not-found');
	await page.goto('/staff/sign-in');
	await take(page, '08-staff-sign-in');
	await page.goto('/staff/join');
	await take(page, '09-staff-join');
	await page.goto('/sign-in');
	await take(page, '10-sign-in');
	await page.getByLabel(t('sign_in:name')).fill('amina');
	await tapPictures(page, t, SECRET_PICTURES.slice(0, 4));
	await page.getByRole('radio', { name: t('sign_in:phone.shared') }).check();
	await page.getByRole('button', { name: t('sign_in:in'), exact: true }).click();
	await page.getByText(t('errors:sign_in_wrong')).first().waitFor();
	await take(page, '11-sign-in-wrong');
	await page.context().close();
}

async function waysIn({ open, take }: Camera, t: Words, desk: Page): Promise<void> {
	const code = await makeCard(desk, t, 'Cal Reid');
	await take(desk, '60-desk-card');
	const page = await open();
	await page.goto('/join');
	await take(page, '12-join');
	await typeCode(page, t, 'K7P-94XC-TRW');
	await take(page, '13-join-unknown-code');
	const steps = ['14-join-name', '15-join-pictures', '16-join-check', '17-join-phone'];
	await join(page, t, {
		code,
		name: 'kite79',
		onPage: (shown) => take(shown, steps.shift() ?? '18-join')
	});
	await take(page, '20-home-first-time');
	await page.goto('/sign-out');
	await take(page, '19-sign-out');
	await page.context().close();
}

/** Questions asked in a way that *Before my review* has none of. */
const OTHER_WAYS = {
	'plan-my-meeting': ['1', '4', '6'],
	'before-my-conference': ['6', '9', '13'],
	'my-skills': ['money'],
	'my-pathway-plan': ['6'],
	complain: ['1', '4', '5'],
	'about-me': []
} as const;

async function youngPeople(camera: Camera, t: Words): Promise<void> {
	const amina = await camera.open();
	await signIn(amina, t, 'Amina');
	await camera.take(amina, '21-home');
	await amina.goto(FORM);
	await camera.take(amina, '30-say-start');
	await begin(amina, t, 'standard');
	await answer(amina, t, 'S2', choose('S2', 'helped'));
	await questions(camera, amina, 'standard');
	await answer(amina, t, '1', choose('1', '2'));
	await answer(amina, t, '3', write('3', t('home:ready_reply.thank_you')));
	await answer(amina, t, 'Z1', choose('Z1', 'no'));
	await amina.goto(`${FORM}/3/photo?q=3`);
	await camera.take(amina, '34-say-photo');
	await amina.goto(`${FORM}/3/draw?q=3`);
	await camera.take(amina, '35-say-draw');
	await amina.goto(`${FORM}/3/voice?q=3`);
	await camera.take(amina, '35-say-voice');
	await amina.goto(`${FORM}/delete`);
	await camera.take(amina, '36-say-delete');
	await amina.goto(`${FORM}/check`);
	await camera.take(amina, '37-say-check');
	await amina.goto(`${FORM}/send`);
	await camera.take(amina, '38-say-send');
	await amina.goto(`${FORM}/check`);
	await send(amina, t, 'Sam Okoro');
	await camera.take(amina, '39-say-sent');
	await amina.getByRole('link', { name: t('forms:sent.look') }).click();
	await camera.take(amina, '40-sent-one');
	const sentOne = new URL(amina.url()).pathname;
	for (const what of ['add', 'take-back']) {
		await amina.goto(`${sentOne}/${what}`);
		await camera.take(amina, `40-sent-${what}`);
	}
	await amina.goto('/me/sent');
	await camera.take(amina, '41-sent-list');
	for (const [path, name] of [
		['/me/things', '42-things'],
		['/me/opened', '43-opened'],
		['/me/download', '44-download'],
		['/me/settings', '45-settings'],
		['/me/settings/contact', '45-settings-contact'],
		['/me/taking-part', '45-taking-part']
	] as const) {
		await amina.goto(path);
		await camera.take(amina, name);
	}
	await amina.goto('/me/letters');
	await camera.take(amina, '26-letters');
	await amina.locator('a[href^="/me/letters/"]').first().click();
	await camera.take(amina, '27-letter');
	await amina.goto('/me');
	await camera.take(amina, '22-home-sent');

	for (const [form, ids] of Object.entries(OTHER_WAYS)) {
		await amina.goto(`/me/say/${form}`);
		await camera.take(amina, `46-${form}`);
		await amina
			.getByRole('button', { name: t('forms:start.begin') })
			.or(amina.getByRole('button', { name: t('forms:start.go_on') }))
			.click();
		for (const id of ids) {
			await amina.goto(`/me/say/${form}/${id}`);
			await camera.take(amina, `47-${form}-${id}`);
		}
	}
	await amina.goto('/me/say/about-me/check');
	await camera.take(amina, '48-kept');
	await amina.goto('/offline');
	await camera.take(amina, '49-offline');

	for (const [who, face] of [
		['Jayden', 'easy'],
		['Molly', 'grown_up']
	] as const) {
		const page = await camera.open();
		await signIn(page, t, who);
		await camera.take(page, `23-home-${face}`);
		if (who === 'Molly') await meetingPages(camera, page);
		await begin(page, t, face);
		await questions(camera, page, face);
		await page.goto(`${FORM}/check`);
		await camera.take(page, `37-say-check-${face}`);
		await page.context().close();
	}
	await ownConcerns(camera, t);
	await amina.context().close();
}

/** The meeting she planned, and what comes out of it. */
async function meetingPages(camera: Camera, page: Page): Promise<void> {
	await page.locator('.card.meeting a[href^="/me/meeting/"]').click();
	await camera.take(page, '24-my-meeting');
	const meeting = page.url();
	for (const part of ['agenda', 'cards', 'present', 'present#en-4']) {
		await page.goto(`${meeting}/${part}`);
		await camera.take(page, `25-my-meeting-${part.replace('#', '-')}`);
	}
	await page.goto('/me');
}

async function questions(camera: Camera, page: Page, face: keyof typeof QUESTIONS): Promise<void> {
	for (const id of QUESTIONS[face]) {
		await page.goto(`${FORM}/${id}`);
		await camera.take(page, `31-say-${face}-${id}`);
	}
}

async function answer(page: Page, t: Words, id: string, how: (page: Page) => Promise<void>) {
	await page.goto(`${FORM}/${id}`);
	await how(page);
	await page.getByRole('button', { name: t('forms:next'), exact: true }).click();
	await page.waitForURL((url) => !url.pathname.endsWith(`/${id}`));
}

async function deskPages({ take, open }: Camera, t: Words, desk: Page): Promise<void> {
	await desk.goto('/desk');
	await take(desk, '50-desk-inbox');
	await desk.goto('/desk/alerts');
	await take(desk, '51-desk-alerts');
	await desk.goto('/desk/not-heard');
	await take(desk, '52-desk-not-heard');
	await concernPages({ take }, desk);
	await desk.goto('/desk/copies');
	await take(desk, '72-desk-copies');
	await desk.goto('/desk/promises');
	await take(desk, '71-desk-promises');
	await desk.goto('/desk/people');
	await take(desk, '53-desk-people');
	await desk.getByRole('row').nth(1).getByRole('link').click();
	await take(desk, '54-desk-person');
	await desk.goto(`${desk.url()}/together`);
	await take(desk, '54-desk-together');
	await beforePages({ take }, t, desk);
	await afterPages({ take }, desk);
	await diaryPages({ take, open }, t, desk);
	await desk.goto('/desk');
	const amina = desk.getByRole('row').filter({ hasText: 'Amina' });
	await amina.locator('a[href^="/desk/statements/"]').first().click();
	await take(desk, '55-desk-statement');
	await desk.getByRole('radio', { name: t('home:ready_reply.visit_before') }).check();
	await desk.locator('form.answer button').click();
	await take(desk, '56-desk-statement-answered');
	for (const [who, name] of [
		['Liam', '57-desk-social-worker'],
		['David', '58-desk-manager'],
		['Zoe', '59-desk-participation']
	] as const) {
		const page = await open();
		await staffSignIn(page, t, who);
		await take(page, name);
		if (who === 'David') {
			await page.goto('/desk/decisions');
			await take(page, '74-desk-decisions');
			await page.locator('main table a').first().click();
			await take(page, '75-desk-decisions-of-one');
			await insightPages({ open, take }, t, page);
			await yearPages({ take }, page);
			await surveyPages({ take, open }, t, page);
			await themePages({ take }, page);
		}
		await page.context().close();
	}
	await desk.context().close();
}
