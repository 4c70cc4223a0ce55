import { checkNodeVersion } from './node-version.ts';

checkNodeVersion();

const { execFileSync } = await import('node:child_process');
const { mkdirSync, mkdtempSync, rmSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { parseArgs } = await import('node:util');
const { chromium } = await import('@playwright/test');
const { LANGUAGES } = await import('../lib/language/languages.ts');
const { startServer } = await import('../../tests/support/server.ts');
const { createCamera } = await import('../../tests/shots/camera.ts');
const { takeEveryPage } = await import('../../tests/shots/every-page.ts');
const { provideBrowser, provideFonts } = await import('./browser.ts');
const { buildIfChanged } = await import('./build.ts');
const { reason } = await import('./reason.ts');

const FOLDER = 'shots';

try {
	const all = LANGUAGES.map(({ tag }) => tag).join();
	const { values } = parseArgs({ options: { languages: { type: 'string', default: all } } });
	const languages = values.languages.split(',');
	const unknown = languages.filter((tag) => !LANGUAGES.some((language) => language.tag === tag));
	if (unknown.length > 0) throw new Error(`no such language yet: ${unknown.join(', ')}`);

	if (!provideFonts(languages)) console.error('Letters of some scripts may be missing.');
	const browser = await chromium.launch(await provideBrowser());
	await buildIfChanged();
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER);
	const seed = mkdtempSync(join(tmpdir(), 'sayso-shots-'));
	execFileSync(process.execPath, ['tests/support/seed-demo.ts', seed], { stdio: 'inherit' });

	let taken = 0;
	for (const language of languages) {
		const site = await startServer(seed);
		try {
			const camera = createCamera(browser, site.url, language, FOLDER);
			await takeEveryPage(camera, language);
			taken += camera.taken();
		} finally {
			await site.stop();
		}
	}
	await browser.close();
	rmSync(seed, { recursive: true, force: true });
	console.info(`${taken} pictures in ${FOLDER}/`);
} catch (problem) {
	console.error(reason(problem));
	process.exit(1);
}
