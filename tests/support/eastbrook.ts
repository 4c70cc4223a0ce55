import { expect } from 'vitest';
import { londonInstant as at } from '../../src/lib/language/dates.ts';
import type { Actor } from '../../src/lib/server/access.ts';
import type { App } from '../../src/lib/server/app.ts';
import { clockAt } from './clock.ts';
import { addMeeting, addStaff, addYoungPerson } from './people.ts';

/** Amina, her officer Sam, and a manager; it is the morning of 21 November 2026. */
export async function eastbrook(
	open: (options: { now: () => number }) => Promise<App>,
	local = '2026-11-21T09:00'
) {
	const clock = clockAt(local);
	const app = await open({ now: clock.now });
	const sam = await addStaff(app, { name: 'Sam Okoro' });
	const manager = await addStaff(app, { name: 'Mo Blake', roles: ['manager'] });
	const amina = await addYoungPerson(app, { officerId: sam.id });
	const review = (local_: string | null, more: { chairId?: string } = {}) =>
		addMeeting(app, {
			youngPersonIds: [amina.id],
			scheduledAt: local_ === null ? null : at(local_),
			chairId: sam.id,
			...more
		});
	const conference = (local_: string, youngPersonIds = [amina.id]) =>
		addMeeting(app, {
			kind: 'review_conference',
			youngPersonIds,
			scheduledAt: at(local_),
			chairId: sam.id
		});
	return { app, clock, sam, manager, amina, review, conference };
}

/** Meetings made behind the services' back, as an import makes them. */
export const settle = (app: App, meetingId: string) =>
	app.database.inTransaction((tx) => app.meetings.settle(tx, { meetingIds: [meetingId] }));

export const noticesTo = async (app: App, actor: Actor & { kind: 'young_person' | 'staff' }) =>
	(actor.kind === 'staff' ? await app.desk.notices(actor) : (await app.home.see(actor)).notices)
		.map(({ kind }) => kind)
		.toSorted();

export async function onlyOne(app: App, actor: Actor) {
	const [sent, ...others] = await app.statements.listOwn(actor);
	expect(others).toEqual([]);
	if (!sent) throw new Error('nothing was sent');
	return { ...sent, steps: sent.trail.map(({ kind }) => kind) };
}
