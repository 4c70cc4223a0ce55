import { page } from '#lib/server/hooks/answer.ts';
import { signedOut } from '#lib/server/errors.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = page(async ({ locals, request }) => {
	// Signed out while writing: the page itself keeps what was typed.
	if (locals.actor.kind === 'nobody' && request.method === 'POST') return { frame: null };
	if (locals.actor.kind !== 'staff') throw signedOut();
	return { frame: await locals.app.desk.frame(locals.actor) };
});
