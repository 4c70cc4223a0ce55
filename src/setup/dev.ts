import { checkNodeVersion } from './node-version.ts';

checkNodeVersion();

const { reason } = await import('./reason.ts');

try {
	const { readDemoOptions } = await import('./demo-options.ts');
	const { prepareDemoCouncil } = await import('./demo-council.ts');
	const { printSignIns } = await import('./print-sign-ins.ts');
	const { createServer } = await import('vite');

	const { port, fresh } = await readDemoOptions();
	await prepareDemoCouncil({ port, fresh });
	const server = await createServer({ server: { host: '127.0.0.1', port, strictPort: true } });
	await server.listen();
	printSignIns(`http://127.0.0.1:${port}`);
	const stop = () => void server.close().finally(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
} catch (problem) {
	console.error(reason(problem));
	process.exit(1);
}
