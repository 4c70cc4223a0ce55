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
import type { Camera } from './camera.ts';

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
}

async function openPages({ open, take }: Camera, t: Words): Promise<void> {
	const page = await open();
	const paths = ['/', '/language', '/help', '/rights', '/privacy', '/accessibility'];
	for (const [index, path] of paths.entries()) {
		await page.goto(path);
		await take(page, `0${index + 1}-${path.slice(1) || 'first'}`);
	}
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
	await amina.goto('/me/sent');
	await camera.take(amina, '41-sent-list');
	await amina.goto('/me');
	await camera.take(amina, '22-home-sent');

	for (const [who, face] of [
		['Jayden', 'easy'],
		['Molly', 'grown_up']
	] as const) {
		const page = await camera.open();
		await signIn(page, t, who);
		await camera.take(page, `23-home-${face}`);
		await begin(page, t, face);
		await questions(camera, page, face);
		await page.goto(`${FORM}/check`);
		await camera.take(page, `37-say-check-${face}`);
		await page.context().close();
	}
	await amina.context().close();
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
	await desk.goto('/desk/people');
	await take(desk, '53-desk-people');
	await desk.getByRole('row').nth(1).getByRole('link').click();
	await take(desk, '54-desk-person');
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
		await page.context().close();
	}
	await desk.context().close();
}
