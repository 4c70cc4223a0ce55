import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** For links that know the meeting, and perhaps whose record it is: the page itself decides who may see it. */
export const GET: RequestHandler = ({ params, url }) => {
	const of = url.searchParams.get('of');
	const after = `/desk/meetings/${params.id}/after`;
	redirect(303, of === null ? `${after}#record` : `${after}/record/${encodeURIComponent(of)}`);
};
