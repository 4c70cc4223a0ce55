import { randomUUID } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import { application } from './application.ts';

const ALWAYS: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	// The address of a page tells where somebody was; no other site needs it. Not `no-referrer`: browsers then post our own
	// forms with `Origin: null`, and Kit refuses those.
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy':
		'camera=(), geolocation=(), microphone=(self), payment=(), usb=(), interest-cohort=(), browsing-topics=()',
	'X-Robots-Tag': 'noindex, nofollow'
};

/** The outermost hook: names the request and puts the security headers on whatever comes out. */
export const headers: Handle = async ({ event, resolve }) => {
	Object.assign(event.locals, { app: application(), requestId: randomUUID().slice(0, 8) });
	const response = await resolve(event);
	for (const [name, value] of Object.entries(ALWAYS)) response.headers.set(name, value);
	if (event.url.protocol === 'https:')
		response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
	// Every page is made for one reader, in one language: no cache may keep or hand on any of them.
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
	return response;
};
