import { checkNodeVersion } from './node-version.ts';

checkNodeVersion();

const { rmSync, mkdirSync } = await import('node:fs');
const { provideBrowser, provideFonts } = await import('./browser.ts');
const { RESULTS, check, playwright, stopWhenAsked, vitest } = await import('./checks.ts');

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

stopWhenAsked();
const started = Date.now();
const tally = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];

async function report(outcome: ReturnType<typeof check>): Promise<boolean> {
	const { name, passed, failed, skipped, output, seconds } = await outcome;
	tally.passed += passed;
	tally.failed += failed;
	tally.skipped += skipped;
	if (failed > 0) broken.push(name);
	console.info(`\n── ${name}: ${failed === 0 ? 'good' : 'FAILED'} (${seconds} s)`);
	if (output.trim()) console.info(output.trim());
	return failed === 0;
}

// A page is as wide as its letters: without those of a language it would be tried with boxes.
provideFonts(['en', 'ar']);
const browser = provideBrowser();

/** Two lanes for two cores. A lane's checks wait for each other, and each says what it found when it is done. */
async function journeys(): Promise<void> {
	const built = await report(check('build', 'vite', ['build']));
	const found = await report(
		check('browser', async () => {
			const { executablePath } = await browser;
			return executablePath ?? 'the one Playwright brought';
		})
	);
	if (built && found) await report(playwright());
	else tally.failed += 1;
}

async function rest(): Promise<void> {
	await report(check('formatting', 'prettier', ['--check', '--log-level=warn', '.']));
	await report(check('lint', 'eslint', ['.', '--max-warnings', '0']));
	await report(
		check('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'])
	);
	await report(vitest());
}

console.info('Each part says what it found when it is done; all of it takes some minutes.');
await report(check('set-up', 'svelte-kit', ['sync']));
await Promise.all([rest(), journeys()]);

const { passed, failed, skipped } = tally;
if (broken.length > 0) console.info(`\nNot good: ${broken.join(', ')}`);
console.info(`\n${Math.round((Date.now() - started) / 1000)} seconds`);
console.info(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
