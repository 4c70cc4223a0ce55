import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import type { Answer } from '../../forms/answers.ts';
import type { App } from '../app.ts';
import { addResponse, openSurveyAnswers } from './answers.ts';
import type { Sheet } from './paper.ts';

const say = (text: string): Answer => ({ kind: 'say', text, pictures: [] });

const sheet = (more: Partial<Sheet> = {}): Sheet => ({
	sendKey: 'sheet-1',
	conferenceKind: 'initial',
	respondedOn: '2026-11-12',
	language: 'ar',
	fields: { 'a-P1': ['yes'], 'a-P6': [''], 'a-P10': ['7'], 'a-P17': ['Thank you.'] },
	...more
});

let sent = 0;
const answer = (app: App, respondedOn: string, answers: Readonly<Record<string, Answer>>) =>
	app.database.inTransaction((tx) =>
		addResponse(app, tx, {
			survey: 'parents-conference',
			conferenceKind: 'review',
			...{ respondedOn, answers },
			source: 'link',
			language: 'en',
			sendKey: `sent-${(sent += 1)}`
		})
	);

const kept = async ({ database }: App) =>
	database.read.select().from(database.read.tables.surveyResponses);

onBothEngines('what parents said', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));

	test('is typed in from paper, once a sheet, and leaves no word in clear', async () => {
		const { app, manager } = await begin();

		await app.surveys.typeIn(manager.actor, sheet());
		await app.surveys.typeIn(manager.actor, sheet());

		const [row, ...others] = await kept(app);
		expect(others).toEqual([]);
		expect(row).toMatchObject({
			...{ conferenceKind: 'initial', respondedOn: '2026-11-12', source: 'paper' },
			...{ language: 'ar', ref: null }
		});
		expect(row && openSurveyAnswers(app, row)).toEqual({
			P1: { kind: 'yes_no', value: 'yes' },
			P10: { kind: 'scale', value: 7 },
			P17: say('Thank you.')
		});
		expect(JSON.stringify(row)).not.toContain('Thank');
		const { read } = app.database;
		const typed = (await read.select().from(read.tables.auditEntries)).filter(
			({ action }) => action === 'survey.typed_in'
		);
		expect(typed).toMatchObject([{ subjectId: null, detail: '{}' }]);
	});

	test('is refused with why: no kind, a day to come, nothing answered, an answer nobody offers', async () => {
		const { app, manager } = await begin();
		for (const [wrong, code] of [
			[{ conferenceKind: null }, 'insight_paper_kind'],
			[{ respondedOn: '2026-11-22' }, 'insight_paper_date'],
			[{ respondedOn: '2026-02-30' }, 'insight_paper_date'],
			[{ fields: { 'a-P1': [''] } }, 'insight_paper_empty'],
			[{ fields: { 'a-P1': ['perhaps'] } }, 'answer_unknown'],
			[{ fields: { 'a-P17': ['x'.repeat(5001)] } }, 'answer_too_long']
		] as const)
			await expect(app.surveys.typeIn(manager.actor, sheet(wrong))).rejects.toMatchObject({
				kind: 'invalid',
				code
			});
		expect(await kept(app)).toEqual([]);
	});

	test('in words is read a quarter at a time, each question shuffled by itself and the same again', async () => {
		const { app, manager } = await begin();
		for (let parent = 0; parent < 40; parent += 1)
			await answer(app, parent % 2 ? '2026-07-01' : '2026-09-01', {
				P10b: say(`waiting ${String(parent).padStart(2, '0')}`),
				P17: say(`thanks ${String(parent).padStart(2, '0')}`)
			});
		for (let parent = 0; parent < 4; parent += 1)
			await answer(app, '2026-05-01', { P17: say('too few') });
		for (let parent = 0; parent < 9; parent += 1)
			await answer(app, '2026-11-01', { P17: say('not ended') });

		const read = await app.surveys.words(manager.actor, { quarter: '2026-Q2' });

		expect(read.quarters).toEqual([
			{ id: '2026-Q2', period: { from: '2026-07-01', to: '2026-09-30' } }
		]);
		expect(read.questions?.map(({ id, words }) => [id, words.length])).toEqual([
			['P10b', 40],
			['P17', 40]
		]);
		const numbers = read.questions?.map(({ words }) => words.map((one) => one.slice(-2))) ?? [];
		expect(numbers[0]?.toSorted()).toEqual(numbers[1]?.toSorted());
		expect(numbers[0]).not.toEqual(numbers[1]);
		expect(numbers[0]).not.toEqual(numbers[0]?.toSorted());
		expect(JSON.stringify(read)).not.toMatch(/too few|not ended|review/);
		expect(await app.surveys.words(manager.actor, { quarter: 'any' })).toEqual(read);
	});

	test('in words is not read where too few of those who answered wrote', async () => {
		const { app, manager } = await begin();
		for (let parent = 0; parent < 6; parent += 1)
			await answer(
				app,
				'2026-08-01',
				parent < 2 ? { P17: say('Only two of us wrote.') } : { P1: { kind: 'not_sure' } }
			);

		expect(await app.surveys.words(manager.actor, { quarter: '' })).toMatchObject({
			quarter: '2026-Q2',
			questions: null
		});
	});

	test('is told of an ended year, with last year’s beside it; of this year only which months had five', async () => {
		const { app, manager } = await begin();
		const yes = { P2: { kind: 'yes_no', value: 'yes' } } as const;
		for (let parent = 0; parent < 12; parent += 1) {
			await answer(app, '2025-05-01', parent < 7 ? yes : { P2: { kind: 'yes_no', value: 'no' } });
			if (parent < 6) await answer(app, '2025-02-01', yes);
			if (parent < 5) await answer(app, '2026-10-01', yes);
			if (parent < 4) await answer(app, '2026-09-01', yes);
			await answer(app, '2026-11-01', yes);
		}

		const view = await app.surveys.see(manager.actor, { year: '' });

		expect(view).toMatchObject({ years: [2025, 2024], year: 2025 });
		expect(view.told).toMatchObject({ responses: 12, conferences: 0, returnPercent: null });
		expect(view.told.questions['P2']).toMatchObject({
			answered: 12,
			counts: { yes: 7, no: 5, not_sure: 0, rather_not: 0 }
		});
		expect(view.before.responses).toBe(6);
		expect(view.running).toMatchObject([
			...['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].map((month) => ({
				month,
				enough: false
			})),
			{ month: '2026-10', enough: true }
		]);
		expect(await app.surveys.see(manager.actor, { year: '2026' })).toMatchObject({ year: 2025 });
	});
});

