import { sendStatement } from '../support/drafts.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';
import type { Answer } from '../../src/lib/forms/answers.ts';
import type { RunningServer } from '../support/server.ts';

const COMPLAINT: Readonly<Record<string, Answer>> = {
	'2': { kind: 'say', text: WRITTEN.en, pictures: [] },
	'8': { kind: 'yes_no', value: 'no' }
};

/** Sends a form for somebody of the demo council, as their own pages would. @returns the id of what it asks for */
function asked(
	site: RunningServer,
	ref: string,
	formId: string,
	answers: Readonly<Record<string, Answer>>
): Promise<string> {
	return throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, ref);
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const { statementId } = await sendStatement(app, { id, actor }, { formId, answers });
		const own = await app.requests.listOwn(actor);
		return own.find((one) => one.statementId === statementId)?.id ?? '';
	});
}

test('a complaint is answered, and its young person asks for the next stage', async ({
	page,
	anotherDevice,
	lookInTheDarkToo,
	look,
	site,
	t
}) => {
	const id = await asked(site, 'EB-1001', 'complain', COMPLAINT);
	await signIn(page, t, 'Amina');
	await page.goto('/me/asked');
	await lookInTheDarkToo(page);
	await page.locator(`a[href="/me/asked/${id}"]`).click();
	await expect(page.getByText(t('asked:stage.complaint.stage_1'))).toBeVisible();
	await look(page);

	const martin = await anotherDevice({ width: 1280 });
	await staffSignIn(martin, t, 'Martin');
	await martin.goto('/desk/requests');
	await look(martin);
	await martin.locator(`a[href="/desk/requests/${id}"]`).click();
	await look(martin);
	const answer = martin.locator('form', {
		has: martin.locator('input[name="step"][value="answered"]')
	});
	await answer.getByRole('button').click();
	await expect(martin.getByRole('alert')).toContainText(t('errors:asked_words_missing'));
	await look(martin);
	await answer.locator('textarea').fill(WRITTEN.kept);
	await answer.getByRole('button').click();
	await expect(martin.getByText(t('asked:staff.done'))).toBeVisible();
	await expect(martin.getByText(t('asked:staff.their_turn'))).toBeVisible();
	await look(martin);

	await page.goto('/me');
	await page.locator(`a[href="/me/asked/${id}"]`).first().click();
	await expect(page.getByText(WRITTEN.kept)).toBeVisible();
	await lookInTheDarkToo(page);
	await page.getByRole('button', { name: t('asked:next.do_stage_1_answered') }).click();
	await expect(page.getByText(t('asked:stage.complaint.stage_2'))).toBeVisible();
	await look(page);
});

test('an advocacy service sees what it was given, and the other one nothing of it', async ({
	page,
	anotherDevice,
	look,
	site,
	t
}) => {
	const id = await asked(site, 'EB-1002', 'ask-for-an-advocate', {
		'3': { kind: 'say', text: WRITTEN.en, pictures: [] }
	});
	const zoe = await anotherDevice({ width: 1280 });
	await staffSignIn(zoe, t, 'Zoe');
	await zoe.goto('/desk/requests');
	const row = zoe.getByRole('row').filter({ has: zoe.locator(`input[value="${id}"]`) });
	await look(zoe);
	await row.getByRole('button', { name: 'Side by Side' }).click();
	await expect(zoe.getByText(t('desk:requests.given'))).toBeVisible();
	await expect(row).toHaveCount(0);

	const ada = await anotherDevice({ width: 1280 });
	await staffSignIn(ada, t, 'Ada');
	await ada.goto(`/desk/requests/${id}`);
	await look(ada);
	const contacted = ada.locator('form', {
		has: ada.locator('input[name="step"][value="contacted"]')
	});
	await contacted.getByRole('button').click();
	await expect(ada.getByText(t('asked:staff.done'))).toBeVisible();

	const grace = await anotherDevice({ width: 1280 });
	await staffSignIn(grace, t, 'Grace');
	await grace.goto('/desk/requests');
	await expect(grace.locator(`a[href="/desk/requests/${id}"]`)).toHaveCount(0);
	expect((await grace.goto(`/desk/requests/${id}`))?.status()).toBe(404);

	await signIn(page, t, 'Jayden');
	await page.goto(`/me/asked/${id}`);
	await expect(page.getByText(t('asked:stage.advocate.contacted'))).toBeVisible();
	await page.locator('summary', { hasText: t('asked:stop.declined.title') }).click();
	await look(page);
	await page.getByRole('button', { name: t('asked:stop.declined.do') }).click();
	await expect(page.getByText(t('asked:stage.advocate.declined'))).toBeVisible();
	await look(page);
});
