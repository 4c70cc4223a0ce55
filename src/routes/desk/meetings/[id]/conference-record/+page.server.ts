import { redirect } from '@sveltejs/kit';
import {
	CHILD_TOOK_PART,
	MET_BEFORE,
	OTHER_REPORTS,
	PARENTS_THERE,
	REPORT_SHARED
} from '#lib/meetings/conference-record.ts';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url, request }) => ({
	view:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.surveys.record(locals.actor, params.id),
	kept: url.searchParams.has('kept')
}));

export const actions: Actions = {
	default: action(async ({ locals, params }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.surveys.saveRecord(locals.actor, {
			meetingId: params.id,
			version: Number(textOf(form, 'version') || '0'),
			report: choiceOf(form, 'report', REPORT_SHARED),
			otherReports: choiceOf(form, 'otherReports', OTHER_REPORTS),
			parentsThere: choiceOf(form, 'parentsThere', PARENTS_THERE),
			metBefore: choiceOf(form, 'metBefore', MET_BEFORE),
			childTookPart: choiceOf(form, 'childTookPart', CHILD_TOOK_PART)
		});
		redirect(303, `/desk/meetings/${params.id}/conference-record?kept`);
	})
};
