import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { and, eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addYoungPerson } from '../../../../tests/support/people.ts';
import type { App } from '../app.ts';
import type { Queries, Tx } from '../db/database.ts';

const MEETINGS = 3;
const PEOPLE = 2;
const STATEMENTS = 3;
const [meeting, person, statement] = [MEETINGS, PEOPLE, STATEMENTS].map((count) =>
	fc.nat({ max: count - 1 })
) as [fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<number>];
const yes = fc.boolean();

/** Whatever may become of the rows, in whatever order. */
const act = fc.oneof(
	fc.record({ what: fc.constant('hold' as const), meeting, yes }),
	fc.record({ what: fc.constant('cancel' as const), meeting, yes }),
	fc.record({ what: fc.constant('move' as const), meeting, day: fc.nat({ max: 30 }) }),
	fc.record({ what: fc.constant('become' as const), meeting, yes }),
	fc.record({ what: fc.constant('cover' as const), meeting, person, yes }),
	fc.record({ what: fc.constant('link' as const), meeting, statement }),
	fc.record({ what: fc.constant('end' as const), statement, yes }),
	fc.record({ what: fc.constant('unlink' as const), statement }),
	fc.record({ what: fc.constant('take_back' as const), statement, yes })
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

interface Rows {
	readonly meetings: readonly string[];
	readonly people: readonly string[];
	readonly statements: readonly string[];
}

onBothEngines('what figures count by', (engine) => {
	test('is beside meetings, entries and statements as the rows say, whatever becomes of them', async () => {
		const { app, amina } = await eastbrook((options) => engine.open(options));
		const { statementId } = await sendStatement(app, amina);
		const run = async (acts: readonly Act[]) => {
			const rows = await begin(app, statementId);
			await app.database.inTransaction(async (tx) => {
				for (const one of acts) await apply(tx, rows, one);
			});
			await expectKept(app.database.read, rows);
		};
		await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), run), {
			numRuns: engine.name === 'sqlite' ? 40 : 15
		});
	});
});

async function begin(app: App, modelId: string): Promise<Rows> {
	const people: string[] = [];
	for (let made = 0; made < PEOPLE; made += 1) people.push((await addYoungPerson(app)).id);
	const meetings: string[] = [];
	for (let made = 0; made < MEETINGS; made += 1)
		meetings.push(await addMeeting(app, { youngPersonIds: people.slice(made % PEOPLE) }));
	const ids = Array.from({ length: STATEMENTS }, () => randomUUID());
	await app.database.inTransaction(async (tx) => {
		const { statements } = tx.tables;
		const [model] = await tx.select().from(statements).where(eq(statements.id, modelId));
		if (!model) throw new Error('nothing was sent');
		await tx.insert(statements).values(
			ids.map((id, at) => ({
				...model,
				...{ id, sendKey: id, metAt: null },
				youngPersonId: people[at % PEOPLE] ?? ''
			}))
		);
	});
	return { meetings, people, statements: ids };
}

async function apply(tx: Tx, rows: Rows, one: Act): Promise<void> {
	const { meetings, meetingYoungPeople: entries, statements, statementLinks: links } = tx.tables;
	const meetingId = 'meeting' in one ? (rows.meetings[one.meeting] ?? '') : '';
	const statementId = 'statement' in one ? (rows.statements[one.statement] ?? '') : '';
	const ofMeeting = eq(meetings.id, meetingId);
	const change = (set: Partial<typeof meetings.$inferInsert>) =>
		tx.update(meetings).set(set).where(ofMeeting);
	switch (one.what) {
		case 'hold':
			await change({ heldOn: one.yes ? '2026-07-01' : null });
			return;
		case 'cancel':
			await change({ cancelledAt: one.yes ? 1 : null });
			return;
		case 'move':
			await change({ scheduledAt: one.day === 0 ? null : one.day });
			return;
		case 'become':
			await change({ kind: one.yes ? 'looked_after_review' : 'review_conference' });
			return;
		case 'cover': {
			const youngPersonId = rows.people[one.person] ?? '';
			if (one.yes)
				await tx.insert(entries).values({ meetingId, youngPersonId }).onConflictDoNothing();
			else
				await tx
					.delete(entries)
					.where(and(eq(entries.meetingId, meetingId), eq(entries.youngPersonId, youngPersonId)));
			return;
		}
		case 'link': {
			const open = (await tx.select().from(links).where(eq(links.statementId, statementId))).some(
				({ endedAt }) => endedAt === null
			);
			const ended = open ? { endedAt: 1, endReason: 'missed' } : {};
			await tx.insert(links).values({
				id: randomUUID(),
				statementId,
				meetingId,
				reason: 'sent',
				linkedAt: 0,
				...ended
			});
			return;
		}
		case 'end':
			await tx
				.update(links)
				.set({ endedAt: 2, endReason: one.yes ? 'missed' : 'cancelled' })
				.where(eq(links.statementId, statementId));
			return;
		case 'unlink':
			await tx.delete(links).where(eq(links.statementId, statementId));
			return;
		case 'take_back':
			await tx
				.update(statements)
				.set({ takenBackAt: one.yes ? 3 : null })
				.where(eq(statements.id, statementId));
	}
}

/** Says of every row anew what stands beside it. */
async function expectKept(queries: Queries, of: Rows): Promise<void> {
	const { meetings, meetingYoungPeople: entries, statements, statementLinks } = queries.tables;
	const there = await queries
		.select()
		.from(meetings)
		.where(inArray(meetings.id, [...of.meetings]));
	const sent = await queries
		.select()
		.from(statements)
		.where(inArray(statements.id, [...of.statements]));
	const links = (
		await queries
			.select()
			.from(statementLinks)
			.where(inArray(statementLinks.statementId, [...of.statements]))
	).map((link) => ({
		...link,
		statement: sent.find(({ id }) => id === link.statementId),
		meeting: there.find(({ id }) => id === link.meetingId)
	}));
	const came = links.filter(
		({ endedAt, endReason, statement: its }) =>
			endedAt === null || (endReason === 'missed' && its?.takenBackAt === null)
	);

	for (const row of there)
		expect(row.came).toBe(came.filter(({ meetingId }) => meetingId === row.id).length);

	const places = await queries
		.select()
		.from(entries)
		.where(inArray(entries.meetingId, [...of.meetings]));
	for (const { meetingId, youngPersonId, kind, countedOn, heard } of places) {
		const its = there.find(({ id }) => id === meetingId);
		const theirs = came.filter(
			(link) => link.meetingId === meetingId && link.statement?.youngPersonId === youngPersonId
		);
		expect({ kind, countedOn, heard }).toEqual({
			kind: its?.kind,
			countedOn: its?.cancelledAt === null ? its.heldOn : null,
			heard: theirs.length
		});
	}

	for (const row of sent) {
		const began = links
			.filter(
				({ statementId, meeting: its }) => statementId === row.id && its?.cancelledAt === null
			)
			.flatMap(({ endedAt, endReason, meeting: its }) =>
				its?.heldOn && its.scheduledAt !== null
					? [{ at: its.scheduledAt, missed: endReason === 'missed', current: endedAt === null }]
					: []
			);
		const first = (some: typeof began) =>
			some.length === 0 ? null : Math.min(...some.map(({ at }) => at));
		expect(row.metAt).toBe(
			first(began.filter(({ missed }) => missed)) ?? first(began.filter(({ current }) => current))
		);
	}
}
