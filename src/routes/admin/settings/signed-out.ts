import type { RequestEvent } from '@sveltejs/kit';

/** Signed out while writing: the page then keeps what was typed, and shows nothing. */
export const signedOutMeanwhile = ({
	locals,
	request
}: Pick<RequestEvent, 'locals' | 'request'>): boolean =>
	locals.actor.kind === 'nobody' && request.method === 'POST';
