import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres.ts';
import { COMPILED } from './starting-node.ts';

export interface RunningServer {
	readonly url: string;
	readonly port: number;
	/** Everything it wrote so far, to both outputs. */
	log(): string;
	/** Its folder: `sayso.db` and `key`. */
	readonly folder: string;
	/** Pulls the plug: SIGKILL, no time to finish anything. Its folder stays. */
	kill(): Promise<void>;
	/** After that: the same folder, at the same address. */
	startAgain(): Promise<void>;
	stop(): Promise<void>;
}

/**
 * Starts the built site, as `npm start` does, on its own copy of a seeded folder and a port of its own.
 * @param origin the address browsers come by, where that is not the server's own
 * @param jobs whether it does by itself what has to be done
 */
export async function startServer(
	seed: string,
	origin?: string,
	jobs: 'on' | 'off' = 'off'
): Promise<RunningServer> {
	const folder = mkdtempSync(join(tmpdir(), 'sayso-e2e-'));
	cpSync(seed, folder, { recursive: true });
	const port = await freePort();
	const own = `http://127.0.0.1:${port}`;
	const url = origin ?? own;
	let log = '';
	const begin = () => {
		const server = spawn(process.execPath, ['src/setup/serve.ts'], {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...process.env,
				// One of many that start the same site: the first of them compiles it.
				...COMPILED,
				// Told both, as under Playwright, Node warns in the log.
				NO_COLOR: undefined,
				FORCE_COLOR: undefined,
				HOST: '127.0.0.1',
				PORT: String(port),
				ORIGIN: url,
				DATABASE_URL: `file:${join(folder, 'sayso.db')}`,
				SAYSO_KEY_FILE: join(folder, 'key'),
				SAYSO_LOG: 'json',
				// What it would do by itself would come in between what a journey looks at.
				SAYSO_JOBS: jobs
			}
		});
		for (const output of [server.stdout, server.stderr])
			output.setEncoding('utf8').on('data', (text: string) => (log += text));
		const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
		return { server, ended };
	};
	let running = begin();
	const killWithUs = () => running.server.kill('SIGKILL');
	process.once('exit', killWithUs);

	async function stop(): Promise<void> {
		process.off('exit', killWithUs);
		const { server, ended } = running;
		server.kill('SIGTERM');
		const tooLong = setTimeout(() => server.kill('SIGKILL'), 5000);
		await ended;
		clearTimeout(tooLong);
		rmSync(folder, { recursive: true, force: true });
	}

	async function answers(): Promise<void> {
		const until = Date.now() + 30_000;
		for (;;) {
			const answer = await fetch(`${own}/healthz`).catch(() => null);
			if (answer?.ok) return;
			if (running.server.exitCode !== null || Date.now() > until) {
				await stop();
				throw new Error(`the server did not start:\n${log}`);
			}
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
	await answers();
	const kill = async () => {
		running.server.kill('SIGKILL');
		await running.ended;
	};
	const startAgain = async () => {
		running = begin();
		await answers();
	};
	return { url, port, folder, log: () => log, kill, startAgain, stop };
}
