import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Theme = Readonly<Record<string, string>>;

const files = [
	...globSync('src/lib/styles/*.css').sort(),
	'src/routes/desk/desk.css',
	'static/error.css'
];
const css = files.map((file) => readFileSync(file, 'utf8')).join('\n');

/** The custom properties of every `:root` block, those under `prefers-color-scheme: dark` apart. */
function themes(): { light: Theme; dark: Theme } {
	const light: Record<string, string> = {};
	const dark: Record<string, string> = {};
	const blocks = /(prefers-color-scheme: dark\) \{\s*)?:root \{([^}]*)\}/g;
	// The last file stands alone and repeats a few of them; what was set first holds.
	for (const [, isDark, body = ''] of css.matchAll(blocks))
		for (const [, name = '', value = ''] of body.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g))
			(isDark ? dark : light)[name] ??= value;
	return { light, dark: { ...light, ...dark } };
}

function luminance(hex: string): number {
	const digits = hex.slice(1);
	const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
	const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
		const part = parseInt(full.slice(at, at + 2), 16) / 255;
		return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'card', 'tint', 'warm', 'alert-tint', 'good-tint'];
const TEXT: readonly (readonly [text: string, grounds: readonly string[]])[] = [
	['ink', GROUNDS],
	['soft', GROUNDS],
	['accent', ['paper', 'card', 'tint', 'warm']],
	['accent-strong', ['paper', 'card', 'tint', 'warm']],
	['accent-ink', ['accent', 'accent-strong']],
	['paper', ['ink', 'soft']],
	['alert', ['paper', 'card', 'alert-tint']],
	['alert-ink', ['alert']],
	['good-ink', ['good-tint', 'card']],
	['warm-ink', ['warm']],
	['side-ink', ['side-ground', 'side-on']],
	['side-soft', ['side-ground']],
	['side-count-ink', ['side-count']]
];
const CONTROLS: readonly (readonly [edge: string, grounds: readonly string[]])[] = [
	['edge', ['paper', 'card', 'tint', 'warm', 'alert-tint']],
	['accent', GROUNDS],
	['sun', ['paper']]
];

describe.each(Object.entries(themes()))('in the %s theme', (_, theme) => {
	const colour = (name: string): string => {
		const value = theme[name];
		if (value === undefined) throw new Error(`no colour --${name}`);
		return value;
	};

	test.each(TEXT)('--%s reads at 7:1 or more on every ground it stands on', (text, grounds) => {
		const weak = grounds.filter((ground) => contrast(colour(text), colour(ground)) < 7);
		expect(weak.map((ground) => `${ground} ${contrast(colour(text), colour(ground))}`)).toEqual([]);
	});

	test.each(CONTROLS)('--%s is seen at 3:1 or more', (edge, grounds) => {
		const weak = grounds.filter((ground) => contrast(colour(edge), colour(ground)) < 3);
		expect(weak.map((ground) => `${ground} ${contrast(colour(edge), colour(ground))}`)).toEqual([]);
	});
});

test('no colour stands outside the tokens', () => {
	const rules = css
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/:root \{[^}]*\}/g, '')
		.replace(/@media print \{[\s\S]*?\n\}/g, '');
	const raw = [...rules.matchAll(/[^\n]*(#[0-9a-f]{3,8}\b|rgb\((?!var))[^\n]*/g)];
	expect(raw.map(([line]) => line.trim())).toEqual([]);
});

test('no property is tied to left or right', () => {
	const tied = [
		...css.matchAll(
			/^\s*((margin|padding|border)-(left|right)[a-z-]*|left|right|(text-align|float): (left|right))\b.*$/gm
		)
	];
	expect(tied.map(([line]) => line.trim())).toEqual([]);
});
