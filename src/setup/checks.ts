import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ignored by git; cleared before a run. */
export const RESULTS = 'test-results/run';

export interface Outcome {
	readonly name: string;
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	/** What is worth showing. */
	readonly output: string;
	readonly seconds: number;
}

const running = new Set<ChildProcess>();
let stopping = false;

/** Ctrl-C ends what runs, and what that started, before us. */
export function stopWhenAsked(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.once(signal, () => {
			stopping = true;
			for (const child of running) child.kill('SIGTERM');
			process.exitCode = 1;
			setTimeout(() => process.exit(1), 10_000).unref();
		});
}

type Counts = Pick<Outcome, 'passed' | 'failed' | 'skipped'>;

/** A check that is good or is not: a command of the development dependencies, or a piece of work that may throw. */
export async function check(
	name: string,
	what: string | (() => Promise<string>),
	args: readonly string[] = []
): Promise<Outcome> {
	const started = Date.now();
	const { good, output } = typeof what === 'string' ? await run(what, args) : await attempt(what);
	return {
		name,
		passed: good ? 1 : 0,
		failed: good ? 0 : 1,
		skipped: 0,
		output: good && typeof what === 'string' ? '' : output,
		seconds: secondsSince(started)
	};
}

export async function vitest(): Promise<Outcome> {
	const file = join(RESULTS, 'vitest.json');
	return counted(
		'rules, services on both engines, structure (vitest)',
		'vitest',
		['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
		{},
		() => {
			const result = JSON.parse(readFileSync(file, 'utf8')) as {
				numPassedTests: number;
				numFailedTests: number;
				numPendingTests: number;
				numTodoTests: number;
				success: boolean;
			};
			return {
				passed: result.numPassedTests,
				failed: result.numFailedTests,
				skipped: result.numPendingTests + result.numTodoTests
			};
		}
	);
}

export async function playwright(): Promise<Outcome> {
	const file = join(RESULTS, 'playwright.json');
	return counted(
		'browser journeys (playwright)',
		'playwright',
		['test', '--reporter=dot,json'],
		{ PLAYWRIGHT_JSON_OUTPUT_FILE: file },
		() => {
			const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
				stats: { expected: number; unexpected: number; flaky: number; skipped: number };
			};
			return {
				passed: stats.expected,
				// One that passes only the second time round is not one to trust.
				failed: stats.unexpected + stats.flaky,
				skipped: stats.skipped
			};
		}
	);
}

/** A runner of many tests. One that ends badly without a failed test could not run: that is a failure too. */
async function counted(
	name: string,
	command: string,
	args: readonly string[],
	env: Readonly<Record<string, string>>,
	readCounts: () => Counts
): Promise<Outcome> {
	const started = Date.now();
	const { good, output } = await run(command, args, env);
	let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
	try {
		counts = readCounts();
	} catch {
		// No account of the run was written: the exit status below says what that means.
	}
	const ranNothing = counts.passed + counts.failed === 0;
	const couldNotRun = ranNothing || (!good && counts.failed === 0);
	return {
		name,
		...counts,
		failed: counts.failed + (couldNotRun ? 1 : 0),
		output: good ? lastLines(output, 12) : output,
		seconds: secondsSince(started)
	};
}

async function attempt(work: () => Promise<string>): Promise<{ good: boolean; output: string }> {
	try {
		return { good: true, output: await work() };
	} catch (error) {
		return { good: false, output: error instanceof Error ? error.message : String(error) };
	}
}

function run(
	command: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {}
): Promise<{ good: boolean; output: string }> {
	if (stopping) return Promise.resolve({ good: false, output: 'stopped' });
	return new Promise((resolve) => {
		const child = spawn(join('node_modules', '.bin', command), args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env }
		});
		running.add(child);
		child.once('close', () => running.delete(child));
		let output = '';
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => (output += text));
		child.once('error', (error) => resolve({ good: false, output: error.message }));
		child.once('close', (status) => resolve({ good: status === 0, output }));
	});
}

const secondsSince = (started: number) => Math.round((Date.now() - started) / 1000);

function lastLines(text: string, most: number): string {
	return text.trimEnd().split('\n').slice(-most).join('\n');
}
