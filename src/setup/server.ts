import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { logLine } from '../lib/server/hooks/log.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Relative to the project, which every command is started in. */
const HANDLER = 'build/handler.js';
/** A photo as the phone took it, and room for the rest of the form. */
const BODY_SIZE_LIMIT = '20M';
/** How long requests that were begun may still take once the server is asked to stop. */
const LAST_REQUESTS_MS = 10_000;

export const isBuilt = (): boolean => existsSync(HANDLER);

/**
 * Serves the built site until the process is asked to stop. Its settings stand in the environment: the site reads them
 * there when it is first imported.
 * @param options.oneAddress sends whoever came by another name for this machine to the origin, as forms sent from
 *   elsewhere are refused
 * @throws Error when the site does not start, or the port cannot be had
 */
export async function serve(options: {
	readonly host: string;
	readonly port: number;
	readonly origin: string;
	readonly oneAddress?: boolean;
}): Promise<void> {
	process.env['BODY_SIZE_LIMIT'] ??= BODY_SIZE_LIMIT;
	const { handler } = (await import(pathToFileURL(resolve(HANDLER)).href)) as { handler: Handler };
	const compress = compression() as unknown as Handler;
	const { host } = new URL(options.origin);

	const server = createServer((request, response) => {
		if (options.oneAddress && request.method === 'GET' && request.headers.host !== host) {
			const path = (request.url ?? '/').replace(/^\/+/, '/');
			response.writeHead(307, { Location: options.origin + path }).end();
			return;
		}
		compress(request, response, () => {
			handler(request, response, () => response.writeHead(404).end());
		});
	});
	stopWhenAsked(server);
	try {
		await listen(server, options.port, options.host);
	} catch (problem) {
		process.emit('sveltekit:shutdown' as 'exit', 1);
		throw problem;
	}
	logLine('info', { event: 'listening', address: options.origin });
}

export function listen(server: Server, port: number, host: string): Promise<void> {
	return new Promise((done, failed) => {
		server.once('error', failed);
		server.listen(port, host, () => {
			server.off('error', failed);
			done();
		});
	});
}

/** Ctrl-C reaches a process more than once, from the terminal and from those that started it. Asked again changes nothing. */
function stopWhenAsked(server: Server): void {
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref();
		server.close(() => {
			// What Kit's own server tells the site: it closes its database, and then nothing keeps the process.
			process.emit('sveltekit:shutdown' as 'exit', 0);
		});
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
}
