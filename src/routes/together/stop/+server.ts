import { endTogether } from '#lib/server/hooks/together.ts';
import type { RequestHandler } from './$types';

/** Stops before it is sent. What was said so far waits for the young person's own sign-in. */
export const POST: RequestHandler = (event) => endTogether(event, 'stopped');
