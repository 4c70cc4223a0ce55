import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { onBothEngines, TEST_KEY } from '../../../../tests/support/engines.ts';
import type { Place } from './vault.ts';
import { openVault } from './vault.ts';

const PLACE: Place = { table: 'statement_answers', row: 'row-1', column: 'answer' };
const WORDS = 'أريد أن أعرف متى موعد المحامي. I want to cook on Fridays.';

onBothEngines('the vault', (engine) => {
	async function youngPersonKey() {
		const app = await engine.open();
		const keyId = await app.database.inTransaction((tx) => app.vault.newKey(tx, app.now()));
		const keys = await app.vault.unlock(app.database.read, [keyId]);
		return { app, keyId, keys };
	}

	it('gives back what was sealed, in any script, and empty', async () => {
		const { keyId, keys } = await youngPersonKey();

		expect(keys.openText(keyId, PLACE, keys.sealText(keyId, PLACE, WORDS))).toBe(WORDS);
		expect(keys.openText(keyId, PLACE, keys.sealText(keyId, PLACE, ''))).toBe('');
		expect(keys.openJson(keyId, PLACE, keys.sealJson(keyId, PLACE, { a: [1] }))).toEqual({
			a: [1]
		});
	});

	it('shows nothing of the words, and never the same bytes twice', async () => {
		const { keyId, keys } = await youngPersonKey();

		const once = keys.sealText(keyId, PLACE, WORDS);
		const again = keys.sealText(keyId, PLACE, WORDS);

		expect(once.includes('cook')).toBe(false);
		expect(once.equals(again)).toBe(false);
	});

	it.each(['table', 'row', 'column'] as const)(
		'does not open a value that was moved to another %s',
		async (part) => {
			const { keyId, keys } = await youngPersonKey();
			const sealed = keys.sealText(keyId, PLACE, WORDS);

			expect(() => keys.openText(keyId, { ...PLACE, [part]: 'elsewhere' }, sealed)).toThrow();
		}
	);

	it('does not open a value with any one byte changed, or cut short', async () => {
		const { keyId, keys } = await youngPersonKey();
		const sealed = keys.sealText(keyId, PLACE, 'no');

		for (let at = 0; at < sealed.length; at += 1) {
			const altered = Buffer.from(sealed);
			altered[at] = (altered[at] ?? 0) ^ 1;
			expect(() => keys.openText(keyId, PLACE, altered)).toThrow();
			expect(() => keys.openText(keyId, PLACE, sealed.subarray(0, at))).toThrow();
		}
	});

	it('does not open one young person’s words with the key of another', async () => {
		const { app, keyId, keys } = await youngPersonKey();
		const other = await app.database.inTransaction((tx) => app.vault.newKey(tx, app.now()));
		const sealed = keys.sealText(keyId, PLACE, WORDS);
		const both = await app.vault.unlock(app.database.read, [keyId, other]);

		expect(() => both.openText(other, PLACE, sealed)).toThrow();
	});

	it('opens nothing any more once the key is destroyed', async () => {
		const { app, keyId, keys } = await youngPersonKey();
		const sealed = keys.sealText(keyId, PLACE, WORDS);

		await app.database.inTransaction((tx) => app.vault.destroyKey(tx, keyId, app.now()));

		const later = await app.vault.unlock(app.database.read, [keyId]);
		expect(() => later.openText(keyId, PLACE, sealed)).toThrow('destroyed');
	});

	it('keeps a new key only when its transaction is kept', async () => {
		const app = await engine.open();

		await app.database
			.inTransaction(async (tx) => {
				await app.vault.newKey(tx, app.now());
				throw new Error('changed my mind');
			})
			.catch(() => undefined);

		const { dataKeys } = app.database.read.tables;
		const kept = await app.database.read
			.select()
			.from(dataKeys)
			.where(eq(dataKeys.purpose, 'young_person'));
		expect(kept).toEqual([]);
	});

	it('does not open under another master key, and says so', async () => {
		const app = await engine.open();

		await expect(openVault(app.database, randomBytes(32), app.now())).rejects.toThrow('wrong_key');
	});

	it('finds equal values by their blind index, apart for each purpose, and stable over a restart', async () => {
		const app = await engine.open();
		const index = app.vault.blindIndex('name', 'amina osman');
		const restarted = await openVault(app.database, TEST_KEY, app.now());

		expect(index).not.toContain('amina');
		expect(app.vault.blindIndex('ref', 'amina osman')).not.toBe(index);
		expect(app.vault.blindIndex('name', 'amina osman ')).not.toBe(index);
		expect(restarted.blindIndex('name', 'amina osman')).toBe(index);
	});
});
