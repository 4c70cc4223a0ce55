import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { MOST_REPORT_TEXT } from '#lib/server/report/texts.ts';
import { periodAsked } from '../../period-asked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, url, request }) => {
	if (locals.actor.kind === 'nobody' && request.method === 'POST') return { writing: null };
	const part = url.searchParams.get('part') ?? '';
	return {
		writing: await locals.app.report.text(locals.actor, periodAsked(url), part),
		period: periodAsked(url),
		most: MOST_REPORT_TEXT
	};
});

export const actions: Actions = {
	default: action(async ({ locals, url }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.report.write(locals.actor, periodAsked(url), {
			part: textOf(form, 'part'),
			words: textOf(form, 'words'),
			version: Number(textOf(form, 'version'))
		});
		const { from = '', to = '' } = periodAsked(url);
		const query = new URLSearchParams({ from, to, kept: '' });
		redirect(303, `/insight/report?${query}#part-${textOf(form, 'part')}`);
	})
};
