import type { HandleServerError } from '@sveltejs/kit';
import { Refusal } from '../errors.ts';
import { logLine } from './log.ts';

/**
 * What a page gets when something went wrong: a code and a number to quote. What the log gets: kind, route, status and
 * that number. Never the address, the form, the actor's name or the data: the words of a young person may stand there.
 */
export const handleUnexpected: HandleServerError = ({ error, event, status }) => {
	const { requestId } = event.locals;
	if (error instanceof Refusal) {
		return { message: error.kind, code: error.code, requestId, detail: error.detail };
	}
	if (status >= 500) {
		logLine('error', {
			event: 'unexpected_error',
			requestId,
			route: event.route.id,
			status,
			// The name and the place in the code; a message may quote what was typed.
			error: error instanceof Error ? error.name : typeof error,
			at: placesOf(error)
		});
	}
	return { message: status === 404 ? 'not_found' : 'unexpected', code: codeOf(status), requestId };
};

function codeOf(status: number): string {
	if (status === 404 || status === 405) return 'not_found';
	if (status === 413) return 'too_large';
	return 'unexpected';
}

function placesOf(error: unknown): string[] {
	if (!(error instanceof Error)) return [];
	return (error.stack ?? '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 6)
		.map((line) => line.trim());
}
