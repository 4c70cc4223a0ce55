import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, onlyOne, settle } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';

onBothEngines('settling', (engine) => {
	const begin = (local?: string) => eastbrook((options) => engine.open(options), local);

	test('settling again changes nothing', async () => {
		const { app, clock, amina, review } = await begin();
		const first = await review('2026-11-27T16:00');
		const second = await review('2026-12-10T10:00');
		await sendStatement(app, amina);
		await app.meetings.change(OPERATOR, first, { kind: 'cancel' });
		await app.meetings.change(OPERATOR, second, {
			kind: 'move',
			scheduledAt: at('2026-12-11T10:00')
		});
		clock.set('2026-11-22T09:00');
		const before = await everything(app);

		for (const meetingId of [first, second]) await settle(app, meetingId);
		await app.database.inTransaction((tx) =>
			app.meetings.settle(tx, { youngPersonIds: [amina.id], meetingIds: [first, second] })
		);

		expect(await everything(app)).toEqual(before);
	});

	test('many young people are settled at once, each once', async () => {
		const { app, sam } = await begin();
		const many = [];
		for (let count = 0; count < 30; count += 1)
			many.push(await addYoungPerson(app, { officerId: sam.id, knownAs: `Kai ${count}` }));
		for (const one of many) await sendStatement(app, one);
		const made: string[] = [];
		for (const one of many)
			made.push(
				await addMeeting(app, {
					youngPersonIds: [one.id],
					scheduledAt: at('2026-12-01T10:00'),
					chairId: sam.id
				})
			);

		await app.database.inTransaction((tx) => app.meetings.settle(tx, { meetingIds: made }));

		const { rows, waiting } = await app.desk.inbox(sam.actor);
		expect(waiting).toEqual([]);
		expect(rows.map(({ statements }) => statements.length)).toEqual(many.map(() => 1));
		expect((await app.audit.verify(app.database.read)).brokenAt).toBeNull();
	});

	test('a failure in the caller’s transaction takes the links back with it', async () => {
		const { app, amina, review } = await begin();
		await sendStatement(app, amina);
		const made = await review('2026-12-01T10:00');

		const failing = app.database.inTransaction(async (tx) => {
			await app.meetings.settle(tx, { meetingIds: [made] });
			throw new Error('the import found a fault');
		});

		await expect(failing).rejects.toThrow('the import found a fault');
		expect(await onlyOne(app, amina.actor)).toMatchObject({ state: 'waiting' });
	});

	test('only its chair and the operator change a meeting', async () => {
		const { app, manager, review } = await begin();
		const meetingId = await review('2026-12-01T10:00');
		await expect(
			app.meetings.change(manager.actor, meetingId, { kind: 'cancel' })
		).rejects.toMatchObject({ kind: 'not_found' });
		const { meetings } = app.database.read.tables;
		const [row] = await app.database.read.select().from(meetings).where(eq(meetings.id, meetingId));
		expect(row?.cancelledAt).toBeNull();
	});
});

async function everything(app: App) {
	const { read } = app.database;
	const { statements, statementLinks, notices, auditEntries } = read.tables;
	const byId = <T extends { id: string }>(rows: T[]) =>
		rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	return {
		statements: byId(await read.select().from(statements)),
		links: byId(await read.select().from(statementLinks)),
		notices: byId(await read.select().from(notices)),
		audit: (await read.select().from(auditEntries)).length
	};
}
