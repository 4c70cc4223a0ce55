import type { Page } from '@playwright/test';
import { signIn } from '../e2e/support/journeys.ts';
import type { Words } from '../e2e/support/words.ts';
import type { Camera } from './camera.ts';

/** Each group of settings, and one of each kind being changed. */
export async function settingsPages({ take }: Camera, admin: Page): Promise<void> {
	const paths = [
		...['', '/council', '/lines', '/lines/young_people/childline', '/lines/parents/new'],
		...['/limits', '/limits/complaint_stage_1', '/stages', '/stages/director', '/stages/new'],
		...['/replies', '/replies/new', '/holidays', '/changes']
	];
	for (const path of paths) {
		await admin.goto(`/admin/settings${path}`);
		await take(admin, `80-settings${path.replaceAll('/', '-')}`);
	}
}

/** What an officer disputes, and looks at between meetings. */
export async function concernPages({ take }: Pick<Camera, 'take'>, desk: Page): Promise<void> {
	await desk.goto('/desk/concerns');
	await take(desk, '81-desk-concerns');
	await desk.locator('main table a').first().click();
	await take(desk, '82-desk-concern');
	await desk.goto('/desk/concerns?state=closed');
	await take(desk, '83-desk-concerns-closed');
	await desk.goto('/desk/people');
	await desk.getByRole('row').nth(1).getByRole('link').click();
	await desk.locator('a[href^="/desk/concerns/new"]').click();
	await take(desk, '84-desk-concern-new');
	await desk.goto('/desk/midway');
	await take(desk, '85-desk-midway');
	await desk.locator('main table a').first().click();
	await take(desk, '86-desk-midway-one');
	await desk.locator('.crumb a').click();
	await take(desk, '87-desk-midway-person');
}

/** What Kai's officer does about his care. */
export async function ownConcerns({ open, take }: Camera, t: Words): Promise<void> {
	const kai = await open();
	await signIn(kai, t, 'Kai');
	await kai.goto('/me/concerns');
	await take(kai, '88-my-concerns');
	await kai.context().close();
}
