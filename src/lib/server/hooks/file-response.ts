import { redirect, type RequestEvent } from '@sveltejs/kit';
import { londonDate } from '../../language/dates.ts';
import type { Document } from '../documents/document.ts';
import type { Printed } from '../documents/printed-pictures.ts';
import { Refusal } from '../errors.ts';
import { page } from './answer.ts';

const TYPES = {
	pdf: 'application/pdf',
	zip: 'application/zip',
	json: 'application/json',
	csv: 'text/csv; charset=utf-8'
} as const;

/**
 * A file to keep, for this reader and this moment. Its name says the day and nothing of what is in it.
 * @param kind of the file; with JavaScript off too a browser saves it and stays where it is
 */
export function fileResponse<E extends RequestEvent>(
	kind: keyof typeof TYPES,
	make: (event: E) => Promise<BodyInit>
) {
	return page(async (event: E): Promise<Response> => {
		try {
			const body = await make(event);
			return new Response(body, {
				headers: {
					'Content-Type': TYPES[kind],
					'Content-Disposition': `attachment; filename="sayso-${londonDate(event.locals.app.now())}.${kind}"`,
					'Content-Security-Policy': "default-src 'none'; sandbox",
					'Cache-Control': 'no-store'
				}
			});
		} catch (problem) {
			const theirs = event.url.pathname.startsWith('/me/');
			if (theirs && problem instanceof Refusal && problem.kind === 'throttled')
				redirect(303, `/me/download?wait=${problem.detail['minutes']}`);
			throw problem;
		}
	});
}

/**
 * The same for a document that a service made: who may have it was decided there, and the trace is left. As a `POST`, for
 * no page fetched ahead and no address visited again must count as somebody reading it:
 *
 *     export const POST: RequestHandler = pdfResponse(({ locals, params }) =>
 *         locals.app.preparing.briefDocument(locals.actor, params)
 *     );
 */
export const pdfResponse = <E extends RequestEvent>(
	make: (event: E) => Promise<Printed | Document>
) =>
	fileResponse('pdf', async (event: E) => {
		const made = await make(event);
		const { document, pictures } = 'document' in made ? made : { document: made };
		return new Uint8Array(await event.locals.app.documents.print(document, pictures));
	});
