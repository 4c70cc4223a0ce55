// One process of Sayso that does whatever is due, killed in the middle by `jobs.test.ts`. Argument: by how many minutes
// its clock is ahead, so that what a dead process held is free. Everything else stands in the environment.
import { writeSync } from 'node:fs';
import { createApp } from '../../src/lib/server/app.ts';
import { readJobSettings } from '../../src/lib/server/settings.ts';

const ahead = Number(process.argv[2]) * 60_000;
const app = await createApp({
	...readJobSettings(process.env),
	now: () => Date.now() + ahead
});
writeSync(1, 'ready\n');
await app.jobs.runDue();
await app.close();
