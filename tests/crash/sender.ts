// One process of Sayso that sends many statements at once, and says so after each: killed in the middle by
// `crash.test.ts`. Arguments: the database's address, the key file, a file of `actorId sendKey` lines.
import { readFileSync, writeSync } from 'node:fs';
import { createApp } from '../../src/lib/server/app.ts';
import { readMasterKey } from '../../src/lib/server/vault/master-key.ts';

const [databaseUrl = '', keyFile = '', listFile = ''] = process.argv.slice(2);
const app = await createApp({ databaseUrl, masterKey: readMasterKey(keyFile) });
const list = readFileSync(listFile, 'utf8')
	.trim()
	.split('\n')
	.map((line) => line.split(' '));

// Straight to the descriptor: what this process holds in memory dies with it.
writeSync(1, 'ready\n');
await Promise.all(
	list.map(async ([id = '', sendKey = '']) => {
		const actor = { kind: 'young_person', id, accountId: '' } as const;
		const sent = await app.statements.send(actor, { formId: 'before-my-review', sendKey });
		writeSync(1, `sent ${sendKey} ${sent.statementId}\n`);
	})
);
await app.close();
