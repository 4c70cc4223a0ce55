import { page } from '#lib/server/hooks/answer.ts';
import type { LayoutServerLoad } from './$types';
import { pageFace } from './page-face.ts';

export const load: LayoutServerLoad = page(async ({ locals, url }) => pageFace(locals, url));
