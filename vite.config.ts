import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({ plugins: [sveltekit(), enhancementsAreAssets] });
