import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sendStatement, type Said } from '../../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../../tests/support/engines.ts';
import {
	addMeeting,
	addStaff,
	addYoungPerson,
	type Person
} from '../../../../../tests/support/people.ts';
import {
	MEETING_STATES,
	STATEMENT_DIMENSIONS,
	TIME_BANDS,
	type StatementFilters
} from '../../../figures/statement-figures.ts';
import type { Answer } from '../../../forms/answers.ts';
import { londonInstant as at } from '../../../language/dates.ts';
import { OPERATOR } from '../../access.ts';
import { keepStandings } from '../standing.ts';

const SAID_WELL: Readonly<Record<string, Answer>> = { '2': { kind: 'faces', value: 5 } };
const PERIOD = { from: '2026-07-01', to: '2026-11-30' };

/**
 * Five months of it: some opened in time, one late, one never, one answered, one for no meeting, one to a worker, one
 * taken back; and a complaint, which is none of these.
 */
async function council(engine: Engine) {
	const world = await eastbrook((options) => engine.open(options), '2026-06-30T12:00');
	const { app, clock, sam, amina, review } = world;
	const lena = await addStaff(app, { name: 'Lena Hart', roles: ['social_worker'] });
	const kai = await addYoungPerson(app, {
		knownAs: 'Kai',
		sex: 'male',
		ethnicity: 'WBRI',
		disabled: 'no',
		unaccompanied: 'yes',
		team: 'North',
		officerId: sam.id,
		socialWorkerId: lena.id,
		dateOfBirth: '2018-05-05'
	});
	const say = async (when: string, person: Person<'young_person'>, said: Said = {}) => {
		clock.set(when);
		return (await sendStatement(app, person, said)).statementId;
	};
	const open = (when: string, id: string) => {
		clock.set(when);
		return app.statements.open(sam.actor, id);
	};
	const hold = (when: string, meetingId: string) => {
		clock.set(when);
		const heldOn = when.slice(0, 10);
		return app.meetings.change(OPERATOR, meetingId, { kind: 'hold', heldOn });
	};

	const july = await review('2026-07-20T10:00');
	const august = await review('2026-08-31T10:00');
	const november = await review('2026-11-27T16:00');
	const kais = await addMeeting(app, {
		youngPersonIds: [kai.id],
		scheduledAt: at('2026-07-21T10:00'),
		chairId: sam.id
	});
	// Before midnight in London it is still June; half an hour later it is July, and June in Greenwich.
	const june = await say('2026-06-30T23:59', amina);
	const first = await say('2026-07-01T00:30', amina);
	await open('2026-07-02T08:00', first);
	await open('2026-07-02T08:01', june);
	clock.set('2026-07-15T09:00');
	await app.statements.reply(sam.actor, {
		statementId: first,
		sendKey: randomUUID(),
		readyReply: 'thank_you'
	});
	await say('2026-07-17T17:00', kai, { face: 'easy' });
	await hold('2026-07-20T11:00', july);
	await hold('2026-07-21T11:00', kais);
	// A Friday, with the bank holiday on the Monday: opened on the Tuesday after, the day after it began.
	const late = await say('2026-08-28T18:00', amina, { language: 'ar' });
	await open('2026-09-01T09:00', late);
	await hold('2026-09-01T12:00', august);
	await say('2026-09-10T12:00', kai, { formId: 'good-news', answers: SAID_WELL });
	const toWorker = await say('2026-09-11T12:00', kai, {
		formId: 'before-a-visit',
		answers: { '1': { kind: 'yes_no', value: 'yes' } }
	});
	clock.set('2026-09-11T13:00');
	await app.statements.open(lena.actor, toWorker);
	const back = await say('2026-10-01T12:00', kai);
	await app.statements.takeBack(kai.actor, back);
	await say('2026-10-02T12:00', kai, {
		formId: 'ask-for-an-advocate',
		answers: { '6': { kind: 'pick', value: 'here' } }
	});
	const waiting = await say('2026-11-20T12:00', amina);
	clock.set('2026-11-21T09:00');
	await app.database.inTransaction((tx) =>
		keepStandings(app, tx, { meetingIds: [july, august, kais] })
	);
	return { ...world, kai, lena, november, waiting };
}

