import { describe, expect, test } from 'vitest';
import { read } from '../support/project.ts';

interface Locked {
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('package-lock.json', () => {
	// A registry that lags behind may lack a package for another machine than this one. npm then leaves it out of the lock
	// without a word, and `npm ci` refuses that lock everywhere (docs/decisions/0009).
	test('names the packages of every machine, also those this one does not install', () => {
		const { packages } = JSON.parse(read('package-lock.json')) as {
			packages: Readonly<Record<string, Locked>>;
		};
		const locked = Object.keys(packages);
		const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies)
				.filter((name) => !locked.some((one) => one.endsWith(`node_modules/${name}`)))
				.map((name) => `${path} wants ${name}`)
		);

		expect(missing).toEqual([]);
	});
});
