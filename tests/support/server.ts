import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres.ts';

export interface RunningServer {
	readonly url: string;
	/** Everything it wrote so far, to both outputs. */
	log(): string;
	/** Its folder: `sayso.db` and `key`. */
	readonly folder: string;
	/** Pulls the plug: SIGKILL, no time to finish anything. Its folder stays. */
	kill(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts the built site, as `npm start` does, on its own copy of a seeded folder and a port of its own. */
export async function startServer(seed: string): Promise<RunningServer> {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-e2e-'));
	cpSync(seed, folder, { recursive: true });
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const server = spawn(process.execPath, ['src/setup/serve.ts'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			...process.env,
			// Told both, as under Playwright, Node warns in the log.
			NO_COLOR: undefined,
			FORCE_COLOR: undefined,
			HOST: '127.0.0.1',
			PORT: String(port),
			ORIGIN: url,
			DATABASE_URL: `file:${join(folder, 'sayso.db')}`,
			SAYSO_KEY_FILE: join(folder, 'key'),
			SAYSO_LOG: 'json'
		}
	});
	const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	const killWithUs = () => server.kill('SIGKILL');
	process.once('exit', killWithUs);
	let log = '';
	for (const output of [server.stdout, server.stderr])
		output.setEncoding('utf8').on('data', (text: string) => (log += text));

	async function stop(): Promise<void> {
		process.off('exit', killWithUs);
		server.kill('SIGTERM');
		const tooLong = setTimeout(() => server.kill('SIGKILL'), 5000);
		await ended;
		clearTimeout(tooLong);
		rmSync(folder, { recursive: true, force: true });
	}

	const until = Date.now() + 30_000;
	for (;;) {
		const answer = await fetch(`${url}/healthz`).catch(() => null);
		if (answer?.ok) break;
		if (server.exitCode !== null || Date.now() > until) {
			await stop();
			throw new Error(`the server did not start:\n${log}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	const kill = async () => {
		server.kill('SIGKILL');
		await ended;
	};
	return { url, folder, log: () => log, kill, stop };
}
