import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../tests/support/engines.ts';
import { addStaff } from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import { keepOpening, keepReply } from './first-times.ts';

const MONDAY = Date.UTC(2026, 10, 16);
const HOUR = 3_600_000;

/** Somebody of three opens or answers one of four statements, in whatever order of time. */
const act = fc.record({
	what: fc.constantFrom('chair' as const, 'reader' as const, 'reply' as const),
	statement: fc.nat({ max: 3 }),
	who: fc.nat({ max: 2 }),
	hour: fc.nat({ max: 100 })
});

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** To a chair and to a worker, and of each one that the first of the staff is ticked on. */
const KINDS = [
	{ goesTo: 'chair', ticked: false },
	{ goesTo: 'chair', ticked: true },
	{ goesTo: 'worker', ticked: false },
	{ goesTo: 'worker', ticked: true }
] as const;

async function begin(engine: Engine) {
	const world = await eastbrook((options) => engine.open(options));
	const { app, amina, sam } = world;
	const { statementId } = await sendStatement(app, amina);
	const { statements } = app.database.read.tables;
	const [model] = await app.database.read.select().from(statements);
	if (!model) throw new Error('nothing was sent');
	const others = [await addStaff(app, { name: 'Liam' }), await addStaff(app, { name: 'Zoe' })];
	const staff = [sam.id, ...others.map(({ id }) => id)];
	return { ...world, statementId, model, staff };
}

async function keptOf(app: App, ids: readonly string[]) {
	const { statements } = app.database.read.tables;
	const { id, openedAt, repliedAt } = statements;
	const rows = await app.database.read.select({ id, openedAt, repliedAt }).from(statements);
	return ids.map((one) => {
		const row = rows.find((found) => found.id === one);
		return { openedAt: row?.openedAt, repliedAt: row?.repliedAt };
	});
}

const first = (times: readonly number[]): number | null =>
	times.length === 0 ? null : Math.min(...times);

onBothEngines('when a statement was first opened and answered', (engine) => {
	test('stands beside it as its openings and answers say, whoever came in whatever order', async () => {
		const { app, model, staff } = await begin(engine);
		const run = async (acts: readonly Act[]) => {
			const ids = KINDS.map(() => randomUUID());
			await app.database.inTransaction(async (tx) => {
				for (const [at, { goesTo, ticked }] of KINDS.entries()) {
					const id = ids[at] ?? '';
					await tx.insert(tx.tables.statements).values({ ...model, id, sendKey: id, goesTo });
					if (ticked)
						await tx
							.insert(tx.tables.statementAudience)
							.values({ statementId: id, staffId: staff[0] ?? '' });
				}
				for (const { what, statement, who, hour } of acts) {
					const of = {
						id: randomUUID(),
						statementId: ids[statement] ?? '',
						staffId: staff[who] ?? ''
					};
					const at = MONDAY + hour * HOUR;
					if (what === 'reply')
						await keepReply(tx, { ...of, sendKey: of.id, language: 'en', sentAt: at });
					else await keepOpening(tx, { ...of, openedAt: at, asChair: what === 'chair' ? 1 : 0 });
				}
			});
			const expected = KINDS.map(({ goesTo, ticked }, at) => {
				const own = acts.filter(({ statement }) => statement === at);
				const times = (which: (one: Act) => boolean) =>
					first(own.filter(which).map(({ hour }) => MONDAY + hour * HOUR));
				return {
					openedAt: times(
						({ what, who }) =>
							what === 'chair' ||
							(what === 'reader' && goesTo === 'worker' && !(ticked && who === 0))
					),
					repliedAt: times(({ what }) => what === 'reply')
				};
			});
			expect(await keptOf(app, ids)).toEqual(expected);
		};
		await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), run), {
			numRuns: 25
		});
	});

	test('is kept by opening and replying themselves, the first time and never again', async () => {
		const { app, clock, sam, statementId } = await begin(engine);
		const reply = () =>
			app.statements.reply(sam.actor, {
				...{ statementId, sendKey: randomUUID(), readyReply: 'thank_you' }
			});
		expect(await keptOf(app, [statementId])).toEqual([{ openedAt: null, repliedAt: null }]);

		const openedAt = app.now();
		await app.statements.open(sam.actor, statementId);
		clock.set('2026-11-23T09:00');
		await app.statements.open(sam.actor, statementId);
		const repliedAt = app.now();
		await reply();
		clock.set('2026-11-24T09:00');
		await reply();

		expect(await keptOf(app, [statementId])).toEqual([{ openedAt, repliedAt }]);
	});
});
