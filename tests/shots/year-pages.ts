import type { Page } from '@playwright/test';
import type { Camera } from './camera.ts';

/** A year that was told, on the page and on paper, and the one before that had less to hide among. */
export async function yearPages({ take }: Pick<Camera, 'take'>, manager: Page): Promise<void> {
	await manager.goto('/insight/year');
	await manager.locator('main nav .pill').nth(1).click();
	await take(manager, '97-insight-year-told');
	await manager.goto('/insight/requests');
	await manager.locator('main nav .pill').last().click();
	await take(manager, '95-insight-requests-few');
}
