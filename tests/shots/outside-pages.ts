import { staffSignIn } from '../e2e/support/journeys.ts';
import type { Words } from '../e2e/support/words.ts';
import type { Camera } from './camera.ts';

/** One page of each kind of question that parents are asked. */
const QUESTIONS = ['P1', 'P3', 'P6', 'P10', 'P17', 'P18'];

/** The chair offers parents the survey, and a parent goes through it. */
export async function parentPages({ open, take }: Camera, t: Words): Promise<void> {
	const desk = await open();
	await staffSignIn(desk, t, 'Helen');
	await desk.goto('/desk/meetings');
	await desk.getByRole('link', { name: 'Ruth' }).first().click();
	await desk.locator('a[href$="/parents"]').click();
	await take(desk, '90-desk-parents');
	const room = (await desk.locator('.address').first().innerText()).trim();
	await desk.locator('a[href*="/sheet?"]').last().click();
	await take(desk, '91-desk-parents-sheet');
	await desk.goBack();
	await desk.locator('#hand-language').selectOption(t.language);
	await desk.getByRole('button', { name: t('survey_desk:hand.do') }).click();
	await take(desk, '92-desk-parents-slip');
	await desk.context().close();

	const phone = await open();
	await phone.goto(`${room}?in=${t.language}`);
	await take(phone, '93-survey-start');
	await phone.locator('form.start .foot button').first().click();
	for (const id of QUESTIONS) {
		await phone.goto(`${room}/${id}`);
		await take(phone, `94-survey-${id}`);
	}
	await phone.locator('label:has(input[value="yes"])').click();
	await phone.locator('.foot button').first().click();
	await take(phone, '95-survey-P18_how');
	await phone.goto(`${room}/check`);
	await take(phone, '96-survey-check');
	await phone.locator('.foot button').first().click();
	await take(phone, '97-survey-next-person');
	await phone.goto('/survey/thanks');
	await take(phone, '98-survey-thanks');
	await phone.goto('/survey/there-is-none');
	await take(phone, '99-survey-gone');
	await phone.context().close();
}
