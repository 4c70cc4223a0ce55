import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export interface Fault {
	readonly rule: string;
	readonly at: readonly string[];
}

const TAGS = [
	...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
	'best-practice'
];

/** What axe finds wrong with a page: nothing, where it found nothing in this run on one that is built the same. */
export const faults = (page: Page): Promise<Fault[]> =>
	onceEach(page, 'all', (axe) => axe.withTags(TAGS));

/** Only whether everything can be told from what is behind it. */
export const contrastFaults = (page: Page): Promise<Fault[]> =>
	onceEach(page, 'contrast', (axe) => axe.withRules('color-contrast'));

/**
 * Journeys come by the same pages over and over, with other names and days on them. axe takes longer than all the rest of
 * a step, so it looks at each build of a page once in a run, whichever journey is there first.
 */
async function onceEach(
	page: Page,
	what: string,
	which: (axe: AxeBuilder) => AxeBuilder
): Promise<Fault[]> {
	const seed = process.env['SAYSO_TEST_SEED'];
	if (!seed) throw new Error('the demo council was not seeded');
	const built = await page.evaluate(buildOf);
	const known = join(
		`${seed}-looked`,
		createHash('sha256')
			.update(what + built)
			.digest('hex')
	);
	if (existsSync(known)) return [];

	// In the page itself: no page of ours holds a frame, which is all that axe's way through a second page is for.
	const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], elementRef: false });
	const { violations } = await which(axe.setLegacyMode()).analyze();
	if (violations.length === 0) {
		mkdirSync(`${seed}-looked`, { recursive: true });
		writeFileSync(known, '');
	}
	return violations.map(({ id, nodes }) => ({
		rule: id,
		at: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
	}));
}

/**
 * All of a page that can be right or wrong: its elements in their order with what is said of them, which of them belong to
 * each other, where there is text and where none, how wide and how dark the screen is. Not what the text says, whose it
 * is, or which day it is. Runs in the page.
 */
function buildOf(): string {
	const shapes = /^(d|points|x|y|x1|x2|y1|y2|cx|cy|r|width|height|transform|viewBox)$/;
	const words =
		/^(href|src|action|formaction|value|content|alt|title|placeholder|datetime|nonce|aria-(label|value\w+))$/;
	const names =
		/^(id|for|name|form|list|headers|aria-(labelledby|describedby|controls|owns|details|errormessage))$/;
	const numbers = new Map<string, number>();
	const numbered = (value: string): string =>
		value
			.split(/\s+/)
			.map((name) => numbers.get(name) ?? numbers.set(name, numbers.size).size - 1)
			.join();
	const told = ({ name, value }: Attr): string => {
		if (shapes.test(name)) return name;
		if (words.test(name)) return value.trim() === '' ? `${name}=` : name;
		const plain = !name.startsWith('data-') || /^[a-z_-]{0,20}$/.test(value);
		return `${name}=${names.test(name) || !plain ? numbered(value) : value}`;
	};
	const states = [':checked', ':focus', ':disabled', ':invalid'];
	const parts = [`${innerWidth}`, `${matchMedia('(prefers-color-scheme: dark)').matches}`];
	const walk = (element: Element): void => {
		const state = states.filter((one) => element.matches(one));
		parts.push(
			`<${element.localName} ${[...element.attributes].map(told).join(' ')} ${state.join()}>`
		);
		for (const child of element.childNodes)
			if (child instanceof Element) walk(child);
			else if (child.nodeType === Node.TEXT_NODE && child.textContent?.trim()) parts.push('.');
		parts.push('/');
	};
	walk(document.documentElement);
	return parts.join('');
}
