import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';

const DEVICES = {
	phone: { width: 390, height: 844 },
	desktop: { width: 1280, height: 900 }
} as const;

export interface Camera {
	/** A browser of its own, for somebody who reads the language. */
	open(): Promise<Page>;
	/** The page as it stands: phone and desktop, light and dark. @param name such as `16-home`; pictures sort by it */
	take(page: Page, name: string): Promise<void>;
	taken(): number;
}

export function createCamera(
	browser: Browser,
	baseURL: string,
	language: string,
	folder: string
): Camera {
	let taken = 0;
	return {
		async open() {
			const context = await browser.newContext({
				baseURL,
				locale: language === 'en' ? 'en-GB' : language,
				timezoneId: 'Europe/London',
				viewport: DEVICES.phone,
				reducedMotion: 'reduce'
			});
			return context.newPage();
		},
		async take(page, name) {
			for (const [device, viewport] of Object.entries(DEVICES)) {
				await page.setViewportSize(viewport);
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
					const path = join(folder, `${name}.${language}.${device}.${colorScheme}.png`);
					await page.screenshot({ path, fullPage: true });
					taken += 1;
				}
			}
			await page.setViewportSize(DEVICES.phone);
			await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		},
		taken: () => taken
	};
}
