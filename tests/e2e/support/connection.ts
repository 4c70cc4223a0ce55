import { connect, createServer, type Socket } from 'node:net';

/** The way between a browser and the server, which a test can cut. */
export interface Connection {
	/** What the browser calls the site. */
	readonly url: string;
	/** Leads to the server on this port of this machine. */
	leadTo(port: number): void;
	/** Nothing gets through any more, and what is on its way breaks off. */
	cut(): void;
	mend(): void;
	/**
	 * The next request whose first line begins so still reaches the server, which answers it; the answer is lost, and with
	 * it the connection.
	 * @returns once that happened
	 */
	loseAnswerTo(start: string): Promise<void>;
	close(): Promise<void>;
}

/**
 * A proxy of plain TCP: cutting the browser's own network (`context.setOffline`) does not reach its service workers.
 */
export async function makeConnection(): Promise<Connection> {
	let port = 0;
	const open = new Set<Socket>();
	let isCut = false;
	let losing: { readonly start: string; readonly lost: () => void } | null = null;

	function cut(): void {
		isCut = true;
		for (const socket of open) socket.resetAndDestroy();
	}

	const server = createServer((browser) => {
		if (isCut) {
			browser.resetAndDestroy();
			return;
		}
		const site = connect(port, '127.0.0.1');
		for (const socket of [browser, site]) {
			open.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => {
				open.delete(socket);
				browser.destroy();
				site.destroy();
			});
		}
		let lost: (() => void) | null = null;
		browser.on('data', (chunk) => {
			if (losing && chunk.toString('latin1').startsWith(losing.start)) {
				lost = losing.lost;
				losing = null;
			}
			site.write(chunk);
		});
		site.on('data', (chunk) => {
			if (!lost) {
				browser.write(chunk);
				return;
			}
			cut();
			lost();
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');

	return {
		url: `http://127.0.0.1:${address.port}`,
		leadTo: (given) => (port = given),
		cut,
		mend: () => (isCut = false),
		loseAnswerTo: (start) => new Promise((lost) => (losing = { start, lost })),
		close: async () => {
			cut();
			await new Promise((closed) => server.close(closed));
		}
	};
}
