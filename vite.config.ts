import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Pages are plain HTML (`csr = false`), and `lib/enhance` is what JavaScript adds to them. Its modules are asked for
 * with `?worker&url`; this puts what comes out where Kit looks for files to serve.
 */
const enhancementsAreAssets: Plugin = {
	name: 'sayso:enhancements-are-assets',
	enforce: 'post',
	config: () => ({
		worker: {
			format: 'es',
			rolldownOptions: {
				output: {
					entryFileNames: '_app/immutable/assets/[name]-[hash].js',
					chunkFileNames: '_app/immutable/assets/[name]-[hash].js'
				}
			}
		}
	})
};

/** Drizzle’s hundreds of files, each found by way of a list of exports of 180 kB, were half of the time a start took. */
const drizzleIsBuiltIn: Plugin = {
	name: 'sayso:drizzle-is-built-in',
	apply: 'build',
	config: () => ({ ssr: { noExternal: ['drizzle-orm'] } })
};

export default defineConfig({
	plugins: [sveltekit(), enhancementsAreAssets, drizzleIsBuiltIn],
	test: {
		include: ['src/**/*.test.ts', 'tests/{structure,crash}/**/*.test.ts'],
		globalSetup: 'tests/support/databases.ts',
		// A process for each file would take in all of Sayso anew, which is a third of the time; files share no state.
		isolate: false,
		restoreMocks: true,
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
