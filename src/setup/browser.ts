import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The shell first: the same browser without its windows, which is what Playwright brings too. It needs half the time. */
const NAMES = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable'
];
const isRoot = process.getuid?.() === 0;

export interface Browser {
	/** Undefined for the one Playwright brought itself. */
	readonly executablePath?: string;
	readonly args: string[];
}

/** The Chromium of this machine: the one named by `SAYSO_CHROMIUM`, Playwright's own, or an installed one. */
export function findBrowser(): Browser | undefined {
	const args = isRoot ? ['--no-sandbox'] : [];
	const named = process.env['SAYSO_CHROMIUM'];
	if (named) return { executablePath: named, args };
	if (existsSync(chromium.executablePath())) return { args };
	const installed = (process.env['PATH'] ?? '')
		.split(delimiter)
		.flatMap((folder) => NAMES.map((name) => join(folder, name)))
		.find(isProgram);
	return installed === undefined ? undefined : { executablePath: installed, args };
}

/**
 * Sees to it that there is a browser that starts: what is there already, else Playwright's download, else the system's
 * package manager.
 * @throws Error when none of them brings one
 */
export async function provideBrowser(): Promise<Browser> {
	const steps = [
		() => true,
		() => run('node_modules/.bin/playwright', ['install', 'chromium']),
		() => run('node_modules/.bin/playwright', ['install-deps', 'chromium']),
		() => aptGet(['chromium-headless-shell']),
		() => aptGet(['chromium'])
	];
	let problem: unknown;
	for (const step of steps) {
		if (!step()) continue;
		const found = findBrowser();
		if (!found) continue;
		try {
			await (await chromium.launch(found)).close();
			return found;
		} catch (error) {
			problem = error;
		}
	}
	throw new Error('no Chromium that starts; install one, or name it in SAYSO_CHROMIUM', {
		cause: problem
	});
}

/** Letters for the scripts that are photographed. A machine without them would show boxes. @returns whether they are there */
export function provideFonts(languages: readonly string[]): boolean {
	const missing = languages.some((language) => {
		const { status, stdout } = spawnSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' });
		return status === 0 ? stdout.trim() === '' : language !== 'en';
	});
	return !missing || aptGet(['fontconfig', 'fonts-noto-core']);
}

function aptGet(packages: readonly string[]): boolean {
	const sudo = isRoot ? [] : ['sudo', '-n'];
	const [command = 'apt-get', ...first] = [...sudo, 'apt-get'];
	run(command, [...first, 'update', '-qq']);
	return run(command, [...first, 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Whatever it says goes to standard error: it is not what was asked for. */
function run(command: string, args: readonly string[]): boolean {
	return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
