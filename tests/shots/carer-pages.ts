import type { Page } from '@playwright/test';
import { staffSignIn } from '../e2e/support/journeys.ts';
import type { Words } from '../e2e/support/words.ts';
import type { Camera } from './camera.ts';

/** One page of each kind of question that carers are asked. */
const QUESTIONS = ['1', '2', '4', '5', '7', '12'];

/** The officer asks, a carer goes through it, and what another said is read. */
export async function carerPages({ open, take }: Camera, t: Words): Promise<void> {
	const desk = await open();
	await staffSignIn(desk, t, 'Sam');
	await toReview(desk, 'Jayden');
	await take(desk, 'a0-desk-carers');
	await desk.locator('article a[href*="/carers/"]').first().click();
	await take(desk, 'a1-desk-carer-words');
	await toReview(desk, 'Amina');
	await take(desk, 'a2-desk-carers-asked');
	const summary = desk.getByText(t('carer_desk:ask.summary'));
	await summary.click();
	await desk.locator('input[name="name"]').fill('Rosa Diaz');
	await desk.locator('select[name="language"]').selectOption(t.language);
	await desk.getByRole('button', { name: t('carer_desk:ask.send') }).click();
	await take(desk, 'a3-desk-carer-slip');
	const link = (await desk.locator('.sheet .address').innerText()).trim();
	await desk.context().close();

	const phone = await open();
	await phone.goto(link);
	await take(phone, 'a4-carer-start');
	await phone.locator('form.start .foot button').first().click();
	for (const id of QUESTIONS) {
		await phone.goto(`${link}/${id}`);
		await take(phone, `a5-carer-${id}`);
	}
	await phone.locator('label:has(input[value="yes"])').click();
	await phone.locator('.foot button').first().click();
	await phone.goto(`${link}/check`);
	await take(phone, 'a6-carer-check');
	await phone.locator('.foot button').first().click();
	await take(phone, 'a7-carer-thanks');
	await phone.context().close();

	const manager = await open();
	await staffSignIn(manager, t, 'David');
	await manager.goto('/insight/carers');
	await take(manager, 'a8-insight-carers');
	await manager.goto('/insight/carers/unanswered');
	await take(manager, 'a9-insight-carers-unanswered');
	await manager.context().close();
}

async function toReview(desk: Page, who: string): Promise<void> {
	await desk.goto('/desk/people');
	await desk.getByRole('link', { name: new RegExp(who) }).first().click();
	await desk.locator('a[href$="/carers"]').click();
}
