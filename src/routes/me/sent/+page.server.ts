import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

const A_PAGE = 10;

export const load: PageServerLoad = page(async ({ locals, url }) => {
	const all = await locals.app.statements.listOwn(locals.actor);
	const forms = [...new Set(all.map(({ formId }) => formId))];
	const form = forms.find((one) => one === url.searchParams.get('form')) ?? null;
	const sent = all.filter(({ formId }) => form === null || formId === form);
	const pages = Math.max(1, Math.ceil(sent.length / A_PAGE));
	const asked = Number(url.searchParams.get('page'));
	const number = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, pages) : 1;
	return { sent: sent.slice((number - 1) * A_PAGE, number * A_PAGE), number, pages, forms, form };
});
