import { page } from '#lib/server/hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params }) => {
	const { id: meetingId, youngPersonId } = params;
	const copied = { kind: 'brief', subjectId: meetingId, youngPersonId } as const;
	return {
		brief: await locals.app.preparing.brief(locals.actor, { meetingId, youngPersonId }),
		copy: await locals.app.machines.copyState(locals.actor, copied)
	};
});
