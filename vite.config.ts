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

export default defineConfig({
	plugins: [sveltekit(), enhancementsAreAssets],
	test: {
		include: ['src/**/*.test.ts', 'tests/{structure,crash}/**/*.test.ts'],
		globalSetup: 'tests/support/databases.ts',
		restoreMocks: true,
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
