/** Everything of the control characters but the tab and the new line. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * What somebody typed, as it is kept: one form of each letter, one kind of new line, no control characters. Marks that
 * join or turn letters stay: Arabic, Persian and many others are spelt with them.
 */
export function cleanText(typed: string): string {
	return typed.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').normalize('NFC').trim();
}

/** The same on one line. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/g, ' ');
