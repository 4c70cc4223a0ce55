import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { listen } from './server.ts';

/** @throws Error on anything that is not a port to be had, or an option nobody knows */
export async function readDemoOptions(): Promise<{ port: number; fresh: boolean }> {
	const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
	const port = Number(process.env['PORT'] || '3000');
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Error('PORT: a number from 1 to 65535');
	// Asked first: nobody waits for a build only to hear that the port is taken.
	const probe = createServer();
	await listen(probe, port, '127.0.0.1');
	await new Promise((closed) => probe.close(closed));
	return { port, fresh: values.fresh };
}
