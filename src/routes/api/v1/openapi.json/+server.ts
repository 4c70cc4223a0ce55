import { json } from '#lib/server/hooks/api.ts';
import type { RequestHandler } from './$types';

/** Open to all: it says what there is, and nothing of what is in it. */
export const GET: RequestHandler = ({ locals }) => json(locals.app.machines.openApi());
