import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { eastbrook } from '../../../../../tests/support/eastbrook.ts';
import { onBothEngines, type Engine } from '../../../../../tests/support/engines.ts';
import { addMeeting, addStaff, addYoungPerson } from '../../../../../tests/support/people.ts';
import {
	GROUPS,
	type Group,
	type ListFilters,
	type ParticipationRow
} from '../../../figures/meeting-figures.ts';
import type { MeetingKind } from '../../../meetings/kinds.ts';
import { PARTICIPATION_CODES } from '../../../meetings/participation.ts';
import { addDays } from '../../../meetings/working-days.ts';
import { createRandom } from '../../seed/random.ts';

const PERIOD = { from: '2026-02-10', to: '2026-11-19' };
const KINDS: readonly MeetingKind[] = [
	'looked_after_review',
	'looked_after_review',
	'initial_conference',
	'review_conference',
	'pathway_review'
];

/** Two dozen young people of all sorts, and three hundred meetings about them. */
async function council(engine: Engine) {
	const world = await eastbrook((options) => engine.open(options));
	const { app, sam, manager } = world;
	const helen = await addStaff(app, { name: 'Helen Marsh' });
	const random = createRandom(7);
	const people: string[] = [];
	for (let count = 0; count < 24; count += 1) {
		const { id } = await addYoungPerson(app, {
			dateOfBirth: `${random.between(2007, 2024)}-03-05`,
			sex: random.pick(['female', 'male', null]),
			ethnicity: random.pick(['Black African', 'White British; other', null]),
			disabled: random.pick(['yes', 'no', null]),
			unaccompanied: random.pick(['yes', 'no', null]),
			team: random.pick(['East', 'West', null]),
			officerId: random.pick([sam.id, helen.id, null])
		});
		people.push(id);
	}
	const after = (day: string, most: number) =>
		random.chance(0.2) ? null : addDays(day, random.between(0, most));
	for (let count = 0; count < 300; count += 1) {
		const kind = random.pick(KINDS);
		const heldOn = addDays('2026-01-20', random.between(0, 304));
		const first = random.pick(people);
		const second = random.pick(people.filter((id) => id !== first));
		const meetingId = await addMeeting(app, {
			kind,
			youngPersonIds: kind.endsWith('conference') ? [first, second] : [first],
			heldOn,
			dueBy: random.chance(0.1) ? null : addDays(heldOn, random.between(-3, 6)),
			cancelledAt: random.chance(0.05) ? app.now() : null,
			chairId: random.pick([sam.id, helen.id])
		});
		await app.database.inTransaction(async (tx) => {
			const { meetings, meetingYoungPeople } = tx.tables;
			await tx
				.update(meetings)
				.set({ decisionsSentOn: after(heldOn, 12), recordSentOn: after(heldOn, 40) })
				.where(eq(meetings.id, meetingId));
			for (const id of [first, second])
				await tx
					.update(meetingYoungPeople)
					.set({ participationCode: random.pick([...PARTICIPATION_CODES, null]) })
					.where(
						and(
							eq(meetingYoungPeople.meetingId, meetingId),
							eq(meetingYoungPeople.youngPersonId, id)
						)
					);
		});
	}
	return { ...world, manager };
}

