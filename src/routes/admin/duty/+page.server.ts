import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, request, url }) => ({
	duty:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.duty.see(locals.actor),
	changed: url.searchParams.has('changed'),
	/** A gap somebody chose to fill. */
	fill: {
		from: url.searchParams.get('from') ?? '',
		to: url.searchParams.get('to') ?? ''
	}
}));

export const actions: Actions = {
	add: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.duty.add(locals.actor, {
			staffId: textOf(form, 'who'),
			from: `${textOf(form, 'from_date')}T${textOf(form, 'from_time')}`,
			to: `${textOf(form, 'to_date')}T${textOf(form, 'to_time')}`
		});
		redirect(303, '/admin/duty?changed');
	}),
	remove: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.duty.remove(locals.actor, textOf(form, 'turn'));
		redirect(303, '/admin/duty?changed');
	})
};
