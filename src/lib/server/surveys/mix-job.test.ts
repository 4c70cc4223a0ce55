import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import type { App } from '../app.ts';
import { addResponse } from './answers.ts';
import { createMixJob } from './mix-job.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const SENT = 40;

/**
 * What a database itself knows of when each row came: SQLite counts rows up, PostgreSQL notes the transaction that wrote
 * one. Where the rows lie tells nothing there, as they fill whatever place was free.
 */
const CAME = { sqlite: 'rowid', postgres: 'xmin::text::bigint' } as const;

async function sendOneByOne(app: App): Promise<void> {
	for (let index = 0; index < SENT; index += 1)
		await app.database.inTransaction((tx) =>
			addResponse(app, tx, {
				survey: 'parents-conference',
				conferenceKind: 'review',
				respondedOn: index < 10 ? '2026-10-01' : '2026-11-01',
				source: index % 2 ? 'link' : 'room',
				language: 'en',
				answers: { P1: { kind: 'yes_no', value: 'yes' } },
				sendKey: `sent-${index}`
			})
		);
}

onBothEngines('the order in which parents answered', (engine) => {
	test('is gone from the database by the next day, and no answer with it', async () => {
		const app = await engine.open({ now: () => NOW });
		const { surveyResponses } = app.database.read.tables;
		const rows = () => app.database.read.select().from(surveyResponses).orderBy(surveyResponses.id);
		/** Of every answer in the order of their random ids, the number that tells when it came. */
		const whenEachCame = async () => {
			const asked = app.database.read.select({ came: sql`${sql.raw(CAME[engine.name])}` });
			const found = await asked.from(surveyResponses).orderBy(surveyResponses.id);
			return found.map(({ came }) => Number(came));
		};
		await sendOneByOne(app);
		const [before, came] = [await rows(), await whenEachCame()];
		expect(new Set(came).size).toBe(SENT);
		expect(came).not.toEqual(came.toSorted((a, b) => a - b));

		await createMixJob(app).run();

		expect(await rows()).toEqual(before);
		const afterwards = await whenEachCame();
		expect(afterwards).toEqual(afterwards.toSorted((a, b) => a - b));
		if (engine.name === 'postgres') expect(new Set(afterwards).size).toBe(1);
	});
});
