import { expect, test } from 'vitest';
import { onBothEngines } from '../support/engines.ts';

onBothEngines('a fresh database', (engine) => {
	test('opens, empty but for the vault, and each test has its own', async () => {
		const app = await engine.open();
		const other = await engine.open();

		expect(app.database.engine).toBe(engine.name);
		await app.database.inTransaction(async (tx) => {
			await tx.insert(tx.tables.settings).values({ key: 'a', value: '1', updatedAt: 1 });
		});
		expect(await app.database.read.select().from(app.database.read.tables.settings)).toHaveLength(
			1
		);
		expect(await other.database.read.select().from(other.database.read.tables.settings)).toEqual(
			[]
		);
	});
});
