import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, request, url }) => ({
	contact:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.people.ownContact(locals.actor),
	done: (['kept', 'removed'] as const).find((what) => url.searchParams.has(what)) ?? null
}));

export const actions: Actions = {
	keep: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const typed = { email: textOf(form, 'email'), mobile: textOf(form, 'mobile') };
		await locals.app.people.changeContact(locals.actor, typed);
		const none = typed.email.trim() === '' && typed.mobile.trim() === '';
		redirect(303, `/me/settings/contact?${none ? 'removed' : 'kept'}`);
	}),
	remove: action(async ({ locals }) => {
		await locals.app.people.changeContact(locals.actor, { email: '', mobile: '' });
		redirect(303, '/me/settings/contact?removed');
	})
};
