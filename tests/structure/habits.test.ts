import { describe, expect, test } from 'vitest';
import { filesIn, read } from '../support/project.ts';

const LONGEST = 300;
const LONGEST_TEST = 400;
const LONGEST_ROUTE = 60;

const code = [...filesIn('src', '.ts', '.svelte', '.mjs'), ...filesIn('tests', '.ts')];
const markup = [...filesIn('src', '.svelte', '.html')];
const styles = filesIn('src', '.css');

/** `file:line: text` of every line the pattern is found on. */
function lines(files: readonly string[], pattern: RegExp): string[] {
	return files.flatMap((file) =>
		read(file)
			.split('\n')
			.flatMap((line, index) =>
				pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : []
			)
	);
}

const longerThan = (files: readonly string[], most: number) =>
	files
		.map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
		.filter((one) => one.lines > most);

describe('habits', () => {
	test(`no file is longer than ${LONGEST} lines`, () => {
		// A list of data is as long as what it lists: the tables, the questions of a form, the site's styles.
		const lists =
			/^src\/(app\.css|routes\/desk\/desk\.css|lib\/server\/db\/tables\.ts|lib\/forms\/catalogue\/[\w-]+\.ts)$/;
		const isTest = (file: string) => file.endsWith('.test.ts');
		const rooms = [...code, ...styles].filter((file) => !lists.test(file) && !isTest(file));

		expect(longerThan(rooms, LONGEST)).toEqual([]);
		expect(longerThan(code.filter(isTest), LONGEST_TEST)).toEqual([]);
	});

	test(`routes are thin: no server file of a route is longer than ${LONGEST_ROUTE} lines`, () => {
		const routes = filesIn('src/routes', '+page.server.ts', '+server.ts', '+layout.server.ts');

		expect(longerThan(routes, LONGEST_ROUTE)).toEqual([]);
	});

	test('no file is a bag of things', () => {
		const bags = code.filter((file) => /\/(utils?|helpers?|misc|common|index)\.ts$/.test(file));

		expect(bags).toEqual([]);
	});

	test('nothing is left to do later, switched off or left in', () => {
		const leftOvers = new RegExp(
			[
				'\\bTO' + 'DO\\b',
				'FIX' + 'ME',
				'\\bXX' + 'X\\b',
				'\\.on' + 'ly\\(',
				'\\.sk' + 'ip\\('
			].join('|')
		);

		expect(lines(code, leftOvers)).toEqual([]);
	});

	test('no page carries a style or a script of its own, which the content policy would refuse', () => {
		expect(lines(markup, /\sstyle[=:]|<style|\son\w+=["'{]/)).toEqual([]);
		expect(lines(markup, /<script(?![^>]*(lang="ts"|src=))/)).toEqual([]);
	});

	test('styles are right in both directions', () => {
		const physical =
			/(^|[\s;{])((margin|padding|border)-(left|right)|left|right|border-(top|bottom)-(left|right)-radius)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/;

		expect(lines(styles, physical)).toEqual([]);
	});

	test('nothing moves for those who asked for stillness', () => {
		// Every page of ours has app.css, and with it this rule over all elements; error.css stands alone.
		expect(read('src/lib/styles/reader.css')).toMatch(
			/prefers-reduced-motion: reduce\) \{\s*\*,[^}]*transition: none !important/
		);
		expect(read('static/error.css')).not.toMatch(/\b(animation|transition)\s*:/);
	});

	test('nothing is fetched from anywhere else', () => {
		expect(
			lines(
				[...markup, ...styles, ...filesIn('src/lib/enhance', '.ts')],
				/(src|href|url|fetch)\s*[=(]\s*["'(]*https?:\/\//
			).filter(
				// A link somebody chooses to follow is not a request of ours.
				(line) => !/<a\s[^>]*href="https?:/.test(line)
			)
		).toEqual([]);
	});
});
