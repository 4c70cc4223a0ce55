import { redirect } from '@sveltejs/kit';
import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => {
	const { room, languages } = await locals.app.outside.see(locals.actor, params.id);
	if (!room) redirect(303, `/desk/meetings/${params.id}/parents`);
	const asked = url.searchParams.get('language');
	return { room, origin: url.origin, language: languages.find((tag) => tag === asked) ?? 'en' };
});
