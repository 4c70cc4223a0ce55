import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['covered', 'ended', 'given'] as const;

export const load: PageServerLoad = page(async ({ locals, url }) => ({
	cover: await locals.app.cover.see(locals.actor, {
		officer: url.searchParams.get('officer') ?? ''
	}),
	newId: randomUUID(),
	done: DONE.find((what) => url.searchParams.has(what)) ?? null
}));

export const actions: Actions = {
	cover: action(async ({ locals }, form) => {
		await locals.app.cover.make(locals.actor, {
			id: textOf(form, 'cover'),
			staffId: textOf(form, 'who'),
			coveredByStaffId: textOf(form, 'by'),
			fromOn: textOf(form, 'from_on'),
			toOn: textOf(form, 'to_on')
		});
		redirect(303, '/desk/cover?covered');
	}),
	end: action(async ({ locals }, form) => {
		await locals.app.cover.end(locals.actor, textOf(form, 'cover'));
		redirect(303, '/desk/cover?ended');
	}),
	give: action(async ({ locals }, form) => {
		await locals.app.cover.reallocate(locals.actor, {
			fromId: textOf(form, 'from'),
			toId: textOf(form, 'to'),
			youngPersonIds: [...form.keys()].flatMap((name) =>
				name.startsWith('young_person_') ? name.slice('young_person_'.length) : []
			)
		});
		redirect(303, '/desk/cover?given');
	})
};
