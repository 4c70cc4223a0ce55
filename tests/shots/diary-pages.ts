import type { Page } from '@playwright/test';
import { staffSignIn } from '../e2e/support/journeys.ts';
import type { Words } from '../e2e/support/words.ts';
import type { Camera } from './camera.ts';

/** Meetings to come, one of them and its forms; what a manager has of them; the calendar’s address. */
export async function diaryPages(
	{ take, open }: Pick<Camera, 'take' | 'open'>,
	t: Words,
	desk: Page
): Promise<void> {
	await desk.goto('/desk/meetings');
	await take(desk, '80-desk-meetings');
	await desk.goto('/desk/meetings/new');
	await take(desk, '81-desk-meeting-whom');
	await desk.getByRole('link', { name: 'Kai Morrison' }).click();
	await take(desk, '82-desk-meeting-new');
	await desk.goto('/desk/meetings');
	await desk.getByRole('link', { name: 'Amina' }).first().click();
	await take(desk, '83-desk-meeting');
	await desk.goto(`${desk.url()}/change`);
	await take(desk, '84-desk-meeting-change');
	await desk.goto('/desk/meetings/calendar');
	await take(desk, '85-desk-calendar');
	const david = await open();
	await staffSignIn(david, t, 'David');
	await david.goto('/desk/meetings');
	await take(david, '86-desk-meetings-of-everybody');
	await david.goto('/desk/cover');
	await take(david, '87-desk-cover');
	await david.context().close();
}
