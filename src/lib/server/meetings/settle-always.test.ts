import fc from 'fast-check';
import { eq, isNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sendStatement } from '../../../../tests/support/drafts.ts';
import { eastbrook, settle } from '../../../../tests/support/eastbrook.ts';
import { onBothEngines } from '../../../../tests/support/engines.ts';
import { addMeeting, addYoungPerson } from '../../../../tests/support/people.ts';
import { londonDate } from '../../language/dates.ts';
import { isPlanned } from '../../meetings/linking.ts';
import { OPERATOR } from '../access.ts';
import type { App } from '../app.ts';
import type { MeetingChange } from './change.ts';
import { meetingsOf } from './meeting-rows.ts';

const DAY_MS = 86_400_000;

/** Something that happens: to one of four meetings, or a statement is sent or opened. */
type Event =
	| { readonly what: 'make' | 'send' | 'open' }
	| { readonly what: 'move' | 'cancel' | 'hold'; readonly which: number; readonly days: number };

const event: fc.Arbitrary<Event> = fc.oneof(
	fc.record({ what: fc.constantFrom('make' as const, 'send' as const, 'open' as const) }),
	fc.record({
		what: fc.constantFrom('move' as const, 'cancel' as const, 'hold' as const),
		which: fc.nat({ max: 3 }),
		days: fc.integer({ min: -5, max: 60 })
	})
);

onBothEngines('whatever happens to meetings', (engine) => {
	test('a statement has one meeting that may have it, or waits while there is none', async () => {
		const { app, sam } = await eastbrook((options) => engine.open(options));
		const run = async (events: readonly Event[]) => {
			const child = await addYoungPerson(app, { officerId: sam.id });
			const made: string[] = [];
			for (const one of events) {
				if ('which' in one) {
					const id = made[one.which];
					if (id) await app.meetings.change(OPERATOR, id, changeOf(app, one));
				} else if (one.what === 'make') {
					const id = await addMeeting(app, {
						youngPersonIds: [child.id],
						scheduledAt: app.now() + 20 * DAY_MS,
						chairId: sam.id
					});
					made.push(id);
					await settle(app, id);
				} else if (one.what === 'send') await sendStatement(app, child);
				else {
					const [latest] = await app.statements.listOwn(child.actor);
					if (latest && latest.state !== 'closed') await app.statements.open(sam.actor, latest.id);
				}
				await expectSettled(app, child.id);
			}
		};
		await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 12 }), run), {
			// A round trip to PostgreSQL costs; the rule is the same.
			numRuns: engine.name === 'sqlite' ? 20 : 4
		});
	});
});

function changeOf(app: App, { what, days }: Extract<Event, { which: number }>): MeetingChange {
	const at = app.now() + days * DAY_MS;
	if (what === 'move') return { kind: 'move', scheduledAt: days < -3 ? null : at };
	if (what === 'cancel') return { kind: 'cancel' };
	return { kind: 'hold', heldOn: days < 0 ? null : londonDate(at) };
}

async function expectSettled(app: App, youngPersonId: string): Promise<void> {
	const { read } = app.database;
	const { statements, statementLinks } = read.tables;
	const links = await read.select().from(statementLinks).where(isNull(statementLinks.endedAt));
	const meetings = await meetingsOf(read, youngPersonId);
	const planned = meetings.some((meeting) => isPlanned(meeting, app.now()));
	const own = await read
		.select()
		.from(statements)
		.where(eq(statements.youngPersonId, youngPersonId));
	for (const statement of own) {
		const current = links.filter(({ statementId }) => statementId === statement.id);
		const meeting = meetings.find(({ id }) => id === current[0]?.meetingId);
		expect(current.length).toBe(statement.state === 'waiting' ? 0 : 1);
		if (statement.state === 'waiting') expect(planned).toBe(false);
		if (statement.state === 'closed') expect(meeting?.heldOn).not.toBeNull();
		if (statement.state === 'linked')
			expect(meeting).toMatchObject({ heldOn: null, cancelledAt: null });
	}
}
