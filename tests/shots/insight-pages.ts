import type { Page } from '@playwright/test';
import { staffSignIn } from '../e2e/support/journeys.ts';
import type { Words } from '../e2e/support/words.ts';
import type { Camera } from './camera.ts';

/** Every page of figures, in the order of their ways. */
const PAGES = [
	['', '90-insight-overview'],
	['/missing', '90-insight-missing'],
	['/participation', '91-insight-participation'],
	['/timeliness', '91-insight-timeliness'],
	['/statements', '92-insight-statements'],
	['/not-heard', '92-insight-not-heard'],
	['/use', '93-insight-use'],
	['/themes', '93-insight-themes'],
	['/forms', '94-insight-forms'],
	['/forms/before-my-review', '94-insight-form'],
	['/requests', '95-insight-requests'],
	['/survey', '95-insight-survey'],
	['/carers', '96-insight-carers'],
	['/caseload', '96-insight-caseload'],
	['/report', '97-insight-report'],
	['/year', '97-insight-year'],
	['/list/meetings?participated=not_recorded;no', '98-insight-list-meetings'],
	['/list/statements', '98-insight-list-statements']
] as const;

/** What a manager sees of who is heard, and the one page of it that others see too. */
export async function insightPages(
	{ open, take }: Pick<Camera, 'open' | 'take'>,
	t: Words,
	manager: Page
): Promise<void> {
	for (const [path, name] of PAGES) {
		await manager.goto(`/insight${path}`);
		await take(manager, name);
	}
	const complaints = await open();
	await staffSignIn(complaints, t, 'Martin');
	await complaints.goto('/insight/year');
	await take(complaints, '99-insight-year-of-others');
	await complaints.context().close();
}
