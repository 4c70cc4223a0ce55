import { nothingThere } from '#lib/server/hooks/api.ts';
import type { RequestHandler } from './$types';

/** For programs, what is not there is a problem in JSON too, and no page. */
export const fallback: RequestHandler = () => nothingThere();
