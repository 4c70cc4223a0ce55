import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => {
	const { id: meetingId, consultationId } = params;
	return {
		consultation: await locals.app.carers.open(locals.actor, { meetingId, consultationId })
	};
});
