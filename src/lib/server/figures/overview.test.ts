import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting } from '../../../../tests/support/people.ts';
import { notFound } from '../errors.ts';

onBothEngines('what a manager looks at first', (engine) => {
	test('is this financial year beside the same days a year before, and what waits today', async () => {
		const { app, manager, sam, amina } = await eastbrook((options) => engine.open(options));
		const held = async (
			heldOn: string,
			more: { dueBy?: string; participationCode?: string; decisionsSentOn?: string } = {}
		) => {
			const { decisionsSentOn = null, ...of } = more;
			const id = await addMeeting(app, {
				...{ youngPersonIds: [amina.id], chairId: sam.id, heldOn },
				...of
			});
			await app.database.inTransaction(async (tx) => {
				const { meetings, meetingYoungPeople } = tx.tables;
				await tx.update(meetings).set({ decisionsSentOn }).where(eq(meetings.id, id));
				await tx
					.update(meetingYoungPeople)
					.set({ ageBand: '10_to_15' })
					.where(eq(meetingYoungPeople.meetingId, id));
			});
			return id;
		};
		const late = await held('2026-05-05', { dueBy: '2026-05-04', participationCode: 'PN7' });
		await held('2026-06-09', {
			...{ dueBy: '2026-06-10', participationCode: 'PN1', decisionsSentOn: '2026-06-10' }
		});
		await held('2026-11-20', { dueBy: '2026-11-20', participationCode: 'PN5' });
		await held('2025-11-21', { dueBy: '2025-11-21', participationCode: 'PN1' });
		// After the same day a year before, and before either year begins.
		await held('2025-11-22', { participationCode: 'PN7' });
		await held('2025-03-31', { participationCode: 'PN7' });

		const view = await app.overview.see(manager.actor);

		expect(view.period).toEqual({ from: '2026-04-01', to: '2026-11-21' });
		expect(view.before).toEqual({ from: '2025-04-01', to: '2025-11-21' });
		expect(view.participated).toEqual({ some: 2, of: 3, percent: 66.7, before: 100 });
		expect(view.reviewsInTime).toEqual({ some: 2, of: 3, percent: 66.7, before: 100 });
		// The decisions of the last one are not due yet.
		expect(view.decisionsInTime).toEqual({ some: 1, of: 2, percent: 50, before: 0 });
		expect(view.reviewsUnheard).toEqual({ some: 3, of: 3, percent: 100, before: 100 });
		expect(view.parents).toMatchObject({ year: 2025, percent: null, before: null });
		expect(view.today).toMatchObject({ decisions_overdue: 1, records_overdue: 2, unopened: 0 });

		const behind = await app.meetingFigures.list(manager.actor, view.period, {
			...{ kind: 'looked_after_review', decisions: 'overdue' }
		});
		expect(behind.rows.map(({ meetingId }) => meetingId)).toEqual([late]);
		await expect(app.overview.see(sam.actor)).rejects.toEqual(notFound());
	});

	test('a list says which meetings somebody may open: their own, and those with decisions sent', async () => {
		const { app, manager, sam, amina } = await eastbrook((options) => engine.open(options));
		const meeting = () =>
			addMeeting(app, { youngPersonIds: [amina.id], chairId: sam.id, heldOn: '2026-05-05' });
		const [sent, open] = [await meeting(), await meeting()];
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.meetingOutcomes).values({
				...{ meetingId: sent, outcomeSealed: Buffer.alloc(0), version: 1 },
				...{ decisionsSentAt: app.now(), updatedAt: app.now() }
			})
		);

		const toManager = await app.deciding.openTo(manager.actor, [sent, open]);
		expect([...toManager]).toEqual([[sent, 'decisions']]);
		await expect(app.deciding.read(manager.actor, open)).rejects.toEqual(notFound());
		const toChair = await app.deciding.openTo(sam.actor, [sent, open]);
		expect(toChair).toEqual(
			new Map([
				[sent, 'meeting'],
				[open, 'meeting']
			])
		);
		expect(await app.deciding.openTo(amina.actor, [sent, open])).toEqual(new Map());
	});
});
