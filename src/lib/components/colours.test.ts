import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { APPEARANCE } from '../styles/appearance.ts';

type Theme = Readonly<Record<string, string>>;

const files = [
	...globSync('src/lib/styles/*.css').sort(),
	'src/routes/desk/desk.css',
	'static/error.css'
];
const read = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const css = files.map(read).join('\n');

interface Look {
	readonly theme: string;
	readonly phone: 'light' | 'dark';
	/** What they chose: as the phone says, light, or dark. */
	readonly light: string;
	readonly more: boolean;
}

const LOOKS: readonly Look[] = APPEARANCE.theme.flatMap((theme) =>
	APPEARANCE.light.flatMap((light) =>
		(['light', 'dark'] as const).flatMap((phone) =>
			[false, true].map((more) => ({ theme, light, phone, more }))
		)
	)
);

/** A rule that sets tokens: the screen it is for, whom it is for, and what it sets. */
const RULES = /(?:prefers-color-scheme: (dark)\) \{\s*)?((?::root|\[data-)[^{}]*)\{([^{}]*)\}/g;

/**
 * What `<html>` gets in a theme, on a phone that is light or dark, from every rule in their order. The last file stands
 * alone and repeats a few of them.
 */
function tokens({ theme, phone, light, more }: Look): Theme {
	const set: Record<string, string> = {};
	const applies = (selector: string): boolean =>
		selector.split(',').some((one) => {
			const said = [...one.matchAll(/(:not\()?\[data-(\w+)='(\w+)'\]/g)];
			return said.every(([, not, name, value]) => {
				const here = name === 'theme' ? theme : name === 'light' ? light : more ? 'more' : '';
				return (here === value) !== Boolean(not);
			});
		});
	for (const file of files.slice(0, -1))
		for (const [, dark, selector = '', body = ''] of read(file).matchAll(RULES))
			if ((!dark || phone === 'dark') && applies(selector))
				for (const [, name = '', value = ''] of body.matchAll(
					/--([a-z-]+): (#[0-9a-f]{3,6}|var\([^;]*\));/g
				))
					set[name] = value;
	// A value that names another takes what that one had before: more contrast is set on the body, below the root.
	const before = { ...set, ...(more ? tokens({ theme, phone, light, more: false }) : {}) };
	return Object.fromEntries(
		Object.entries(set).map(([name, value]) => {
			const [, named] = /^var\(--([a-z-]+)\)$/.exec(value) ?? [];
			return [name, named ? (before[named] ?? value) : value];
		})
	);
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

describe.each(LOOKS)('$theme, phone $phone, chosen $light, more contrast $more', (look) => {
	const theme = tokens(look);
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
		.replace(/(:root|\[data-)[^{};]*\{[^}]*\}/g, '')
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
