import { sequence } from '@sveltejs/kit/hooks';
import type { ServerInit } from '@sveltejs/kit';
import { appearance } from '#lib/server/hooks/appearance.ts';
import { start } from '#lib/server/hooks/application.ts';
import { handleUnexpected } from '#lib/server/hooks/errors.ts';
import { headers } from '#lib/server/hooks/headers.ts';
import { language } from '#lib/server/hooks/language.ts';
import { session } from '#lib/server/hooks/session.ts';

export const init: ServerInit = start;
export const handle = sequence(headers, session, language, appearance);
export const handleError = handleUnexpected;
