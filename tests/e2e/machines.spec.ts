import { sendStatement } from '../support/drafts.ts';
import { linesInPdf } from '../support/pdf-text.ts';
import { throughTheBackDoor, youngPersonId } from './support/back-door.ts';
import { signIn, staffSignIn } from './support/journeys.ts';
import { expect, test } from './support/site.ts';
import { WRITTEN } from './support/words.ts';

const AMINA = 'EB-1001';

test('an administrator gives the case system a key, which fetches what it is for until it is revoked @once', async ({
	page,
	site,
	anotherDevice,
	look,
	t,
	request
}) => {
	const statementId = await throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, AMINA);
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const answers = { '4': { kind: 'say', text: WRITTEN.en, pictures: [] } } as const;
		return (await sendStatement(app, { id, actor }, { answers })).statementId;
	});
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'Ines');
	await page.goto('/admin/keys');
	await look(page);
	const make = page.getByRole('button', { name: t('machines:keys.make') });
	await page.getByLabel(t('machines:keys.name'), { exact: true }).fill('Eastbrook records');
	await make.click();
	await expect(page.getByRole('alert')).toContainText(t('errors:machines_scope_missing'));
	await expect(page.getByLabel(t('machines:keys.name'), { exact: true })).toHaveValue(
		'Eastbrook records'
	);
	await look(page);
	await page.locator('label:has(input[name="scope_statements"])').click();
	await make.click();
	await look(page);
	const key = (await page.locator('.api-key code').textContent()) ?? '';

	const path = new URL(`/api/v1/statements/${statementId}`, page.url()).href;
	const fetchWith = (token: string, of = path) =>
		request.get(of, { headers: { Authorization: `Bearer ${token}` } });
	const answer = await fetchWith(key);
	expect(answer.headers()).toMatchObject({
		'content-type': 'application/json',
		'cache-control': 'no-store'
	});
	expect(answer.headers()).not.toHaveProperty('set-cookie');
	expect(JSON.stringify(await answer.json())).toContain(WRITTEN.en);
	const pdf = await fetchWith(key, `${path}/document`);
	expect((await linesInPdf(await pdf.body())).join(' ')).toContain(WRITTEN.en.slice(0, 30));
	for (const [refused, status] of [
		[await fetchWith(key, new URL('/api/v1/letters', path).href), 403],
		[await fetchWith(key, `${path}?colour=red`), 400],
		[await fetchWith(key, new URL('/api/v1/nothing', path).href), 404],
		[await fetchWith('sayso_no'), 401],
		[await request.get(path), 401]
	] as const) {
		expect(refused.status()).toBe(status);
		expect(refused.headers()['content-type']).toBe('application/problem+json');
		expect(await refused.json()).toMatchObject({ status });
	}

	const amina = await anotherDevice();
	await signIn(amina, t, 'Amina');
	await amina.goto('/me/opened');
	await look(amina);
	await expect(amina.getByText('Eastbrook records').first()).toBeVisible();

	await page.goto('/admin/keys');
	const row = page.getByRole('row').filter({ hasText: 'Eastbrook records' });
	await row.locator('summary').click();
	await row.getByRole('button').click();
	await expect(page.getByRole('status')).toContainText(t('machines:keys.revoked'));
	expect((await fetchWith(key)).status()).toBe(401);
});

test('an officer takes a statement for the case record, and says that it stands there @once', async ({
	page,
	site,
	look,
	t
}) => {
	const statementId = await throughTheBackDoor(site, async (app) => {
		const id = await youngPersonId(app, AMINA);
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		return (await sendStatement(app, { id, actor })).statementId;
	});
	await page.setViewportSize({ width: 1280, height: 900 });
	await staffSignIn(page, t, 'Sam');
	await page.goto('/desk/copies');
	await look(page);
	await page.goto(`/desk/statements/${statementId}`);
	await look(page);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: t('machines:file.pdf') }).click()
	]);
	expect(file.suggestedFilename()).toMatch(/^sayso-.*\.pdf$/);

	await page.getByLabel(t('machines:copied.on')).fill('2099-01-01');
	await page
		.locator('form[action="/desk/copies?/mark"]')
		.evaluate((form: HTMLFormElement) => {
			form.noValidate = true;
		})
		.catch(() => undefined);
	await page.getByRole('button', { name: t('machines:copied.mark') }).click();
	await expect(page.getByRole('alert')).toContainText(t('errors:machines_copied_on_wrong'));
	await look(page);
	const today = (await page.getByLabel(t('machines:copied.on')).getAttribute('max')) ?? '';
	await page.getByLabel(t('machines:copied.on')).fill(today);
	await page.getByRole('button', { name: t('machines:copied.mark') }).click();
	await expect(page).toHaveURL(new RegExp(`/desk/statements/${statementId}$`));
	await expect(page.getByRole('button', { name: t('machines:copied.undo') })).toBeVisible();
});
