import { redirect, type RequestEvent } from '@sveltejs/kit';
import { londonDate } from '../../language/dates.ts';
import { Refusal } from '../errors.ts';
import { page } from './answer.ts';

/**
 * A file to keep, for this reader and this moment. Its name says the day and nothing of what is in it.
 * @param kind of the file; with JavaScript off too a browser saves it and stays where it is
 */
export function fileResponse<E extends RequestEvent>(
	kind: 'pdf' | 'zip',
	make: (event: E) => Promise<BodyInit>
) {
	return page(async (event: E): Promise<Response> => {
		try {
			const body = await make(event);
			return new Response(body, {
				headers: {
					'Content-Type': `application/${kind}`,
					'Content-Disposition': `attachment; filename="sayso-${londonDate(event.locals.app.now())}.${kind}"`,
					'Content-Security-Policy': "default-src 'none'; sandbox",
					'Cache-Control': 'no-store'
				}
			});
		} catch (problem) {
			if (problem instanceof Refusal && problem.kind === 'throttled')
				redirect(303, `/me/download?wait=${problem.detail['minutes']}`);
			throw problem;
		}
	});
}
