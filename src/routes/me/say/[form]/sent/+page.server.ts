import { redirect } from '@sveltejs/kit';
import { formOf } from '#lib/forms/catalogue/forms.ts';
import { alertsOf } from '#lib/forms/alerts.ts';
import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => {
	const id = url.searchParams.get('statement');
	const form = formOf(params.form);
	if (!id || !form) redirect(303, '/me');
	const statement = await locals.app.statements.readOwn(locals.actor, id);
	const answers = Object.fromEntries(
		statement.answers.map(({ questionId, answer }) => [questionId, answer])
	);
	return {
		id,
		meeting: statement.meeting,
		readers: statement.readers,
		alerts: alertsOf(form, answers),
		council: locals.app.council.current()
	};
});
