import { expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { importFiles } from '../../../../tests/support/import-files.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import { openSurveyAnswers } from '../surveys/answers.ts';
import { importFolder } from './import-folder.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const HEADER = 'ref,survey,conference_kind,responded_on,P1,P3,P6,P10,P10b';

const files = (...lines: string[]) => importFiles({ 'survey-responses.csv': lines });

async function responses(app: App) {
	const { read } = app.database;
	const { surveyResponses } = read.tables;
	const rows = await read.select().from(surveyResponses).orderBy(surveyResponses.ref);
	return rows.map((row) => ({
		...{ ref: row.ref, kind: row.conferenceKind, on: row.respondedOn, source: row.source },
		answers: openSurveyAnswers(app, row)
	}));
}

onBothEngines('importing what parents answered on paper', (engine) => {
	const open = () => engine.open({ now: () => NOW });

	test('takes each answer as it is counted, and an empty cell as none', async () => {
		const app = await open();

		const outcome = await importFolder(
			app,
			OPERATOR,
			files(
				HEADER,
				'R1,conference,initial,2026-10-05,yes,3_or_more,4,10,"Less waiting,\nplease."',
				'R2,conference,review,2026-11-21,rather_not,,,0,'
			)
		);

		expect(outcome).toMatchObject({ outcome: 'done', faults: [], warnings: [] });
		expect(outcome.counts).toEqual([
			['survey-responses.csv', { added: 2, changed: 0, unchanged: 0 }]
		]);
		expect(await responses(app)).toEqual([
			{
				...{ ref: 'R1', kind: 'initial', on: '2026-10-05', source: 'import' },
				answers: {
					P1: { kind: 'yes_no', value: 'yes' },
					P3: { kind: 'pick', value: '3_or_more' },
					P6: { kind: 'faces', value: 4 },
					P10: { kind: 'scale', value: 10 },
					P10b: { kind: 'say', text: 'Less waiting,\nplease.', pictures: [] }
				}
			},
			{
				...{ ref: 'R2', kind: 'review', on: '2026-11-21', source: 'import' },
				answers: { P1: { kind: 'rather_not' }, P10: { kind: 'scale', value: 0 } }
			}
		]);
	});

	test('again brings a sheet up to date: a column that is not there leaves what is known', async () => {
		const app = await open();
		await importFolder(
			app,
			OPERATOR,
			files(
				HEADER,
				'R1,conference,initial,2026-10-05,yes,none,4,10,',
				'R2,conference,review,2026-10-06,no,,,,'
			)
		);

		const { counts } = await importFolder(
			app,
			OPERATOR,
			files(
				'ref,survey,conference_kind,responded_on,p1,p3',
				'R1,conference,review,2026-10-05,,1',
				'R2,conference,review,2026-10-06,no,'
			)
		);

		expect(counts).toEqual([['survey-responses.csv', { added: 0, changed: 1, unchanged: 1 }]]);
		expect(await responses(app)).toMatchObject([
			{
				kind: 'review',
				answers: {
					P3: { kind: 'pick', value: '1' },
					P6: { kind: 'faces', value: 4 },
					P10: { kind: 'scale', value: 10 }
				}
			},
			{ kind: 'review', answers: { P1: { kind: 'yes_no', value: 'no' } } }
		]);
		expect(Object.keys((await responses(app))[0]?.answers ?? {})).not.toContain('P1');
	});

	test('names every fault with what would be right, and no cell of it', async () => {
		const app = await open();

		const outcome = await importFolder(
			app,
			OPERATOR,
			files(
				HEADER,
				'R1,carers,first,2026-11-22,ja,4,6,11,',
				'R1,conference,initial,,yes,none,1,1,',
				`R3,conference,initial,2026-10-01,,,,,${'x'.repeat(5001)}`
			)
		);

		expect(outcome.outcome).toBe('refused');
		expect(outcome.faults).toEqual([
			'survey-responses.csv:2:2: survey is none of those there are; right would be one of conference, parents-conference',
			'survey-responses.csv:2:3: conference_kind is none of those there are; right would be one of initial, review',
			'survey-responses.csv:2:4: responded_on is still to come; right would be today or an earlier day',
			'survey-responses.csv:2:5: p1 is none of those there are; right would be one of yes, no, not_sure, rather_not',
			expect.stringMatching(/^survey-responses.csv:2:6: p3 .* 3_or_more, 2, 1, on_the_day, none$/),
			expect.stringMatching(/^survey-responses.csv:2:7: p6 .* 1, 2, 3, 4, 5, rather_not$/),
			expect.stringMatching(/^survey-responses.csv:2:8: p10 .* 10, rather_not$/),
			'survey-responses.csv:3:1: ref “R1” is also on line 2; every ref comes once',
			'survey-responses.csv:3:4: responded_on is empty; it must be given',
			'survey-responses.csv:4:9: p10b is longer than 5000 characters; shorten it'
		]);
		expect(outcome.faults.join()).not.toContain('carers');
		expect(await responses(app)).toEqual([]);
	});

	test('leaves out who wants to be rung, with a warning, wherever the column stands', async () => {
		const app = await open();

		const outcome = await importFolder(
			app,
			OPERATOR,
			files(
				'P18,ref,survey,conference_kind,responded_on,P1,shoe_size',
				'01632 960 444,R1,conference,initial,2026-10-05,yes,44'
			)
		);

		expect(outcome).toMatchObject({
			outcome: 'done',
			warnings: [
				'survey-responses.csv:1:1: warning: the column P18 was left out: who wants to be rung is kept apart from what they answered',
				'survey-responses.csv:1:7: warning: the column shoe_size is not known; it was left out'
			]
		});
		expect(JSON.stringify(await responses(app))).not.toContain('960');
	});

	test('takes more sheets at once than stand in a statement, and knows them all again', async () => {
		const app = await open();
		const lines = Array.from(
			{ length: 5_000 },
			(_, at) =>
				`R${at},conference,${at % 3 ? 'review' : 'initial'},2026-0${1 + (at % 9)}-1${at % 10},yes,1,${1 + (at % 5)},${at % 11},Thank you.`
		);
		const sheets = files(HEADER, ...lines);

		const first = await importFolder(app, OPERATOR, sheets);
		const again = await importFolder(app, OPERATOR, sheets);

		expect(first.counts).toEqual([
			['survey-responses.csv', { added: 5_000, changed: 0, unchanged: 0 }]
		]);
		expect(again.counts).toEqual([
			['survey-responses.csv', { added: 0, changed: 0, unchanged: 5_000 }]
		]);
		expect(await responses(app)).toHaveLength(5_000);
	});
});
