import { Refusal } from '../errors.ts';

/** What went wrong, as a code. Never the message: it may quote what it stumbled over. */
export function problemCode(thrown: unknown): string {
	if (thrown instanceof Refusal) return thrown.code;
	if (!(thrown instanceof Error)) return 'unknown';
	const code = 'code' in thrown ? thrown.code : undefined;
	const wanted = typeof code === 'string' ? code : thrown.name;
	return /^[A-Za-z0-9_]{1,60}$/.test(wanted) ? wanted : 'unknown';
}
