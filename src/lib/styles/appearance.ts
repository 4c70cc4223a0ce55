/**
 * How a young person's pages look and speak, as they set it. Written on `<html>` as attributes; what each of them does
 * stands in `tokens.css`, `themes.css` and `letters.css`.
 */
export const APPEARANCE = {
	size: ['standard', 'large', 'larger', 'largest'],
	letters: ['standard', 'easier'],
	spacing: ['standard', 'wide', 'wider'],
	theme: ['paper', 'sea', 'forest', 'berry', 'clay', 'slate'],
	light: ['phone', 'light', 'dark'],
	contrast: ['standard', 'more'],
	readAloud: ['button', 'always', 'off']
} as const;

export type Setting = keyof typeof APPEARANCE;
export type Appearance = { readonly [S in Setting]: (typeof APPEARANCE)[S][number] };

/** The first of each: what nobody had to ask for. */
export const AS_IT_COMES: Appearance = {
	size: 'standard',
	letters: 'standard',
	spacing: 'standard',
	theme: 'paper',
	light: 'phone',
	contrast: 'standard',
	readAloud: 'button'
};

export const SETTINGS = Object.keys(APPEARANCE) as readonly Setting[];

/** What was kept, or chosen on a page, with whatever is not known any more as it comes. */
export function appearanceFrom(kept: Readonly<Record<string, unknown>>): Appearance {
	const known = SETTINGS.map((setting) => {
		const offered: readonly string[] = APPEARANCE[setting];
		return [setting, offered.find((one) => one === kept[setting]) ?? AS_IT_COMES[setting]];
	});
	return Object.fromEntries(known) as Appearance;
}

/** The attribute a setting is written as, such as `data-read-aloud`. */
export const attributeOf = (setting: Setting): string =>
	`data-${setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Attributes for `<html>`: only what was changed, and how pages are read aloud, which scripts ask for. */
export function attributesOf(appearance: Appearance): string {
	return SETTINGS.filter(
		(setting) => setting === 'readAloud' || appearance[setting] !== AS_IT_COMES[setting]
	)
		.map((setting) => `${attributeOf(setting)}="${appearance[setting]}"`)
		.join(' ');
}
