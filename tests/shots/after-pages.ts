import type { Page } from '@playwright/test';
import type { Camera } from './camera.ts';

/** A manager objected to what one of Sam’s reviews decided. */
export async function afterPages({ take }: Pick<Camera, 'take'>, desk: Page): Promise<void> {
	await desk.goto('/desk');
	await desk.locator('a[href^="/desk/meetings/"][href$="/after"]').first().click();
	await take(desk, '72-desk-after');
	await desk.locator('a[href*="/after/record/"]').click();
	await take(desk, '73-desk-record');
}
