// Makes a seeded demo database in a folder: `node tests/support/seed-demo.ts FOLDER`.
import { join } from 'node:path';
import { createApp } from '../../src/lib/server/app.ts';
import { seedDemoCouncil } from '../../src/lib/server/seed/demo-council.ts';
import { readMasterKey, writeNewMasterKey } from '../../src/lib/server/vault/master-key.ts';

const folder = process.argv[2];
if (!folder) throw new Error('which folder?');
const key = join(folder, 'key');
writeNewMasterKey(key);
const app = await createApp({
	databaseUrl: `file:${join(folder, 'sayso.db')}`,
	masterKey: readMasterKey(key)
});
await seedDemoCouncil(app);
await app.close();
