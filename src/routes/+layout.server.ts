import { phoneOf } from '#lib/server/hooks/phone.ts';
import type { LayoutServerLoad } from './$types';

/** Asks nothing of the database: the page that tells of an error is drawn with this too. */
export const load: LayoutServerLoad = ({ locals, url }) => ({
	phone: phoneOf(locals, url),
	language: locals.translator.language.tag,
	now: locals.app.now(),
	path: url.pathname + queryWithoutAction(url),
	together: locals.actor.kind === 'young_person' && locals.actor.only !== undefined,
	signedIn:
		locals.actor.kind === 'young_person' || locals.actor.kind === 'staff' ? locals.actor.kind : null
});

/** After a refused post the address ends in `?/action`, which is nowhere to come back to. */
function queryWithoutAction(url: URL): string {
	return url.search.startsWith('?/') ? '' : url.search;
}
