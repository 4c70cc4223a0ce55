import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { action, page, waitsForAuthor } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { longestExpiry } from '#lib/server/machines/keys.ts';
import { API_SCOPES } from '#lib/server/machines/scopes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, request, url }) => ({
	keys:
		locals.actor.kind === 'nobody' && request.method === 'POST'
			? null
			: await locals.app.machines.listKeys(locals.actor),
	scopes: API_SCOPES,
	// The same form sent twice makes one key.
	newId: randomUUID(),
	longest: longestExpiry(locals.app.now()),
	revoked: url.searchParams.has('revoked')
}));

export const actions: Actions = {
	// Answered with the page and not with a redirect: the key must stand in no address.
	make: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		const { token } = await locals.app.machines.makeKey(locals.actor, {
			id: textOf(form, 'key'),
			name: textOf(form, 'name'),
			scopes: API_SCOPES.filter((scope) => form.has(`scope_${scope}`)),
			expiresOn: textOf(form, 'expires_on')
		});
		return { made: { token, name: textOf(form, 'name') } };
	}),
	revoke: action(async ({ locals }, form) => {
		if (locals.actor.kind === 'nobody') return waitsForAuthor(form);
		await locals.app.machines.revokeKey(locals.actor, textOf(form, 'key'));
		redirect(303, '/admin/keys?revoked');
	})
};
