import { asc, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import type { Queries, Tx } from './database.ts';

const setting = (tx: Tx, key: string, value = '1') =>
	tx.insert(tx.tables.settings).values({ key, value, updatedAt: 1_795_000_000_000 });

async function keys(queries: Queries): Promise<string[]> {
	const { settings } = queries.tables;
	const rows = await queries.select().from(settings).orderBy(asc(settings.key));
	return rows.map((row) => row.key);
}

onBothEngines('the database', (engine) => {
	it('keeps all that one transaction wrote', async () => {
		const { database } = await engine.open();

		await database.inTransaction(async (tx) => {
			await setting(tx, 'a');
			await setting(tx, 'b');
		});

		expect(await keys(database.read)).toEqual(['a', 'b']);
	});

	it('compiles no query before it runs it', async () => {
		const { database } = await engine.open();
		if (database.engine !== 'postgres') return;

		const asked = sql<string>`current_setting('jit')`;
		const { settings } = database.read.tables;
		await database.inTransaction((tx) => setting(tx, 'a'));

		expect(await database.read.select({ jit: asked }).from(settings)).toEqual([{ jit: 'off' }]);
	});

	it('keeps nothing of a transaction that throws after it waited', async () => {
		const { database } = await engine.open();

		const failing = database.inTransaction(async (tx) => {
			await setting(tx, 'a');
			await new Promise((resolve) => setTimeout(resolve, 5));
			throw new Error('half way');
		});

		await expect(failing).rejects.toThrow('half way');
		expect(await keys(database.read)).toEqual([]);
	});

	it('goes on after a transaction that failed', async () => {
		const { database } = await engine.open();
		await database.inTransaction((tx) => setting(tx, 'a'));

		await expect(database.inTransaction((tx) => setting(tx, 'a'))).rejects.toThrow();
		await database.inTransaction((tx) => setting(tx, 'b'));

		expect(await keys(database.read)).toEqual(['a', 'b']);
	});

	it('lets one transaction write at a time, so that none loses what another counted', async () => {
		const { database } = await engine.open();
		await database.inTransaction((tx) => setting(tx, 'count', '0'));

		const addOne = () =>
			database.inTransaction(async (tx) => {
				const { settings } = tx.tables;
				const [row] = await tx.select().from(settings).where(eq(settings.key, 'count'));
				await new Promise((resolve) => setTimeout(resolve, 1));
				await tx
					.update(settings)
					.set({ value: String(Number(row?.value) + 1) })
					.where(eq(settings.key, 'count'));
			});
		await Promise.all(Array.from({ length: 20 }, addOne));

		const [row] = await database.read.select().from(database.read.tables.settings);
		expect(row?.value).toBe('20');
	});

	it('shows readers what was last committed, while a transaction is under way', async () => {
		const { database } = await engine.open();

		await database.inTransaction(async (tx) => {
			await setting(tx, 'a');
			expect(await keys(database.read)).toEqual([]);
			expect(await keys(tx)).toEqual(['a']);
		});

		expect(await keys(database.read)).toEqual(['a']);
	});

	it('refuses a transaction inside a transaction instead of waiting for itself', async () => {
		const { database } = await engine.open();

		await expect(
			database.inTransaction(() => database.inTransaction(async () => undefined))
		).rejects.toThrow('hand on the tx');
	});

	it('gives instants and bytes back as they were', async () => {
		const { database } = await engine.open();
		const bytes = Buffer.from([0, 255, 1, 254, 10]);
		const at = Date.parse('2099-12-31T23:59:59.999Z');

		await database.inTransaction((tx) =>
			tx
				.insert(tx.tables.dataKeys)
				.values({ id: 'k', purpose: 'test', wrapped: bytes, createdAt: at })
		);

		const { dataKeys } = database.read.tables;
		const [row] = await database.read.select().from(dataKeys).where(eq(dataKeys.id, 'k'));
		expect(row?.createdAt).toBe(at);
		expect(row?.wrapped && Buffer.compare(row.wrapped, bytes)).toBe(0);
	});

	it('refuses a row that points nowhere', async () => {
		const { database } = await engine.open();

		const orphan = database.inTransaction((tx) =>
			tx.insert(tx.tables.staffRoles).values({ staffId: 'nobody', role: 'iro' })
		);

		await expect(orphan).rejects.toThrow();
	});

	it('takes migrating again for done', async () => {
		const { database } = await engine.open();

		await database.migrate();

		expect(await keys(database.read)).toEqual([]);
	});
});
