import { checkNodeVersion } from './node-version.ts';

checkNodeVersion();

const { readSettings } = await import('../lib/server/settings.ts');
const { buildIfChanged } = await import('./build.ts');
const { isBuilt, serve } = await import('./server.ts');
const { reason } = await import('./reason.ts');

try {
	const settings = readSettings(process.env);
	if (!isBuilt()) await buildIfChanged();
	process.env['SAYSO_LOG'] = settings.log;
	await serve({ host: settings.host, port: settings.port, origin: settings.origin });
} catch (problem) {
	console.error(reason(problem));
	process.exit(1);
}