onBothEngines('figures of meetings', (engine) => {
	describe('and the lists behind them', () => {
		let world: Awaited<ReturnType<typeof council>>;
		beforeAll(async () => {
			world = await council(engine);
		}, 120_000);

		const totalOf = async (filters: ListFilters) =>
			(await world.app.meetingFigures.list(world.manager.actor, PERIOD, filters)).total;

		test('are as long as the reviews and conferences say, month by month', async () => {
			const { app, manager } = world;
			const reviews = await app.meetingFigures.reviews(manager.actor, PERIOD);
			const conferences = await app.meetingFigures.conferences(manager.actor, PERIOD);
			for (const [kind, span] of [
				['looked_after_review', reviews],
				['initial_conference', conferences.initial],
				['review_conference', conferences.review]
			] as const) {
				expect(span.total.held).toBeGreaterThan(20);
				for (const row of [...span.months.slice(0, 3), ...span.quarters.slice(1)]) {
					const month = 'months' in row ? row.months.join(';') : row.month;
					const only = { kind, month };
					expect(await totalOf(only)).toBe(row.held);
					expect(await totalOf({ ...only, in_time: 'yes' })).toBe(row.inTime);
					expect(await totalOf({ ...only, in_time: 'unknown' })).toBe(row.withoutDueDate);
				}
			}
			const only = { kind: 'looked_after_review' };
			for (const what of ['decisions', 'records'] as const) {
				const { due, inTime } = reviews.total[what];
				expect(inTime).toBeLessThan(due);
				expect(await totalOf({ ...only, [what]: 'in_time' })).toBe(inTime);
				expect(await totalOf({ ...only, [what]: 'late' })).toBe(due - inTime);
			}
		});

		test('are as long as participation says, of every group', async () => {
			const { app, manager } = world;
			const view = await app.meetingFigures.participation(manager.actor, PERIOD);
			const rows: (readonly [ListFilters, ParticipationRow])[] = [
				[{}, view.total],
				...view.months.map((row) => [{ month: row.month }, row] as const),
				...GROUPS.flatMap((group: Group) =>
					view.groups[group].map((row) => [{ [group]: row.value }, row] as const)
				)
			];
			for (const group of GROUPS)
				expect(view.groups[group].reduce((sum, row) => sum + row.entries, 0)).toBe(
					view.total.entries
				);
			await fc.assert(
				fc.asyncProperty(fc.constantFrom(...rows), async ([narrowed, row]) => {
					const only = { kind: 'looked_after_review', per: 'child', ...narrowed };
					expect(await totalOf(only)).toBe(row.entries);
					expect(await totalOf({ ...only, code: 'PN3;PN6' })).toBe(row.codes.PN3 + row.codes.PN6);
					expect(await totalOf({ ...only, participated: 'yes' })).toBe(row.participated);
					expect(await totalOf({ ...only, participated: 'not_recorded' })).toBe(row.notRecorded);
					expect(await totalOf({ ...only, participated: 'yes;no;not_recorded;wrong_code' })).toBe(
						row.reviewsOfChildrenAged4AndOver
					);
					expect(await totalOf({ ...only, attended: 'yes' })).toBe(row.attended);
				}),
				{ numRuns: engine.name === 'sqlite' ? rows.length : 8 }
			);
		});

		test('have what was counted in them, fifty to a page, and nobody twice', async () => {
			const { app, manager } = world;
			const filters = { kind: 'looked_after_review;nonsense', decisions: 'late', colour: 'red' };
			const list = (page: number) => app.meetingFigures.list(manager.actor, PERIOD, filters, page);
			const first = await list(1);
			expect(first).toMatchObject({
				per: 'meeting',
				filters: { kind: 'looked_after_review', decisions: 'late' }
			});
			const rows = first.rows.concat(...(first.pages > 1 ? [(await list(2)).rows] : []));
			expect(new Set(rows.map(({ meetingId }) => meetingId)).size).toBe(rows.length);
			expect(rows.every(({ decisions }) => decisions.state === 'late')).toBe(true);
			expect(rows.map(({ heldOn }) => heldOn)).toEqual(
				rows
					.map(({ heldOn }) => heldOn)
					.toSorted()
					.toReversed()
			);
			expect(rows[0]?.youngPeople).toHaveLength(1);
			expect(rows[0]?.youngPeople[0]?.name).toBe('Amina Osman');
		});

		test('leave who asked for what, and no more than codes of it', async () => {
			const { app, manager } = world;
			await app.meetingFigures.list(manager.actor, PERIOD, {
				ethnicity: 'Black African',
				code: 'none'
			});
			const { auditEntries } = app.database.read.tables;
			const rows = await app.database.read
				.select()
				.from(auditEntries)
				.where(eq(auditEntries.action, 'figures.listed'));
			expect(JSON.parse(rows.at(-1)?.detail ?? '')).toMatchObject({
				list: 'meetings',
				ethnicity: 'set',
				code: 'none'
			});
		});
	});

	test('count a conference once however many it is about, and nobody’s cancelled one', async () => {
		const { app, sam, manager, amina } = await eastbrook((options) => engine.open(options));
		const brother = await addYoungPerson(app, { officerId: sam.id });
		const both = { kind: 'initial_conference' as const, youngPersonIds: [amina.id, brother.id] };
		await addMeeting(app, { ...both, heldOn: '2026-11-02', dueBy: '2026-11-02' });
		await addMeeting(app, { ...both, heldOn: '2026-11-02', cancelledAt: 1 });
		await addMeeting(app, { ...both, heldOn: '2025-11-03', dueBy: '2025-11-02' });

		const { initial } = await app.meetingFigures.conferences(manager.actor, {});

		expect(initial.total).toEqual({
			held: 1,
			inTime: 1,
			inTimePercent: 100,
			withoutDueDate: 0
		});
		expect(initial.before.total).toMatchObject({ held: 1, inTime: 0 });
	});

	test('tell each officer’s caseload beside the handbook’s', async () => {
		const { app, sam, manager, amina, review } = await eastbrook((options) => engine.open(options));
		const nobodys = await addYoungPerson(app, { officerId: null });
		const left = await addStaff(app, { name: 'Gone', active: false });
		await addYoungPerson(app, { officerId: left.id });
		const inCare = (youngPersonId: string, status: string, endedOn: string | null = null) => ({
			id: randomUUID(),
			youngPersonId,
			status,
			startedOn: '2026-01-01',
			endedOn
		});
		await app.database.inTransaction((tx) =>
			tx
				.insert(tx.tables.carePeriods)
				.values([
					inCare(amina.id, 'looked_after'),
					inCare(amina.id, 'child_protection'),
					inCare(nobodys.id, 'looked_after', '2026-11-21')
				])
		);
		await review('2026-11-27T10:00');
		await review('2027-06-01T10:00');

		const { officers, total } = await app.meetingFigures.caseload(manager.actor);

		expect(officers).toEqual([
			expect.objectContaining({ name: 'Gone', gone: true, youngPeople: 1 }),
			{
				officerId: sam.id,
				name: 'Sam Okoro',
				gone: false,
				youngPeople: 1,
				lookedAfter: 1,
				onPlan: 1,
				careLeavers: 0,
				meetingsNear: 1,
				load: 'below'
			},
			expect.objectContaining({ officerId: null, youngPeople: 1, lookedAfter: 0 })
		]);
		expect(total).toMatchObject({ youngPeople: 3, lookedAfter: 1, meetingsNear: 1 });
	});

	test.each([
		{ from: '2026-11-21', to: '2026-11-20' },
		{ from: '1066-10-14', to: '2026-11-20' },
		{ from: 'yesterday', to: '2026-11-20' }
	])('refuse the period %o', async (period) => {
		const { app, manager } = await eastbrook((options) => engine.open(options));

		await expect(app.meetingFigures.reviews(manager.actor, period)).rejects.toMatchObject({
			code: 'period_wrong'
		});
	});
});
