import type { LayoutServerLoad } from './$types';

/** Asks nothing of the database: the page that tells of an error is drawn with this too. */
export const load: LayoutServerLoad = ({ locals, url }) => ({
	language: locals.translator.language.tag,
	now: locals.app.now(),
	path: url.pathname + queryWithoutAction(url),
	signedIn:
		locals.actor.kind === 'young_person' || locals.actor.kind === 'staff' ? locals.actor.kind : null
});

/** After a refused post the address ends in `?/action`, which is nowhere to come back to. */
function queryWithoutAction(url: URL): string {
	return url.search.startsWith('?/') ? '' : url.search;
}
