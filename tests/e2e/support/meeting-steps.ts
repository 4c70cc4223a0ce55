import { expect, type Page } from '@playwright/test';
import type { Words } from './words.ts';

/** One young person at one meeting, as its chair goes through it. */
export interface AtMeeting {
	readonly meetingId: string;
	readonly id: string;
}

const afterPage = ({ meetingId, id }: AtMeeting) => `/desk/meetings/${meetingId}/after?about=${id}`;

/** Takes the point that was raised, and says what was decided about it. */
export async function decide(
	desk: Page,
	t: Words,
	at: AtMeeting,
	given: { readonly point: string; readonly decided: string; readonly dueOn: string }
): Promise<void> {
	await desk.goto(afterPage(at));
	await desk
		.locator('form', { hasText: given.point })
		.getByRole('button', { name: t('after:points.take') })
		.click();
	const point = desk.locator('details.decision').filter({ hasText: given.point });
	await point.getByText(t('after:outcome.agreed'), { exact: true }).click();
	await point.getByLabel(t('after:decision.decided'), { exact: true }).fill(given.decided);
	await point.getByLabel(t('after:decision.owner_other')).fill('Aunt Rose');
	await point.getByLabel(t('after:decision.due_on')).fill(given.dueOn);
	await point.getByRole('button', { name: t('after:decision.keep'), exact: true }).click();
	await expect(desk.getByRole('status')).toContainText(t('after:done.kept'));
}

/** The outcome form says that the meeting was held. */
export async function hold(desk: Page, t: Words, at: AtMeeting, heldOn: string): Promise<void> {
	await desk.goto(afterPage(at));
	await desk.getByLabel(t('after:outcome_form.held_on')).fill(heldOn);
	await desk.getByText(t('after:plan_change.no'), { exact: true }).click();
	await desk.getByRole('button', { name: t('after:outcome_form.complete') }).click();
	await expect(desk.getByRole('status')).toContainText(t('after:done.kept'));
}

/** They were there and spoke: PN1, confirmed. */
export async function tookPart(desk: Page, t: Words, at: AtMeeting): Promise<void> {
	await desk.goto(afterPage(at));
	const part = desk.locator('#took-part');
	await part.getByText(t('after:attended.all'), { exact: true }).click();
	await part.getByText(t('after:conveyed.spoke'), { exact: true }).click();
	await part.getByRole('button', { name: t('after:took_part.keep') }).click();
	await desk.getByRole('button', { name: t('after:took_part.confirm', { code: 'PN1' }) }).click();
	await expect(part).toContainText(t('after:code.PN1'));
}

export async function sendToManagers(desk: Page, t: Words, at: AtMeeting): Promise<void> {
	await desk.goto(afterPage(at));
	await desk.getByRole('button', { name: t('after:managers.send'), exact: true }).click();
	await expect(desk.getByRole('status')).toContainText(t('after:done.sent'));
}

export async function agree(manager: Page, t: Words, { meetingId }: AtMeeting): Promise<void> {
	await manager.goto(`/desk/decisions/${meetingId}`);
	await manager.getByRole('button', { name: t('after:agree.agree'), exact: true }).click();
	await expect(manager.getByRole('status')).toContainText(t('after:done.agreed'));
}

/** Written, approved and sent. */
export async function sendLetter(
	desk: Page,
	t: Words,
	{ meetingId, id }: AtMeeting,
	words: string
): Promise<void> {
	await desk.goto(`/desk/meetings/${meetingId}/letters/${id}`);
	await desk.getByLabel(t('letters:staff.opening'), { exact: true }).fill(words);
	await desk.getByRole('button', { name: t('letters:staff.approve') }).click();
	await expect(desk.locator('article.letter')).toContainText(words);
	await desk.locator('form[action="?/send"] button').click();
	await expect(desk.getByText(t('letters:staff.sent_now'))).toBeVisible();
}
