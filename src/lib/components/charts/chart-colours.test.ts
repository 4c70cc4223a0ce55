import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { looksOf, patternOf, type SeriesLook } from './looks.ts';

const css = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const charts = css('src/routes/insight/charts.css');
const tokens = css('src/lib/styles/tokens.css');

/** What a rule of this selector sets. The same rule may stand twice, in a media query and for who chose it. */
function set(text: string, selector: string): ReadonlyMap<string, string> {
	const [, body = ''] = text.split(selector);
	const [rule = ''] = body.slice(body.indexOf('{')).split('}');
	return new Map(
		[...rule.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
			name,
			value
		])
	);
}

function luminance(hex = '#000000'): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string | undefined, other: string | undefined): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

const LOOKS = looksOf([...Array(8).keys()].map((id) => ({ id: `${id}`, label: `${id}` })));

describe.each([
	['light', set(charts, ':root {'), set(tokens, "[data-theme='paper'] {")],
	['dark', set(charts, ":root[data-light='dark']"), set(tokens, ":root[data-light='dark']")]
])('on a %s screen', (_, colours, ground) => {
	test.each(LOOKS)('series %s is seen at 3:1 or more', (look) => {
		for (const one of ['card', 'paper', 'tint'])
			expect(contrast(colours.get(`chart-${look}`), ground.get(one))).toBeGreaterThanOrEqual(3);
	});

	test('two that are plainly filled differ in lightness, to those who see no colour', () => {
		const plain = LOOKS.filter((look) => !patternOf(look));
		expect(plain).toEqual(['a', 'c']);
		expect(contrast(colours.get('chart-a'), colours.get('chart-c'))).toBeGreaterThanOrEqual(2);
	});
});

test('a dark screen is as dark where somebody chose it as where the phone is', () => {
	expect(set(charts, ":root:not([data-light='light'])")).toEqual(
		set(charts, ":root[data-light='dark']")
	);
});

test('no two series look alike, and what is compared with is pale', () => {
	expect(new Set(LOOKS).size).toBe(8);
	const patterns = LOOKS.map((look: SeriesLook) => patternOf(look)?.path ?? null);
	const drawn = patterns.filter((path) => path !== null);
	// Dots round and square have the same path and other ends.
	expect(new Set(drawn).size).toBe(drawn.length - 1);
	expect(
		looksOf([
			{ id: 'now', label: 'Now' },
			{ id: 'before', label: 'Before', compared: true },
			{ id: 'more', label: 'More' }
		])
	).toEqual(['a', 'compared', 'b']);
});
