import { eq } from 'drizzle-orm';
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
		const kept = (of: typeof app) =>
			of.database.read
				.select()
				.from(of.database.read.tables.settings)
				.where(eq(of.database.read.tables.settings.key, 'a'));
		expect(await kept(app)).toHaveLength(1);
		expect(await kept(other)).toEqual([]);
	});
});
