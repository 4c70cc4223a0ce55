import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, settle } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import type { App } from '../app.ts';
import type { Actor } from '../access.ts';
import type { DecisionView } from './views.ts';

const SAID: Record<string, Answer> = {
	'7': { kind: 'faces', value: 2 },
	'23': { kind: 'star', starred: 'this', text: 'أريد أن أرى أخي', pictures: [] },
	'24': { kind: 'list', lines: ['A phone', 'My own key'] }
};
const notThere = { kind: 'not_found' };

/** A decision as its form posts it back, with something changed. */
export const posted = (decision: DecisionView | undefined, more: object = {}) => ({
	id: decision?.id ?? '',
	version: decision?.version ?? 0,
	point: decision?.point.words ?? '',
	outcome: decision?.outcome ?? null,
	decided: decision?.decided?.words ?? '',
	why: decision?.why?.words ?? '',
	ownerStaffId: decision?.owner?.staffId ?? '',
	ownerName: '',
	dueOn: decision?.dueOn ?? '',
	starred: decision?.starred ?? false,
	...more
});

const afterOf = (app: App, actor: Actor, meetingId: string, youngPersonId: string | null = null) =>
	app.deciding.after(actor, { meetingId, youngPersonId });

onBothEngines('what is raised and decided', (engine) => {
	/** Amina has sent something for her review, which was held this morning. */
	async function begin(said: Parameters<typeof sendStatement>[2] = {}) {
		const base = await eastbrook((options) => engine.open(options));
		const { app, clock, amina, sam } = base;
		const meetingId = await base.review('2026-11-23T10:00');
		const { statementId } = await sendStatement(app, amina, { answers: SAID, ...said });
		await app.statements.open(sam.actor, statementId);
		clock.set('2026-11-23T12:00');
		const of = { meetingId, youngPersonId: amina.id };
		const take = (questionId: string, line = 0, confirmed = false) =>
			app.deciding.takePoint(sam.actor, { ...of, statementId, questionId, line, confirmed });
		const decisions = async () => (await afterOf(app, sam.actor, meetingId)).decisions;
		return { ...base, meetingId, statementId, of, take, decisions };
	}

	test('offers what they starred first, then what they listed; a tap makes a point of it once', async () => {
		const { app, sam, meetingId, statementId, take } = await begin({ language: 'ar' });

		const before = await afterOf(app, sam.actor, meetingId);
		expect(before.suggestions.map(({ words, starred }) => [words, starred])).toEqual([
			['أريد أن أرى أخي', true],
			['A phone', false],
			['My own key', false]
		]);

		await take('24', 1);
		await Promise.all([take('23'), take('23'), take('23')]);
		const after = await afterOf(app, sam.actor, meetingId);
		expect(after.decisions).toMatchObject([
			{
				point: { words: 'أريد أن أرى أخي', language: 'ar' },
				starred: true,
				statementId,
				questionId: '23',
				outcome: null
			},
			{ point: { words: 'My own key' }, starred: false, questionId: '24' }
		]);
		expect(after.suggestions.map(({ words }) => words)).toEqual(['A phone']);
	});

	test('what was kept for the chair, or must not be told as theirs, becomes a point after a warning alone', async () => {
		const { take, decisions } = await begin({ chairOnly: ['23'] });
		await expect(take('23')).rejects.toMatchObject({ code: 'after_kept_chair' });
		expect(await decisions()).toEqual([]);
		await take('23', 0, true);
		expect(await decisions()).toMatchObject([{ kept: 'chair' }]);

		const base = await eastbrook((options) => engine.open(options));
		const { app, amina, sam } = base;
		const meetingId = await base.conference('2026-11-27T10:00');
		const { statementId } = await sendStatement(app, amina, {
			formId: 'before-my-conference',
			answers: {
				'10': { kind: 'list', lines: ['Not to move'] },
				'13': { kind: 'yes_no', value: 'yes' },
				'13_which': { kind: 'protect', questions: ['10'] }
			}
		});
		const { suggestions } = await afterOf(app, sam.actor, meetingId);
		expect(suggestions).toMatchObject([{ words: 'Not to move', kept: 'protected' }]);
		const tap = { meetingId, youngPersonId: amina.id, statementId, questionId: '10', line: 0 };
		await expect(
			app.deciding.takePoint(sam.actor, { ...tap, confirmed: false })
		).rejects.toMatchObject({ code: 'after_kept_protected' });
	});

	test('a decision has an outcome, a reason, and with an owner and a date it is a promise', async () => {
		const { app, sam, take, decisions } = await begin();
		await take('24');
		const [phone] = await decisions();
		const change = (more: object) => app.deciding.changeDecision(sam.actor, posted(phone, more));

		for (const [more, code] of [
			[{ outcome: 'not_agreed' }, 'after_why_missing'],
			[{ outcome: 'partly', why: 'Money' }, 'after_decided_missing'],
			[{ outcome: 'agreed', dueOn: '2026-12-24' }, 'after_owner_missing'],
			[{ outcome: 'agreed', ownerName: 'Aunt Rose' }, 'after_date_missing'],
			[
				{ outcome: 'agreed', ownerStaffId: randomUUID(), dueOn: '2026-12-24' },
				'after_owner_unknown'
			],
			[{ dueOn: '2026-02-31', ownerName: 'Rose' }, 'after_date_wrong'],
			[{ point: ' ' }, 'after_point_missing'],
			[{ why: 'a'.repeat(2001) }, 'answer_too_long']
		] as const)
			await expect(change(more)).rejects.toMatchObject({ kind: 'invalid', code });

		const partlyAgreed = {
			outcome: 'partly',
			decided: 'A phone at weekends',
			why: 'School says no',
			ownerName: ' Aunt  Rose ',
			dueOn: '2026-12-24'
		};
		await change(partlyAgreed);
		await change(partlyAgreed);
		await expect(change({ outcome: 'agreed' })).rejects.toMatchObject({ code: 'after_changed' });
		const [partly] = await decisions();
		expect(partly).toMatchObject({
			outcome: 'partly',
			decided: { words: 'A phone at weekends', language: 'en' },
			owner: { staffId: null, name: 'Aunt Rose' },
			dueOn: '2026-12-24',
			version: 2
		});
		await app.deciding.changeDecision(
			sam.actor,
			posted(partly, { outcome: 'agreed', ownerStaffId: sam.id })
		);
		expect(await decisions()).toMatchObject([{ owner: { staffId: sam.id, name: 'Sam Okoro' } }]);
	});

	test('one thing matters most; points are written, moved up and taken away', async () => {
		const { app, sam, of, take, decisions } = await begin();
		await take('23');
		const sendKey = randomUUID();
		const add = () => app.deciding.addPoint(sam.actor, { ...of, sendKey, words: 'School trip' });
		await Promise.all([add(), add()]);
		const [brother, trip] = await decisions();
		await app.deciding.changeDecision(sam.actor, posted(trip, { starred: true }));
		await app.deciding.raiseDecision(sam.actor, trip?.id ?? '');
		expect((await decisions()).map(({ point, starred }) => [point.words, starred])).toEqual([
			['School trip', true],
			['أريد أن أرى أخي', false]
		]);
		const gone = { ...of, id: brother?.id ?? '', version: brother?.version ?? 0 };
		await app.deciding.removeDecision(sam.actor, gone);
		await app.deciding.removeDecision(sam.actor, gone);
		expect(await decisions()).toHaveLength(1);
		// It can be taken again.
		await take('23');
		expect(await decisions()).toMatchObject([{ starred: true }, { starred: false }]);
	});

	test('of brothers and sisters each stays apart, and their officers know their own alone', async () => {
		const { app, clock, amina, sam } = await eastbrook((options) => engine.open(options));
		const kim = await addStaff(app, { name: 'Kim Hale' });
		const idris = await addYoungPerson(app, { knownAs: 'Idris', officerId: kim.id });
		const both = { youngPersonIds: [amina.id, idris.id], scheduledAt: clock.now() + 3_600_000 };
		const meetingId = await addMeeting(app, { ...both, kind: 'review_conference' });
		await settle(app, meetingId);
		await app.deciding.addPoint(sam.actor, {
			meetingId,
			youngPersonId: amina.id,
			sendKey: randomUUID(),
			words: 'Hers'
		});
		const add = (actor: Actor, youngPersonId: string) =>
			app.deciding.addPoint(actor, { meetingId, youngPersonId, sendKey: randomUUID(), words: 'x' });
		await expect(add(sam.actor, idris.id)).rejects.toMatchObject(notThere);
		await expect(afterOf(app, kim.actor, meetingId, amina.id)).rejects.toMatchObject(notThere);
		expect(await afterOf(app, kim.actor, meetingId)).toMatchObject({
			youngPerson: { id: idris.id },
			others: [],
			decisions: []
		});

		// A named chair has both, a page each.
		const chair = await addStaff(app, { name: 'Helen Marsh' });
		const chaired = await addMeeting(app, { ...both, chairId: chair.id });
		const his = await afterOf(app, chair.actor, chaired, idris.id);
		expect(his.others).toEqual([{ id: amina.id, name: 'Amina Osman' }]);
		await expect(afterOf(app, kim.actor, chaired, idris.id)).rejects.toMatchObject(notThere);
	});

	test('nothing anybody wrote stands in the open', async () => {
		const { app, sam, take, decisions } = await begin();
		await take('24');
		const [phone] = await decisions();
		await app.deciding.changeDecision(
			sam.actor,
			posted(phone, {
				outcome: 'not_agreed',
				why: 'Zebra money',
				ownerName: 'Rose',
				dueOn: '2026-12-24'
			})
		);
		const { read } = app.database;
		const rows = await read.select().from(read.tables.decisions);
		const chain = await read.select().from(read.tables.auditEntries);
		const raw = rows.map((row) =>
			Object.values(row).map((one) => (Buffer.isBuffer(one) ? one.toString('latin1') : one))
		);
		expect(JSON.stringify([raw, chain])).not.toMatch(/phone|Zebra|Rose/);
		expect(chain.map(({ action }) => action)).toEqual(
			expect.arrayContaining(['decision.added', 'decision.changed', 'decisions.read'])
		);
	});

	test('the outcome form says that it was held, and starts no other clock', async () => {
		const { app, sam, meetingId, statementId, amina } = await begin();
		const form = {
			meetingId,
			version: 0,
			heldOn: '2026-11-23',
			present: 'Amina\nSam',
			planChange: 'yes' as const,
			nextBy: '2027-05-20'
		};
		const before = await afterOf(app, sam.actor, meetingId);
		expect(before.clocks).toEqual([]);
		expect(before.outcome).toMatchObject({ heldOn: '2026-11-23', completedAt: null, version: 0 });
		expect(before.outcome.present).toBe('Amina Osman\nSam Okoro');
		for (const [more, code] of [
			[{ heldOn: '' }, 'after_held_on_missing'],
			[{ heldOn: '2026-11-24' }, 'after_held_on_wrong'],
			[{ planChange: null }, 'after_plan_missing'],
			[{ nextBy: 'soon' }, 'after_date_wrong']
		] as const)
			await expect(
				app.deciding.completeOutcome(sam.actor, { ...form, ...more })
			).rejects.toMatchObject({ code });

		await app.deciding.completeOutcome(sam.actor, form);
		await app.deciding.completeOutcome(sam.actor, form);
		await expect(
			app.deciding.completeOutcome(sam.actor, { ...form, planChange: 'no' })
		).rejects.toMatchObject({ code: 'after_changed' });
		const after = await afterOf(app, sam.actor, meetingId);
		expect(after.outcome).toMatchObject({ planChange: 'yes', nextBy: '2027-05-20', version: 1 });
		expect(after.clocks.map(({ name, state }) => [name, state])).toEqual([
			['outcome', 'done_in_time'],
			['decisions', 'running'],
			['record', 'running'],
			['letter', 'running']
		]);
		const { trail } = await app.statements.readOwn(amina.actor, statementId);
		expect(trail.some(({ kind }) => kind === 'missed')).toBe(false);
	});

	test('how they took part makes a code, which an officer confirms', async () => {
		const { app, sam, of, meetingId } = await begin();
		const say = (attended: 'all' | 'no' | null, conveyed: 'spoke' | null = null) =>
			app.deciding.sayParticipation(sam.actor, { ...of, attended, conveyed });
		await expect(say('no')).rejects.toMatchObject({ code: 'after_not_held' });
		await app.meetings.change(sam.actor, meetingId, { kind: 'hold', heldOn: '2026-11-23' });
		const participation = async () => (await afterOf(app, sam.actor, meetingId)).participation;

		expect(await participation()).toMatchObject({ suggested: null, faults: ['167'] });
		await say('no');
		expect(await participation()).toMatchObject({ suggested: 'PN6', sentStatement: true });
		await say('all', 'spoke');
		const confirm = (code: string) => app.deciding.confirmCode(sam.actor, { ...of, code });
		await expect(confirm('PN0')).rejects.toMatchObject({ code: 'after_code_440' });
		await expect(confirm('')).rejects.toMatchObject({ code: 'after_code_167' });
		await confirm('PN1');
		expect(await participation()).toMatchObject({
			code: 'PN1',
			suggested: 'PN1',
			faults: [],
			confirmed: { by: 'Sam Okoro' }
		});
	});
});
