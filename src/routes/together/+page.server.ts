import { action } from '#lib/server/hooks/answer.ts';
import { textOf } from '#lib/server/hooks/fields.ts';
import { beginTogether } from '#lib/server/hooks/together.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: action(async (event, form) =>
		beginTogether(
			event,
			await event.locals.app.together.open(textOf(form, 'typed_code'), event.getClientAddress())
		)
	)
};
