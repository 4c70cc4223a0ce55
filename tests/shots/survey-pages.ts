import type { Page } from '@playwright/test';
import { staffSignIn } from '../e2e/support/journeys.ts';
import type { Words } from '../e2e/support/words.ts';
import type { Camera } from './camera.ts';

/** What parents wrote, who wants to be rung, a sheet being typed in; and what the chair saw of a conference. */
export async function surveyPages(
	{ take, open }: Pick<Camera, 'take' | 'open'>,
	t: Words,
	manager: Page
): Promise<void> {
	for (const part of ['words', 'callbacks', 'paper']) {
		await manager.goto(`/insight/survey/${part}`);
		await take(manager, `94-insight-survey-${part}`);
	}
	await manager.locator('form[action="?/keep"] button').click();
	await take(manager, '94-insight-survey-paper-refused');
	await manager.goto('/insight/missing?gap=no_conference_record');
	// A manager may not open it, and asks its chair.
	const meeting = await manager.locator('main input[name="meeting"]').first().inputValue();
	const helen = await open();
	await staffSignIn(helen, t, 'Helen');
	await helen.goto(`/desk/meetings/${meeting}/after`);
	await take(helen, '95-desk-conference-after');
	await helen.locator('a[href$="/conference-record"]').click();
	await take(helen, '95-desk-conference-record');
	await helen.context().close();
}
