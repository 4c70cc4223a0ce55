import { join } from 'node:path';

/** For every Node that a test starts: without it, each takes the types out of the same five hundred files. */
export const COMPILED = { NODE_COMPILE_CACHE: join('node_modules', '.cache', 'sayso-compiled') };

/** The same that `sayso` begins with. */
export const QUICK_START = ['--import', './src/cli/load-quickly.ts'];
