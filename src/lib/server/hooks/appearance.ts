import type { Handle } from '@sveltejs/kit';
import { attributesOf } from '../../styles/appearance.ts';

/** How a young person set their pages, written on `<html>`: it holds with JavaScript off and from the first paint on. */
export const appearance: Handle = async ({ event, resolve }) => {
	const { signedIn } = event.locals;
	const attributes =
		signedIn?.actor.kind === 'young_person' ? attributesOf(signedIn.appearance) : '';
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%sayso.appearance%', attributes)
	});
};
