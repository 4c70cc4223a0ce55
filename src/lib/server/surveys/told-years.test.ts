import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { financialYear } from '../../figures/periods.ts';
import type { App } from '../app.ts';
import { OPERATOR } from '../access.ts';
import { addResponse } from './answers.ts';

let sent = 0;
const sheets = async (app: App, howMany: number, value: 'yes' | 'no', respondedOn = '2025-05-01') =>
	app.database.inTransaction(async (tx) => {
		for (let count = 0; count < howMany; count += 1)
			await addResponse(app, tx, {
				...{ survey: 'parents-conference', conferenceKind: 'review', respondedOn },
				...{ source: 'paper', language: 'en', sendKey: `told-${(sent += 1)}` },
				answers: { P2: { kind: 'yes_no', value } }
			});
	});

onBothEngines('a year of what parents said that is over', (engine) => {
	const begin = () => eastbrook((options) => engine.open(options));

	test('is told once: a sheet typed in late shows on no page, and in the operator’s own report', async () => {
		const { app, manager } = await begin();
		const see = async () => (await app.surveys.see(manager.actor, { year: '2025' })).told;
		const report = async () =>
			(await app.report.json(manager.actor, financialYear(2025))).parentSurvey;
		const overview = async () => (await app.overview.see(manager.actor)).parents;
		await sheets(app, 7, 'yes');
		await sheets(app, 6, 'no');
		const before = { see: await see(), report: await report(), overview: await overview() };

		await sheets(app, 1, 'no');

		expect(before.see.questions['P2']).toMatchObject({ counts: { yes: 7, no: 6 } });
		expect(before.report).toEqual(before.see);
		expect({ see: await see(), report: await report(), overview: await overview() }).toEqual(
			before
		);
		const all = await app.report.annual(OPERATOR, financialYear(2025));
		expect(all.parentSurvey).toMatchObject({ responses: 14 });
	});

	test('is told with whichever page is looked at first', async () => {
		const { app, manager } = await begin();
		await sheets(app, 9, 'yes');
		const { parentSurvey } = await app.report.json(manager.actor, financialYear(2025));
		await sheets(app, 3, 'no');

		expect((await app.surveys.see(manager.actor, { year: '2025' })).told).toEqual(parentSurvey);
		expect(parentSurvey.responses).toBe(9);
	});

	test('may still grow while too few answered for anything to be told', async () => {
		const { app, manager } = await begin();
		const see = async () => (await app.surveys.see(manager.actor, { year: '2025' })).told;

		expect((await see()).responses).toBe(0);
		await sheets(app, 4, 'yes');
		expect((await see()).responses).toBeNull();
		await sheets(app, 2, 'yes');
		expect((await see()).responses).toBe(6);
		await sheets(app, 2, 'yes');
		expect((await see()).responses).toBe(6);
	});
});
