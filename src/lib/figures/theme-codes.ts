/** What young people raise, as Sayso names it from the start; the council renames, retires and adds. In its first order. */
export const THEME_CODES = [
	'home',
	'family',
	'siblings',
	'safety',
	'school',
	'health',
	'feelings',
	'worker',
	'listened',
	'plan',
	'money',
	'friends',
	'identity',
	'moving_on',
	'story',
	'immigration',
	'praise'
] as const;
export type ThemeCode = (typeof THEME_CODES)[number];
