import { desc, eq } from 'drizzle-orm';
import { isPlanned, isRunning } from '../../meetings/linking.ts';
import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { meetingsOf, type MeetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { dismissNotice, noticesOf } from '../notices/notices.ts';
import { factsFrom, youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { listOwn } from '../statements/own.ts';
import type { HomeView } from '../statements/views.ts';

export type Home = ReturnType<typeof createHome>;

export function createHome(core: Core) {
	return {
		/** A young person's own page: what is next, what they began, what they sent and what came of it. */
		see: (actor: Actor) => see(core, core.database.read, actor),
		/** Puts away something they were told. */
		async dismiss(actor: Actor, noticeId: string): Promise<void> {
			demandOwn('home.see', actor);
			await dismissNotice(core, actor, noticeId);
		}
	};
}

async function see(core: Core, queries: Queries, actor: Actor): Promise<HomeView> {
	demandOwn('home.see', actor);
	const { drafts } = queries.tables;
	const now = core.now();
	const { row, profile } = await youngPersonOf(core, queries, actor.id);
	const coming = (await meetingsOf(queries, actor.id))
		.filter((meeting) => isPlanned(meeting, now) || isRunning(meeting, now))
		.sort(byTime);
	const staff = await staffByIds(
		core,
		queries,
		coming.flatMap(({ chairId }) => chairId ?? [])
	);
	const meetings = coming.map((meeting) => meetingView(meeting, staff, now));
	return {
		knownAs: profile.knownAs,
		facts: factsFrom(row.unaccompanied, profile, now),
		next: meetings[0] ?? null,
		meetings,
		drafts: await queries
			.select({ formId: drafts.formId, updatedAt: drafts.updatedAt })
			.from(drafts)
			.where(eq(drafts.youngPersonId, actor.id))
			.orderBy(desc(drafts.updatedAt)),
		sent: await listOwn(core, queries, actor),
		notices: await noticesOf(core, queries, actor)
	};
}

const byTime = (a: MeetingRow, b: MeetingRow): number =>
	(a.scheduledAt ?? 0) - (b.scheduledAt ?? 0);
