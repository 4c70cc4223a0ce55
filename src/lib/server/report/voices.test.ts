import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../tests/support/engines.ts';
import { addAccount, addMeeting, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonInstant as at } from '../../language/dates.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';

const JUNE = { from: '2026-06-01', to: '2026-06-30' };
const JULY = { from: '2026-07-01', to: '2026-07-31' };

const begin = (engine: Engine) => eastbrook((options) => engine.open(options), '2026-06-20T09:00');

/** A request and what became of it, from its first day on: `[kind, stage, day, due]`. */
async function addRequest(
	app: App,
	kind: string,
	closedOn: string | null,
	steps: readonly (readonly [kind: string, stage: string, on: string, dueOn: string | null])[]
) {
	const id = randomUUID();
	const [first] = steps;
	await app.database.inTransaction(async (tx) => {
		await tx.insert(tx.tables.requests).values({
			...{ id, kind, raisedBy: 'open_page', sendKey: id, language: 'en' },
			state: closedOn === null ? 'new' : 'closed',
			createdAt: at(`${first?.[2] ?? ''}T12:00`),
			closedAt: closedOn === null ? null : at(`${closedOn}T12:00`)
		});
		await tx.insert(tx.tables.requestSteps).values(
			steps.map(([step, stage, on, dueOn], number) => ({
				...{ id: randomUUID(), requestId: id, number, sendKey: `${id}/${number}`, kind: step },
				...{ stage, startedOn: on, dueOn, language: 'en', createdAt: at(`${on}T12:00`) }
			}))
		);
	});
}

onBothEngines('the annual report of what young people say', (engine) => {
	const statements = async (app: App, period = JUNE) =>
		(await app.report.annual(OPERATOR, period)).statements;

	test('counts what was sent by London’s midnight, and not what was taken back', async () => {
		const { app, clock, sam, amina } = await begin(engine);
		const ben = await addYoungPerson(app, { officerId: sam.id });
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.carePeriods).values({
				id: 'care',
				youngPersonId: amina.id,
				status: 'looked_after',
				startedOn: '2026-01-01'
			})
		);
		const kai = await addYoungPerson(app, { officerId: sam.id });
		const takenBack = await sendStatement(app, kai);
		await app.statements.takeBack(kai.actor, takenBack.statementId);
		clock.set('2026-06-30T23:59');
		await sendStatement(app, ben, { language: 'ar' });
		// Half past eleven in Greenwich.
		clock.set('2026-07-01T00:30');
		await sendStatement(app, amina);

		expect(await statements(app)).toMatchObject({
			sent: 1,
			byForm: { 'before-my-review': 1 },
			byLanguage: { ar: 1 },
			byStatus: { none: 1 }
		});
		expect(await statements(app, JULY)).toMatchObject({
			sent: 1,
			byLanguage: { en: 1 },
			byStatus: { looked_after: 1 }
		});
	});

	test('tells how many were opened before the meeting they were sent for, once it was held', async () => {
		const { app, clock, sam } = await begin(engine);
		const later: string[] = [];
		for (const opened of ['before', 'before', 'after', 'never', 'not held']) {
			clock.set('2026-06-20T09:00');
			const child = await addYoungPerson(app, { officerId: sam.id });
			const meetingId = await addMeeting(app, {
				youngPersonIds: [child.id],
				scheduledAt: at('2026-06-25T10:00'),
				chairId: sam.id
			});
			const { statementId } = await sendStatement(app, child);
			if (opened === 'before') await app.statements.open(sam.actor, statementId);
			clock.set('2026-06-25T12:00');
			if (opened !== 'not held')
				await app.meetings.hold(sam.actor, { meetingId, heldOn: '2026-06-25', sittingId: '' });
			if (opened === 'after') later.push(statementId);
		}
		for (const statementId of later) await app.statements.open(sam.actor, statementId);

		expect(await statements(app)).toMatchObject({ sent: 5, openedBeforeMeetingPercent: 50 });
		expect(await statements(app, JULY)).toMatchObject({
			sent: 0,
			openedBeforeMeetingPercent: null
		});
	});

	test('counts the accounts that were open when it ended', async () => {
		const { app, clock, sam, amina } = await begin(engine);
		const ben = await addYoungPerson(app);
		const kai = await addYoungPerson(app);
		await addAccount(app, sam);
		await addAccount(app, amina);
		await addAccount(app, ben);
		clock.set('2026-07-01T00:30');
		await addAccount(app, kai);
		await app.database.inTransaction((tx) =>
			tx
				.update(tx.tables.accounts)
				.set({ closedAt: clock.now() })
				.where(eq(tx.tables.accounts.id, ben.actor.accountId))
		);

		expect((await app.report.annual(OPERATOR, JUNE)).accounts).toEqual({ active: 2 });
		expect((await app.report.annual(OPERATOR, JULY)).accounts).toEqual({ active: 2 });
	});

	test('counts requests by kind, and the times that were decided in the period', async () => {
		const { app, clock } = await begin(engine);
		clock.set('2026-07-20T09:00');
		await addRequest(app, 'complaint', null, [
			['received', 'stage_1', '2026-06-08', '2026-06-22'],
			['answered', 'stage_1_answered', '2026-06-22', '2026-07-20'],
			['next_asked', 'stage_2', '2026-06-29', '2026-08-03']
		]);
		await addRequest(app, 'advocate', '2026-07-02', [
			['received', 'new', '2026-06-29', '2026-07-01'],
			['contacted', 'contacted', '2026-07-02', null],
			['ended', 'ended', '2026-07-02', null]
		]);
		// Nobody did anything: it ran out in June.
		await addRequest(app, 'advocate', null, [['received', 'new', '2026-06-24', '2026-06-26']]);

		const of = async (period: typeof JUNE) => (await app.report.annual(OPERATOR, period)).requests;
		expect(await of(JUNE)).toEqual({
			byKind: { advocate: 2, complaint: 1 },
			inTimePercent: 50
		});
		expect(await of(JULY)).toEqual({ byKind: {}, inTimePercent: 0 });
	});
});
