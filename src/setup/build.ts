import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuilt } from './server.ts';

const SOURCES = [
	'src/**/*',
	'static/**/*',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const STAMP = 'build/sources.sha256';

/** Builds the site when it was never built from these sources. @returns whether it had to */
export async function buildIfChanged(): Promise<boolean> {
	const sources = fingerprint();
	if (isBuilt() && readStamp() === sources) return false;
	await runVite();
	writeFileSync(STAMP, sources);
	return true;
}

function fingerprint(): string {
	const hash = createHash('sha256');
	for (const entry of globSync(SOURCES, { withFileTypes: true }).sort(byPath)) {
		const path = `${entry.parentPath}/${entry.name}`;
		if (!entry.isFile() || path.endsWith('.test.ts')) continue;
		hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
	}
	return hash.digest('hex');
}

function byPath(a: { parentPath: string; name: string }, b: typeof a): number {
	return `${a.parentPath}/${a.name}` < `${b.parentPath}/${b.name}` ? -1 : 1;
}

function readStamp(): string {
	try {
		return readFileSync(STAMP, 'utf8');
	} catch {
		return '';
	}
}

/** Quiet when it goes well. @throws Error with what the build said when it does not */
function runVite(): Promise<void> {
	return new Promise((done, failed) => {
		const build = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let said = '';
		const listen = (chunk: Buffer) => {
			said = (said + chunk.toString()).slice(-20_000);
		};
		build.stdout.on('data', listen);
		build.stderr.on('data', listen);
		build.once('error', failed);
		build.once('exit', (code) => {
			if (code === 0) done();
			else failed(new Error(`${said}\nThe site could not be built.`));
		});
	});
}
