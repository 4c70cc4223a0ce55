import { expect, test } from 'vitest';
import { sendStatement } from '../../../../../tests/support/drafts.ts';
import { eastbrook, noticesTo } from '../../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../../tests/support/engines.ts';
import { addMeeting, addStaff } from '../../../../../tests/support/people.ts';
import { londonInstant as at } from '../../../language/dates.ts';
import { createOverdueJob } from './job.ts';
import { oneWorkingDayAfter } from './raise.ts';

test.each([
	['2026-11-25T00:01', '2026-11-26T00:01'],
	['2026-11-20T16:50', '2026-11-23T16:50'],
	// Over Christmas, with the 28th a bank holiday; over the change of clocks; and from a Sunday.
	['2026-12-24T16:50', '2026-12-29T16:50'],
	['2027-03-25T16:50', '2027-03-30T16:50'],
	['2026-10-25T00:30', '2026-10-26T00:30']
])('one working day after %s is %s', (from, to) => {
	expect(oneWorkingDayAfter(at(from), [])).toBe(at(to));
});

onBothEngines('what should have been done', (engine) => {
	async function begin(local = '2026-11-23T10:00') {
		const base = await eastbrook((options) => engine.open(options), local);
		const run = async (when: string) => {
			base.clock.set(when);
			// Two processes, and a third one late: nobody is told twice.
			const job = createOverdueJob(base.app);
			await Promise.all([job.run(), job.run()]);
			await job.run();
		};
		return { ...base, run };
	}

	test('a statement nobody opened: its chair, a working day later the manager, and the young person is told so', async () => {
		const { app, sam, manager, amina, review, run } = await begin();
		await review('2026-11-27T16:00');
		const { statementId } = await sendStatement(app, amina);

		await run('2026-11-24T23:59');
		expect(await noticesTo(app, sam.actor)).toEqual([]);
		await run('2026-11-25T00:00');
		expect(await noticesTo(app, sam.actor)).toEqual(['statement_unopened']);
		await run('2026-11-25T23:59');
		expect(await noticesTo(app, manager.actor)).toEqual([]);
		expect(await noticesTo(app, amina.actor)).not.toContain('unopened_told');
		await run('2026-11-26T00:00');
		expect(await noticesTo(app, manager.actor)).toEqual(['statement_unopened']);
		expect(await noticesTo(app, amina.actor)).toContain('unopened_told');
		// What a manager cannot open is not led to.
		const [notice] = await app.desk.notices(manager.actor);
		expect(notice).toMatchObject({ statementId: null, meeting: { chair: { name: 'Sam Okoro' } } });

		// Put away and not done: told once all the same.
		const [told] = await app.desk.notices(sam.actor);
		await app.desk.dismiss(sam.actor, told?.id ?? '');
		await run('2026-11-26T09:00');
		expect(await noticesTo(app, sam.actor)).toEqual([]);

		await app.statements.open(sam.actor, statementId);
		await run('2026-11-26T10:00');
		expect(await noticesTo(app, manager.actor)).toEqual([]);
		expect(await noticesTo(app, amina.actor)).not.toContain('unopened_told');
	});

	test('days off count for nothing, and who it is locked from is told nothing', async () => {
		const { app, sam, manager, amina, review, run } = await begin('2026-12-21T10:00');
		await review('2026-12-30T10:00');
		const { statementId } = await sendStatement(app, amina);
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.statementBarred).values({ statementId, staffId: sam.id })
		);
		// Two working days before the 30th is Christmas Eve: the 28th is a bank holiday.
		await run('2026-12-23T23:59');
		expect(await noticesTo(app, manager.actor)).toEqual([]);
		await run('2026-12-24T00:00');
		// There is no chair to wait for.
		expect(await noticesTo(app, manager.actor)).toEqual(['statement_unopened']);
		expect(await noticesTo(app, sam.actor)).toEqual([]);
	});

	test('a statement opened and never answered: its chair, once', async () => {
		const { app, clock, sam, amina, review, run } = await begin();
		await review('2027-01-15T16:00');
		const { statementId } = await sendStatement(app, amina);
		clock.set('2026-11-24T17:00');
		await app.statements.open(sam.actor, statementId);

		await run('2026-12-01T23:59');
		expect(await noticesTo(app, sam.actor)).toEqual([]);
		await run('2026-12-02T00:00');
		expect(await noticesTo(app, sam.actor)).toEqual(['statement_unanswered']);
		await app.statements.reply(sam.actor, {
			statementId,
			sendKey: '5a3a3f0e-4a9f-4d55-9d0b-7d5c0a3d7a11',
			readyReply: 'thank_you'
		});
		await run('2026-12-02T00:10');
		expect(await noticesTo(app, sam.actor)).toEqual([]);
	});

	test('what is written after a meeting: each by its own clock, chair first, and the old ones not at all', async () => {
		const { app, sam, manager, amina, run } = await begin();
		const held = (heldOn: string) =>
			addMeeting(app, {
				youngPersonIds: [amina.id],
				chairId: sam.id,
				scheduledAt: at(`${heldOn}T10:00`),
				heldOn
			});
		await held('2026-11-23');
		await held('2026-09-01');

		await run('2026-11-24T10:00');
		expect(await noticesTo(app, sam.actor)).toEqual([]);
		await run('2026-11-24T10:01');
		expect(await noticesTo(app, sam.actor)).toEqual(['outcome_late']);
		await run('2026-11-30T23:59');
		expect(await noticesTo(app, sam.actor)).toEqual(['outcome_late']);
		expect(await noticesTo(app, manager.actor)).toEqual(['outcome_late']);
		await run('2026-12-01T00:00');
		expect(await noticesTo(app, sam.actor)).toEqual(['decisions_late', 'outcome_late']);
		await run('2026-12-22T00:00');
		expect(await noticesTo(app, sam.actor)).toEqual([
			'decisions_late',
			'letter_late',
			'outcome_late',
			'record_late'
		]);
		expect(await noticesTo(app, manager.actor)).toEqual(['decisions_late', 'outcome_late']);
	});

	test('a request nobody dealt with: who handles it, then the managers, never who it is about', async () => {
		const { app, amina, manager, run } = await begin();
		const advocate = await addStaff(app, { roles: ['advocate'] });
		await sendStatement(app, amina, {
			formId: 'ask-for-an-advocate',
			answers: { '6': { kind: 'pick', value: 'here' } }
		});
		const late = async (who: typeof advocate) =>
			(await noticesTo(app, who.actor)).filter((kind) => kind === 'request_overdue');
		await run('2026-11-25T23:59');
		expect(await late(advocate)).toEqual([]);
		await run('2026-11-26T00:00');
		expect(await late(advocate)).toEqual(['request_overdue']);
		expect(await late(manager)).toEqual([]);
		await run('2026-11-27T00:00');
		expect(await late(manager)).toEqual(['request_overdue']);
	});
});
