// Plain JavaScript without a dependency: it runs on whatever Node the machine has, before anything is installed.
// `node src/setup/start.mjs SCRIPT [argument…]` installs what SCRIPT needs when it is not there in the right version,
// and runs it under the project's own Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The first Node that runs TypeScript without being asked to. */
const OLDEST_NODE = [22, 18];
/**
 * What a request needs is soon let go of, and Node would keep room for much more of it than it ever takes: at rest the
 * server stood at 310 MB, with this at 180 MB, and no slower (8 MB a half of the young generation).
 */
const NODE_FLAGS = ['--max-semi-space-size=8'];
/** These two run where `npm ci --omit=dev` installed, once the site is built. */
const RUN_TIME_SCRIPTS = ['src/setup/serve.ts', 'src/cli/sayso.ts'];

const [script, ...args] = process.argv.slice(2);
if (!script || !existsSync(join(ROOT, script))) {
	stop(`there is no ${script ?? 'script to start'}`, 2);
}
const runTimeOnly =
	RUN_TIME_SCRIPTS.includes(script) && existsSync(join(ROOT, 'build', 'handler.js'));
if (!isInstalled(runTimeOnly)) install(runTimeOnly);
run(projectNode(), script, args);

/**
 * Whether `node_modules` holds what `package-lock.json` says; npm keeps its own account of it there. Optional packages
 * are those of other machines.
 */
function isInstalled(withoutDevelopment) {
	const wanted = packagesIn(join(ROOT, 'package-lock.json'));
	const there = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
	return Object.entries(wanted).every(
		([place, { version, optional, devOptional, dev }]) =>
			place === '' ||
			optional ||
			devOptional ||
			(withoutDevelopment && dev) ||
			there[place]?.version === version
	);
}

function packagesIn(lockFile) {
	return existsSync(lockFile) ? (JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {}) : {};
}

function install(withoutDevelopment) {
	console.error('Installing what package-lock.json lists …');
	const npm = process.env.npm_execpath
		? [process.execPath, process.env.npm_execpath]
		: [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
	const [command, ...first] = npm;
	const { status } = spawnSync(
		command,
		[
			...first,
			'ci',
			...(withoutDevelopment ? [] : ['--include=dev']),
			...['--no-audit', '--no-fund', '--loglevel=error']
		],
		// Standard output stays clean for what the script itself has to say.
		{ cwd: ROOT, stdio: ['ignore', 2, 2] }
	);
	if (status !== 0) stop('npm could not install the dependencies; see above', 1);
}

function projectNode() {
	const own = join(
		ROOT,
		'node_modules',
		'node',
		'bin',
		process.platform === 'win32' ? 'node.exe' : 'node'
	);
	if (existsSync(own)) return own;
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const [oldestMajor, oldestMinor] = OLDEST_NODE;
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor))
		return process.execPath;
	return stop(
		`Sayso needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}`,
		1
	);
}

function run(node, file, rest) {
	const child = spawn(node, [...NODE_FLAGS, join(ROOT, file), ...rest], {
		cwd: ROOT,
		stdio: 'inherit',
		env: {
			...process.env,
			PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
		}
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => {
			// A terminal sends Ctrl-C to both of us already; twice would mean “at once”.
			if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
		});
	child.on('error', (error) => stop(`${node} did not start: ${error.message}`, 1));
	child.on('exit', (code, signal) => {
		if (signal === null) process.exit(code ?? 1);
		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
	});
}

function stop(reason, status) {
	console.error(`sayso: ${reason}`);
	process.exit(status);
}
