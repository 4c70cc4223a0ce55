import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addResponse } from './answers.ts';
import { createMixJob } from './mix-job.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

onBothEngines('the order in which parents answered', (engine) => {
	test('is gone from the database by the next day, and no answer with it', async () => {
		const app = await engine.open({ now: () => NOW });
		const { surveyResponses } = app.database.read.tables;
		const asTheyLie = sql.raw(engine.name === 'sqlite' ? 'rowid' : 'ctid');
		const lying = async () => app.database.read.select().from(surveyResponses).orderBy(asTheyLie);
		const came: string[] = [];
		for (let index = 0; index < 40; index += 1) {
			const sendKey = `sent-${index}`;
			came.push(sendKey);
			await app.database.inTransaction((tx) =>
				addResponse(app, tx, {
					survey: 'parents-conference',
					conferenceKind: 'review',
					respondedOn: index < 10 ? '2026-10-01' : '2026-11-01',
					source: index % 2 ? 'link' : 'room',
					language: 'en',
					answers: { P1: { kind: 'yes_no', value: 'yes' } },
					sendKey
				})
			);
		}
		const before = await lying();
		expect(before.map(({ sendKey }) => sendKey)).toEqual(came);

		await createMixJob(app).run();

		const after = await lying();
		expect(after).toEqual(before.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
		expect(after.map(({ sendKey }) => sendKey)).not.toEqual(came);
	});
});
