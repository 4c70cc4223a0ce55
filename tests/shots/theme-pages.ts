import type { Page } from '@playwright/test';
import type { Camera } from './camera.ts';

/** What young people raise, as the manager sees it in a year that is over, and the monthly note. */
export async function themePages({ take }: Pick<Camera, 'take'>, manager: Page): Promise<void> {
	await manager.goto('/insight/themes');
	await manager.locator('nav a[href^="/insight/themes?year="]').nth(1).click();
	await take(manager, '90-insight-themes-year');
	await manager.locator('nav a[href^="/insight/themes/"]').first().click();
	await take(manager, '91-insight-theme');
	await manager.goto('/insight/note');
	await take(manager, '92-insight-notes');
	await manager.locator('main table a').first().click();
	await take(manager, '93-insight-note');
}

/** The themes as the administrator names them. */
export async function themeList({ take }: Pick<Camera, 'take'>, admin: Page): Promise<void> {
	await admin.goto('/admin/themes');
	await take(admin, '94-admin-themes');
}
