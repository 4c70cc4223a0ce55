import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesIn, importsOf, read, type Import } from '../support/project.ts';

const isTest = (file: string) => /\.test\.ts$/.test(file);
const files = filesIn('src', '.ts', '.svelte').filter((file) => !isTest(file));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

const PURE = ['src/lib/forms/', 'src/lib/meetings/', 'src/lib/rights/', 'src/lib/language/'];
const inAny = (file: string, folders: readonly string[]) =>
	folders.some((folder) => file.startsWith(folder));

/** `file → what it asks for`, for every import the rule does not let through. */
function broken(allowed: (file: string, one: Import) => boolean): string[] {
	return [...imports].flatMap(([file, its]) =>
		its.filter((one) => !allowed(file, one)).map((one) => `${file} → ${one.asked}`)
	);
}

describe('layers', () => {
	test('are looked at: imports are found in TypeScript and in Svelte', () => {
		expect(imports.get('src/lib/server/app.ts')?.map(({ file }) => file)).toContain(
			'src/lib/server/vault/vault.ts'
		);
		expect(imports.get('src/routes/+layout.svelte')?.map(({ file }) => file)).toContain(
			'src/lib/components/translation.ts'
		);
	});

	test('every import names a file that is there', () => {
		expect(
			broken((_, one) => one.file === null || existsSync(one.file) || one.file.includes('/$types'))
		).toEqual([]);
	});

	test('only routes and the hooks know SvelteKit', () => {
		expect(
			broken(
				(file, one) =>
					!/^(@sveltejs\/kit|\$app\/)/.test(one.asked) ||
					inAny(file, ['src/routes/', 'src/lib/server/hooks/', 'src/hooks.server.ts']) ||
					(file === 'src/service-worker.ts' && one.asked.startsWith('$app/'))
			)
		).toEqual([]);
	});

	test('only services and the command line know drizzle', () => {
		expect(
			broken(
				(file, one) =>
					!/^(drizzle-|better-sqlite3|postgres$)/.test(one.asked) ||
					inAny(file, ['src/lib/server/', 'src/cli/'])
			)
		).toEqual([]);
	});

	test('no route asks the database', () => {
		const asking = files.filter(
			(file) =>
				inAny(file, ['src/routes/', 'src/lib/components/']) &&
				/\b(database\.(read|inTransaction)|\.tables\.)/.test(read(file))
		);

		expect(asking).toEqual([]);
	});

	test('pure folders know neither the server, nor Node, nor a package but the translator’s', () => {
		expect(
			broken(
				(file, one) =>
					!inAny(file, PURE) ||
					(one.file === null ? one.asked === 'i18next' : inAny(one.file, PURE))
			)
		).toEqual([]);
	});

	test('pure folders do not look at the clock or roll dice', () => {
		const looking = files.filter(
			(file) =>
				inAny(file, PURE) &&
				/\b(Date\.now\(|new Date\(\)|Math\.random\(|process\.|performance\.)/.test(read(file))
		);

		expect(looking).toEqual([]);
	});

	test('what runs in the browser imports nothing of the server', () => {
		expect(
			broken(
				(file, one) =>
					!inAny(file, ['src/lib/enhance/']) ||
					(one.file !== null && !one.file.startsWith('src/lib/server/')) ||
					// What only runs on the server has no place in a phone's download.
					(one.file === null && !/^(node:|drizzle|i18next|svelte)/.test(one.asked))
			)
		).toEqual([]);
	});

	test('services and rules import nothing of the pages', () => {
		expect(
			broken(
				(file, one) =>
					!inAny(file, ['src/lib/server/', 'src/cli/', 'src/setup/', ...PURE]) ||
					one.file === null ||
					!inAny(one.file, ['src/routes/', 'src/lib/components/', 'src/lib/enhance/'])
			)
		).toEqual([]);
	});

	test('services do not import the hooks', () => {
		expect(
			broken(
				(file, one) =>
					!file.startsWith('src/lib/server/') ||
					file.startsWith('src/lib/server/hooks/') ||
					!one.file?.startsWith('src/lib/server/hooks/')
			)
		).toEqual([]);
	});

	test('only the entry points read the environment', () => {
		const reading = files.filter(
			(file) =>
				/\bprocess\.env\b/.test(read(file)) &&
				!inAny(file, ['src/lib/server/hooks/', 'src/cli/', 'src/setup/'])
		);

		expect(reading).toEqual([]);
	});

	test('nothing imports in a circle', () => {
		expect(circles()).toEqual([]);
	});
});

/** Each circle once, as `a → b → a`. Imports of types alone are gone when the program runs. */
function circles(): string[] {
	const found: string[] = [];
	const done = new Set<string>();
	const walk = (file: string, path: readonly string[]): void => {
		if (path.includes(file)) {
			found.push([...path.slice(path.indexOf(file)), file].join(' → '));
			return;
		}
		if (done.has(file)) return;
		for (const one of imports.get(file) ?? [])
			if (one.file !== null && !one.typeOnly) walk(one.file, [...path, file]);
		done.add(file);
	};
	for (const file of files) walk(file, []);
	return found;
}
