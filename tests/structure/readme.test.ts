import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEMO_SIGN_INS } from '../../src/lib/server/seed/demo-sign-ins.ts';
import { createTranslators } from '../../src/lib/language/translator.ts';
import { readLocaleFiles } from '../../src/lib/server/language/locale-files.ts';
import { read } from '../support/project.ts';

// Tables are padded to be read; here only their words count.
const readme = read('README.md').replace(/ +/g, ' ');
const map = readme.slice(readme.indexOf('## Map'), readme.indexOf('## Running it for real'));

const foldersIn = (folder: string) =>
	readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name);

describe('the README', () => {
	test('maps only what is there', () => {
		const named = [...map.matchAll(/`((?:src|tests|drizzle|docs)[^`]*)`/g)].map(
			(match) => match[1] ?? ''
		);

		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((path) => !existsSync(path))).toEqual([]);
	});

	test('maps every capability of the server and every way in', () => {
		const unmapped = [
			...foldersIn('src/lib/server').map((name) => `src/lib/server/${name}`),
			...foldersIn('src/lib').map((name) => `src/lib/${name}`),
			...foldersIn('src').map((name) => `src/${name}`),
			...foldersIn('tests').map((name) => `tests/${name}`)
		].filter((path) => !map.includes(path));
		const ways = foldersIn('src/routes').filter(
			(name) => !map.includes(`src/routes/${name}`) && !map.includes(`\`${name}\``)
		);

		expect(unmapped).toEqual([]);
		expect(ways).toEqual([]);
	});

	test('names everybody who can sign in to the demo council, and how', () => {
		const { t } = createTranslators(readLocaleFiles())('en');

		for (const signIn of DEMO_SIGN_INS) {
			const told =
				signIn.kind === 'young_person'
					? [
							`\`${signIn.signInName}\` | ${signIn.secret.map((id) => t(`secret_words:${id}`)).join(', ')} |`
						]
					: signIn.kind === 'staff'
						? [`\`${signIn.email}\``, `\`${signIn.passphrase}\``]
						: [`\`${signIn.ref}\``];
			const missing = [signIn.who, ...told].filter((words) => !readme.includes(words));
			expect(missing).toEqual([]);
		}
	});

	test('lists every setting the server reads', () => {
		const settings = [...read('src/lib/server/settings.ts').matchAll(/^\t([A-Z][A-Z_]+):/gm)];

		for (const [, name] of settings) expect(readme).toContain(`\`${name}\``);
	});

	test('names every dependency in the decision about them', () => {
		const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
			string,
			Record<string, string>
		>;
		const decision = read('docs/decisions/0009-dependencies.md');
		const unnamed = Object.keys({ ...dependencies, ...devDependencies }).filter(
			(name) => !name.startsWith('@types/') && !decision.includes(name.split('/')[0] ?? name)
		);

		expect(unnamed).toEqual([]);
	});
});
