import { invalid } from '#lib/server/errors.ts';
import { action, page } from '#lib/server/hooks/answer.ts';
import { choiceOf, textOf } from '#lib/server/hooks/fields.ts';
import { beginTogether } from '#lib/server/hooks/together.ts';
import { DEVICES } from '#lib/server/together/together-rows.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = page(async ({ locals, params, url }) => {
	const forms = await locals.app.together.formsFor(locals.actor, params.id);
	const { name } = await locals.app.people.see(locals.actor, params.id);
	return { name, forms, origin: url.origin };
});

export const actions: Actions = {
	// The code is the answer to the post that makes it, and exists nowhere else.
	default: action(async (event, form) => {
		const { together } = event.locals.app;
		const asked = { youngPersonId: event.params.id, formId: textOf(form, 'form') };
		const device = choiceOf(form, 'device', DEVICES);
		if (!device) throw invalid('device_not_chosen');
		if (device === 'own') return { started: await together.start(event.locals.actor, asked) };
		return beginTogether(event, await together.startHere(event.locals.actor, asked));
	})
};
