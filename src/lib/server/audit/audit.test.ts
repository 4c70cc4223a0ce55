import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import type { App } from '../app.ts';

const opened = (id: string) =>
	({
		action: 'statement.opened',
		actor: { kind: 'staff', id: 'officer' },
		youngPersonId: 'young-person',
		subject: { kind: 'statement', id },
		detail: { asChair: true }
	}) as const;

async function record(app: App, count: number): Promise<void> {
	await app.database.inTransaction(async (tx) => {
		for (let i = 0; i < count; i += 1) await app.audit.record(tx, opened(`s${i}`));
	});
}

onBothEngines('the audit chain', (engine) => {
	it('holds when nobody touched it', async () => {
		const app = await engine.open();
		await record(app, 5);

		expect(await app.audit.verify(app.database.read)).toMatchObject({ entries: 5, brokenAt: null });
	});

	it('is whole when empty', async () => {
		const app = await engine.open();

		expect(await app.audit.verify(app.database.read)).toMatchObject({ entries: 0, brokenAt: null });
	});

	it('drops the line with the deed when the deed is undone', async () => {
		const app = await engine.open();

		await app.database
			.inTransaction(async (tx) => {
				await app.audit.record(tx, opened('s'));
				throw new Error('undone');
			})
			.catch(() => undefined);

		expect(await app.audit.verify(app.database.read)).toMatchObject({ entries: 0 });
	});

	it('stays one chain when many write at once', async () => {
		const app = await engine.open();

		await Promise.all(Array.from({ length: 12 }, () => record(app, 2)));

		expect(await app.audit.verify(app.database.read)).toMatchObject({
			entries: 24,
			brokenAt: null
		});
	});

	it.each(['actorId', 'action', 'subjectId', 'detail', 'at', 'hash', 'previousHash'] as const)(
		'shows where somebody changed %s',
		async (column) => {
			const app = await engine.open();
			await record(app, 5);

			await app.database.inTransaction(async (tx) => {
				const { auditEntries } = tx.tables;
				await tx
					.update(auditEntries)
					.set({ [column]: column === 'at' ? 1 : 'another' })
					.where(eq(auditEntries.seq, 3));
			});

			expect(await app.audit.verify(app.database.read)).toMatchObject({ brokenAt: 3 });
		}
	);

	it('shows where somebody took a line out', async () => {
		const app = await engine.open();
		await record(app, 5);

		await app.database.inTransaction(async (tx) => {
			const { auditEntries } = tx.tables;
			await tx.delete(auditEntries).where(eq(auditEntries.seq, 2));
			await tx
				.update(auditEntries)
				.set({ seq: sql`${auditEntries.seq} - 1` })
				.where(eq(auditEntries.seq, 3));
		});

		expect((await app.audit.verify(app.database.read)).brokenAt).not.toBeNull();
	});
});
