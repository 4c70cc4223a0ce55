import { signIn, staffSignIn } from '../e2e/support/journeys.ts';
import type { Words } from '../e2e/support/words.ts';
import type { Camera } from './camera.ts';

const ONE = 'a[href^="/desk/requests/"]';

/** What was asked for: at the desks of those who handle it, and as who asked sees it. */
export async function requestPages({ open, take }: Camera, t: Words): Promise<void> {
	for (const [who, name] of [
		['Zoe', '61-desk-requests'],
		['Martin', '61-desk-complaints']
	] as const) {
		const desk = await open();
		await staffSignIn(desk, t, who);
		await desk.goto('/desk/requests');
		await take(desk, name);
		await desk.locator(`main ${ONE}`).first().click();
		await take(desk, `${name}-one`);
		await desk.goto('/desk/requests?show=closed');
		await take(desk, `${name}-closed`);
		await desk.context().close();
	}
	for (const who of ['Ruth', 'Tomasz', 'Jayden']) {
		const page = await open();
		await signIn(page, t, who);
		await page.goto('/me/asked');
		await take(page, `42-asked-${who.toLowerCase()}`);
		await page.locator('main a[href^="/me/asked/"]').first().click();
		await take(page, `43-asked-${who.toLowerCase()}-one`);
		await page.context().close();
	}
}
