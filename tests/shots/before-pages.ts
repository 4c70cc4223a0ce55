import type { Page } from '@playwright/test';
import type { Words } from '../e2e/support/words.ts';
import type { Camera } from './camera.ts';

/** Of Amina’s meeting, as its chair comes to it. */
export async function beforePages({ take }: Pick<Camera, 'take'>, t: Words, desk: Page): Promise<void> {
	await desk.goto('/desk/not-heard');
	await desk.locator('a[href$="/before"]').first().click();
	await take(desk, '52-desk-before');
	const before = desk.url();
	await desk.getByRole('link', { name: t('before:staff.links.brief') }).first().click();
	await take(desk, '52-desk-brief');
	await desk.goto(before);
	await desk.locator('a[href$="/plan"][href^="/desk/people/"]').first().click();
	await take(desk, '52-desk-participation-plan');
}
