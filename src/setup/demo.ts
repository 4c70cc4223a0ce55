import { checkNodeVersion } from './node-version.ts';

checkNodeVersion();

const { reason } = await import('./reason.ts');

try {
	const { readDemoOptions } = await import('./demo-options.ts');
	const { buildIfChanged } = await import('./build.ts');
	const { DEMO_FOLDER, prepareDemoCouncil } = await import('./demo-council.ts');
	const { serve } = await import('./server.ts');
	const { printSignIns } = await import('./print-sign-ins.ts');

	const { port, fresh } = await readDemoOptions();
	const origin = `http://127.0.0.1:${port}`;
	console.info('Building the site (only when it has changed) …');
	await buildIfChanged();
	console.info(`Opening the demo council in ${DEMO_FOLDER} …`);
	await prepareDemoCouncil({ port, fresh });
	await serve({ host: '127.0.0.1', port, origin, oneAddress: true });
	printSignIns(origin);
} catch (problem) {
	console.error(reason(problem));
	process.exit(1);
}
