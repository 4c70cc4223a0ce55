import { expect, test } from 'vitest';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { linesInPdf } from '../../../../tests/support/pdf-text.ts';
import { addMeeting } from '../../../../tests/support/people.ts';
import { financialYear } from '../../figures/periods.ts';
import { OPERATOR } from '../access.ts';

const YEAR = financialYear(2025);
const part = (words: string, version: number) => ({ part: 'participation', words, version });

onBothEngines('the annual report', (engine) => {
	async function begin() {
		const world = await eastbrook(engine.open);
		const { app, amina, sam } = world;
		const manager = world.manager.actor;
		for (const [heldOn, dueBy] of [
			['2025-04-30', '2025-05-01'],
			['2025-10-30', '2025-10-29']
		] as const)
			await addMeeting(app, {
				youngPersonIds: [amina.id],
				scheduledAt: null,
				heldOn,
				dueBy,
				chairId: sam.id
			});
		return { ...world, manager };
	}

	test('says the same on the page, as JSON, as CSV, as HTML and on paper', async () => {
		const { app, manager } = await begin();

		const { report, tables } = await app.report.view(manager, YEAR);
		const csv = await app.report.csv(manager, YEAR, 'reviews');
		const lines = await linesInPdf(
			await app.documents.print(await app.report.document(manager, YEAR, 'en'))
		);
		const html = await app.report.operatorHtml(OPERATOR, YEAR);
		const all = await app.report.annual(OPERATOR, YEAR);

		expect(report.reviews.total).toEqual({ held: 2, inTime: 1, inTimePercent: 50 });
		expect(await app.report.json(manager, YEAR)).toEqual(report);
		expect(all.reviews).toEqual(report.reviews);
		expect(tables.find(({ id }) => id === 'reviews')?.rows.at(-1)?.values).toEqual([
			2,
			1,
			50,
			0,
			null
		]);
		expect(csv.split('\r\n')[0]).toBe(
			'row,what,held,in_time,share_percent,held_year_before,share_percent_year_before'
		);
		expect(csv).toContain('total,total,2,1,50,0,\r\n');
		expect(lines).toContain('April 2025 1 1 100.0% 0 –');
		expect(lines).toContain('All 2 1 50.0% 0 –');
		expect(html).toContain('<th lang="en" scope="row">April 2025</th>');
		expect(html).toContain('<td lang="en">50.0%</td>');
	});

	test('keeps what a manager writes beside the figures, sealed and once', async () => {
		const { app, manager } = await begin();
		await app.report.write(manager, YEAR, part('Fewer took part\nin August.', 0));
		await app.report.write(manager, YEAR, part('Fewer took part\nin August.', 0));

		const { texts } = await app.report.view(manager, YEAR);
		const { read } = app.database;
		const [row] = await read.select().from(read.tables.reportTexts);

		expect(texts.find((text) => text.part === 'participation')).toMatchObject({
			words: 'Fewer took part\nin August.',
			version: 1,
			changed: { by: 'Mo Blake' }
		});
		expect(row?.wordsSealed.includes('August')).toBe(false);
		expect((await app.report.view(manager, financialYear(2024))).texts[2]?.words).toBe('');
	});

	test('lets nobody write over what another manager wrote meanwhile', async () => {
		const { app, manager } = await begin();
		await app.report.write(manager, YEAR, part('Mine', 0));

		await expect(app.report.write(manager, YEAR, part('Theirs', 0))).rejects.toMatchObject({
			code: 'report_changed'
		});
		await expect(
			app.report.write(manager, YEAR, part('a'.repeat(12_001), 1))
		).rejects.toMatchObject({ code: 'answer_too_long' });
		await expect(
			app.report.write(manager, YEAR, { part: 'nothing', words: '', version: 0 })
		).rejects.toMatchObject({ code: 'form_unreadable' });
		expect((await app.report.text(manager, YEAR, 'participation')).words).toBe('Mine');
	});

	test.each([
		{ from: '2026-04-01', to: '2025-04-01' },
		{ from: 'yesterday', to: '2025-04-01' },
		{ from: '1800-01-01', to: '2025-04-01' }
	])('refuses a time that is none: $from to $to', async (period) => {
		const { app, manager } = await begin();

		await expect(app.report.view(manager, period)).rejects.toMatchObject({ code: 'period_wrong' });
	});

	test('tells managers nothing of parents and requests where periods could be taken from each other', async () => {
		const { app, manager } = await begin();

		const { report, whole } = await app.report.view(manager, {
			from: '2025-04-01',
			to: '2026-03-30'
		});

		expect(whole).toBe(false);
		expect(report.parentSurvey).toMatchObject({ responses: null, questions: {} });
		expect(report.requests).toEqual({ byKind: {}, inTimePercent: null });
	});
});
