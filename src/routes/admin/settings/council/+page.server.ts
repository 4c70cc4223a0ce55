import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { signedOutMeanwhile } from '../signed-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async (event) => {
	const { locals, url } = event;
	return {
		council: signedOutMeanwhile(event)
			? null
			: await locals.app.administration.council(locals.actor),
		kept: url.searchParams.has('kept')
	};
});

export const actions: Actions = {
	default: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.administration.changeCouncil(locals.actor, {
			version: Number(textOf(form, 'version')),
			name: textOf(form, 'name'),
			officeNumber: textOf(form, 'officeNumber'),
			outOfHoursNumber: textOf(form, 'outOfHoursNumber'),
			contactEmail: textOf(form, 'contactEmail'),
			leaveAddress: textOf(form, 'leaveAddress'),
			officeHours: {
				firstDay: Number(textOf(form, 'firstDay')),
				lastDay: Number(textOf(form, 'lastDay')),
				from: textOf(form, 'from'),
				to: textOf(form, 'to')
			}
		});
		redirect(303, '/admin/settings/council?kept');
	})
};