onBothEngines('who wants to be rung', (engine) => {
	const asked = { name: 'Mrs Rahman', phone: '01632 960 501', language: 'en' };

	test('waits once, is rung once, and then has neither name nor number any more', async () => {
		const { app, manager } = await eastbrook((options) => engine.open(options));
		const zoe = await addStaff(app, { name: 'Zoe', roles: ['participation'] });
		await app.surveys.typeInCallback(zoe.actor, asked);
		await app.surveys.typeInCallback(zoe.actor, asked);
		const { waiting, waitingInAll } = await app.surveys.callbacks(manager.actor);

		expect(waiting).toMatchObject([{ ...asked, askedOn: '2026-11-21' }]);
		expect(waitingInAll).toBe(1);
		const id = waiting[0]?.id ?? '';
		await app.surveys.markRung(manager.actor, id);
		await app.surveys.markRung(manager.actor, id);

		expect(await app.surveys.callbacks(manager.actor)).toEqual({
			...{ waiting: [], waitingInAll: 0, rungInAll: 1 },
			rung: [{ id, askedOn: '2026-11-21', rungAt: app.now(), by: 'Mo Blake' }]
		});
		const { read } = app.database;
		expect(await read.select().from(read.tables.surveyCallbacks)).toMatchObject([
			{ contactSealed: null }
		]);
	});

	test('gives a number that can be rung', async () => {
		const { app, manager } = await eastbrook((options) => engine.open(options));

		for (const phone of ['', 'ring me', '123'])
			await expect(
				app.surveys.typeInCallback(manager.actor, { ...asked, phone })
			).rejects.toMatchObject({ code: 'insight_ring_phone' });
		await expect(app.surveys.markRung(manager.actor, 'x')).rejects.toMatchObject({
			code: 'not_found'
		});
	});
});