onBothEngines('figures of statements', (engine) => {
	test('count what was sent, by everything that is known of it and of who sent it', async () => {
		const { app, manager } = await council(engine);

		const figures = await app.statementFigures.ofPeriod(manager.actor, PERIOD);

		expect(figures.sent).toBe(6);
		expect(figures.months.map(({ sent }) => sent)).toEqual([2, 1, 2, 0, 1]);
		expect(figures.by.form).toEqual([
			{ value: 'before-my-review', count: 4 },
			{ value: 'before-a-visit', count: 1 },
			{ value: 'good-news', count: 1 }
		]);
		expect(figures.by).toMatchObject({
			language: [
				{ value: 'en', count: 5 },
				{ value: 'ar', count: 1 }
			],
			face: [
				{ value: 'standard', count: 5 },
				{ value: 'easy', count: 1 }
			],
			age: [
				{ value: '10_to_15', count: 3 },
				{ value: '4_to_9', count: 3 }
			],
			sex: [
				{ value: '-', count: 3 },
				{ value: 'male', count: 3 }
			],
			unaccompanied: [
				{ value: '-', count: 3 },
				{ value: 'yes', count: 3 }
			]
		});
		for (const dimension of STATEMENT_DIMENSIONS)
			expect(figures.by[dimension].reduce((sum, { count }) => sum + count, 0)).toBe(6);
	});

	test('how long it took, in working days, and whether it was before the meeting', async () => {
		const { app, manager, sam, lena } = await council(engine);

		const { times, chairs } = await app.statementFigures.ofPeriod(manager.actor, PERIOD);

		// The day after; over a weekend and a bank holiday; the same day; and three that nobody opened.
		expect(times.opened).toEqual({
			statements: 6,
			medianDays: 1,
			bands: { within_1: 3, within_2: 0, within_5: 0, within_10: 0, later: 0, never: 3 }
		});
		// From 1 to 15 July there are ten.
		expect(times.replied.bands).toMatchObject({ within_10: 1, never: 5 });
		expect(times.replied.medianDays).toBe(10);
		expect(times.meeting).toEqual({ before: 1, after: 1, missed: 1, none: 3 });
		expect(times.unopened).toBe(3);
		expect(chairs.map(({ staffId, name, opened }) => [staffId, name, opened.statements])).toEqual([
			[sam.id, 'Sam Okoro', 5],
			[lena.id, 'Lena Hart', 1]
		]);
	});

	test('how much came for each review that was held', async () => {
		const { app, manager } = await council(engine);

		const { reviews } = await app.statementFigures.ofPeriod(manager.actor, PERIOD);

		// What was sent in June came for a review in July, and what nobody opened came for it too.
		expect(reviews).toMatchObject({ reviews: 3, statements: 4, withStatement: 3 });
		expect(reviews.months[0]).toEqual({
			month: '2026-07',
			reviews: 2,
			statements: 3,
			withStatement: 2
		});
		const { total } = await app.statementFigures.list(manager.actor, PERIOD, { for: 'reviews' });
		expect(total).toBe(4);
	});

	test('behind every number is a list of just as many', async () => {
		const { app, manager } = await council(engine);
		const figures = await app.statementFigures.ofPeriod(manager.actor, PERIOD);
		const behind = async (filters: StatementFilters) => {
			const { total, rows } = await app.statementFigures.list(manager.actor, PERIOD, filters);
			expect(rows).toHaveLength(total);
			return total;
		};

		expect(await behind({})).toBe(figures.sent);
		for (const dimension of STATEMENT_DIMENSIONS)
			for (const { value, count } of figures.by[dimension])
				expect(await behind({ [dimension]: value })).toBe(count);
		for (const { month, sent } of figures.months) expect(await behind({ month })).toBe(sent);
		for (const band of TIME_BANDS) {
			expect(await behind({ opened: band })).toBe(figures.times.opened.bands[band]);
			expect(await behind({ replied: band })).toBe(figures.times.replied.bands[band]);
		}
		for (const state of MEETING_STATES)
			expect(await behind({ meeting: state })).toBe(figures.times.meeting[state]);
		for (const { staffId, opened } of figures.chairs)
			expect(await behind({ staff: staffId, opened: 'within_1' })).toBe(opened.bands.within_1);
	});

	test('the list says who, which form and when; no word, and no way to a statement', async () => {
		const { app, manager, amina, november, waiting } = await council(engine);

		const list = await app.statementFigures.list(manager.actor, PERIOD, { month: '2026-11' });

		expect(list.rows).toEqual([
			{
				youngPerson: { id: amina.id, name: 'Amina Osman' },
				formId: 'before-my-review',
				sentAt: at('2026-11-20T12:00'),
				meeting: {
					id: november,
					kind: 'looked_after_review',
					scheduledAt: at('2026-11-27T16:00'),
					heldOn: null
				},
				openedAt: null,
				repliedAt: null
			}
		]);
		expect(JSON.stringify(list)).not.toContain(waiting);
		expect(JSON.stringify(list)).not.toContain('garden');
	});

	test('what is locked from a manager is not on their list', async () => {
		const { app, manager, waiting } = await council(engine);
		await app.database.inTransaction((tx) =>
			tx.insert(tx.tables.statementBarred).values({ statementId: waiting, staffId: manager.id })
		);

		const list = await app.statementFigures.list(manager.actor, PERIOD, { month: '2026-11' });

		expect(list).toMatchObject({ total: 0, rows: [] });
	});

	test('a list has pages, and an address that somebody changed narrows nothing', async () => {
		const { app, manager, amina } = await council(engine);
		for (let count = 0; count < 26; count += 1)
			await sendStatement(app, amina, { formId: 'good-news', answers: SAID_WELL });
		const list = (page: number) =>
			app.statementFigures.list(manager.actor, PERIOD, { opened: 'x', staff: 'me' }, page);

		expect(await list(1)).toMatchObject({ total: 32, page: 1, pages: 2, filters: {} });
		expect((await list(2)).rows).toHaveLength(7);
		expect(await list(99)).toMatchObject({ page: 2 });
	});

	test('each look leaves its line, and what somebody’s people are like stands in none', async () => {
		const { app, manager } = await council(engine);

		await app.statementFigures.ofPeriod(manager.actor, PERIOD);
		await app.statementFigures.list(manager.actor, PERIOD, { ethnicity: 'WBRI', face: 'easy' });

		const { auditEntries } = app.database.read.tables;
		const rows = await app.database.read.select().from(auditEntries);
		const own = rows.filter(({ actorId }) => actorId === manager.id);
		expect(own.map(({ action }) => action)).toEqual(['figures.seen', 'figures.listed']);
		expect(JSON.parse(own[1]?.detail ?? '')).toEqual({
			of: 'statements',
			...PERIOD,
			ethnicity: 'set',
			face: 'easy'
		});
	});

	test('nobody but a manager sees any of it', async () => {
		const { app, sam, lena, amina } = await council(engine);
		for (const { actor } of [sam, lena, amina])
			for (const look of [
				() => app.statementFigures.ofPeriod(actor, {}),
				() => app.statementFigures.list(actor, {}, {}),
				() => app.statementFigures.notHeard(actor, {}),
				() => app.statementFigures.listHeard(actor, { when: 'near', filters: {} }),
				() => app.statementFigures.use(actor, {})
			])
				await expect(look()).rejects.toMatchObject({ kind: 'not_found' });
	});

	test.each([
		{ from: '2026-11-21', to: '2026-11-20' },
		{ from: 'yesterday', to: '2026-11-20' },
		{ from: '0001-01-01', to: '2026-11-20' }
	])('refuse the period %o', async (period) => {
		const { app, manager } = await eastbrook((options) => engine.open(options));
		await expect(app.statementFigures.ofPeriod(manager.actor, period)).rejects.toMatchObject({
			code: 'period_wrong'
		});
	});
});
