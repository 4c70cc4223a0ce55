import { renderUnicodeCompact } from 'uqr';
import { clockTime, longDate } from '../lib/language/dates.ts';
import { languageOf } from '../lib/language/languages.ts';

/** A one-use code as the terminal shows it, once. */
export function invitationLines(
	invitation: { readonly code: string; readonly expiresAt: number },
	path: string
): string[] {
	const english = languageOf('en');
	const { code, expiresAt } = invitation;
	const day = longDate(expiresAt, english, Date.now());
	const origin = process.env['ORIGIN'];
	const link = origin ? new URL(path, origin).href : null;
	return [
		`Code   ${code}`,
		...(link === null ? [`Page   ${path}`] : [`Link   ${link}`]),
		`Until  ${day}, ${clockTime(expiresAt, english)}; it works once`,
		...(link === null ? [] : ['', renderUnicodeCompact(link)])
	];
}
