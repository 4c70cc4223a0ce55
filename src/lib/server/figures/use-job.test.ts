import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { eastbrook, noticesTo } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import {
	addAccount,
	addStaff,
	addYoungPerson,
	type Person
} from '../../../../tests/support/people.ts';
import { addDays } from '../../meetings/working-days.ts';
import { wholeWeeks } from '../../figures/use.ts';
import { londonInstant } from '../../language/dates.ts';
import type { App } from '../app.ts';
import { createUseJob } from './use-job.ts';

/** So many statements in a week, without words. */
async function said(
	app: App,
	{ id }: Person<'young_person'>,
	monday: string,
	count: number,
	more: { careStatus?: string; goesTo?: string } = {}
): Promise<void> {
	const rows = Array.from({ length: count }, (_, index) => ({
		id: randomUUID(),
		youngPersonId: id,
		formId: 'good-news',
		formVersion: 1,
		sendKey: randomUUID(),
		meetingKinds: '',
		language: 'en',
		face: 'standard',
		title: '{}',
		wordingSealed: Buffer.alloc(1),
		careStatus: 'looked_after',
		state: 'delivered',
		sentAt: londonInstant(`${addDays(monday, index % 7)}T23:59`),
		...more
	}));
	if (rows.length > 0)
		await app.database.inTransaction((tx) => tx.insert(tx.tables.statements).values(rows));
}

onBothEngines('whether Sayso is still used', (engine) => {
	/** A Monday morning, a year in which both teams said something every week until four weeks ago. */
	const begin = async () => {
		const world = await eastbrook((options) => engine.open(options), '2026-11-23T08:00');
		const { app } = world;
		const north = await addYoungPerson(app, { team: 'North', language: 'en' });
		const south = await addYoungPerson(app, { team: 'South', language: 'en' });
		await addAccount(app, north);
		await addAccount(app, south);
		const mondays = wholeWeeks('2026-11-23', 20);
		for (const [at, monday] of mondays.entries()) {
			await said(app, north, monday, at < 16 ? 4 : 0);
			await said(app, south, monday, 9);
		}
		const fallsTold = async () =>
			(await noticesTo(app, world.manager.actor)).filter((kind) => kind.startsWith('use_'));
		return { ...world, north, south, mondays, fallsTold };
	};

	test('managers are told of a group once, however many jobs look at once, and nobody else', async () => {
		const { app, clock, sam, fallsTold } = await begin();
		const other = await addStaff(app, { name: 'Another Manager', roles: ['manager'] });
		const job = createUseJob(app);

		await Promise.all([job.run(), createUseJob(app).run(), job.run()]);
		expect(await fallsTold()).toEqual(['use_fallen']);
		expect(await noticesTo(app, other.actor)).toEqual(['use_fallen']);
		expect(await noticesTo(app, sam.actor)).toEqual([]);

		clock.set('2026-11-30T08:00');
		await job.run();
		expect(await fallsTold()).toEqual(['use_fallen']);
	});

	test('once it is used again the notice is put away, and a new fall is told anew', async () => {
		const { app, clock, north, south, fallsTold } = await begin();
		const job = createUseJob(app);
		await job.run();
		const week = async (monday: string, count: number) => {
			await said(app, north, monday, count);
			await said(app, south, monday, 9);
			clock.set(`${addDays(monday, 7)}T08:00`);
			await job.run();
		};
		const mondays = wholeWeeks('2027-04-26', 22);
		for (const monday of mondays.slice(0, 2)) await week(monday, 4);
		expect(await fallsTold()).toEqual(['use_fallen']);
		for (const monday of mondays.slice(2, 16)) await week(monday, 4);
		expect(await fallsTold()).toEqual([]);
		for (const monday of mondays.slice(16, 21)) await week(monday, 0);
		expect(await fallsTold()).toEqual(['use_fallen']);
		const { read } = app.database;
		const falls = await read.select().from(read.tables.useFalls);
		expect(falls.map(({ dimension, value }) => [dimension, value])).toEqual([
			['team', 'North'],
			['team', 'North']
		]);
		expect(falls.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
	});

	test('the page shows each week by group, what has fallen, and who uses their account', async () => {
		const { app, manager, mondays, north } = await begin();
		await said(app, north, mondays[2] ?? '', 3, { goesTo: 'handler' });

		const view = await app.statementFigures.use(manager.actor, { by: 'team' });

		expect(view.weeks).toHaveLength(53);
		expect(view.weeks.at(-1)).toBe('2026-11-16');
		expect(view.groups.map(({ value, use, weeks }) => [value, use.state, weeks.at(-20)])).toEqual([
			['South', 'used', 9],
			['North', 'fallen', 4]
		]);
		expect(view.all.weeks.slice(-20)).toEqual([...Array(16).fill(13), ...Array(4).fill(9)]);
		expect(view.falls).toEqual([
			{
				dimension: 'team',
				value: 'North',
				state: 'fallen',
				since: '2026-11-23',
				expected: 16,
				seen: 0
			}
		]);
		expect(view.accounts).toEqual({ open: 2, used: 2 });
		const other = await app.statementFigures.use(manager.actor, { by: 'something' });
		expect(other.dimension).toBe('care_status');
	});
});
