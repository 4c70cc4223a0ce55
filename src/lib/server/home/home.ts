import { desc, eq } from 'drizzle-orm';
import { FACES, type Face } from '../../forms/definition.ts';
import { londonDate } from '../../language/dates.ts';
import { isPlanned, isRunning } from '../../meetings/linking.ts';
import { demandOwn, type Actor, type YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { meetingsOf, type MeetingRow } from '../meetings/meeting-rows.ts';
import { meetingView } from '../meetings/meeting-views.ts';
import { dismissNotice, noticesOf } from '../notices/notices.ts';
import { factsFrom, youngPersonOf } from '../people/facts.ts';
import { staffByIds } from '../people/staff-names.ts';
import { ownPromises } from '../promises/own.ts';
import { listOwn as ownRequests } from '../requests/read.ts';
import { listOwn } from '../statements/own.ts';
import type { BegunView, HomeView, LastHeld } from './views.ts';

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
	const now = core.now();
	const { row, profile } = await youngPersonOf(core, queries, actor.id);
	const own = await meetingsOf(queries, actor.id);
	const coming = own
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
		face: await faceOf(queries, actor),
		facts: await factsFrom(core, queries, row, profile),
		next: meetings[0] ?? null,
		meetings,
		lastHeld: lastHeld(own, londonDate(now)),
		drafts: await begun(core, queries, actor.id),
		sent: await listOwn(core, queries, actor),
		requests: (await ownRequests(core, queries, actor)).filter(({ state }) => state !== 'closed'),
		notices: await noticesOf(core, queries, actor),
		promises: await ownPromises(core, queries, actor.id)
	};
}

const byTime = (a: MeetingRow, b: MeetingRow): number =>
	(a.scheduledAt ?? 0) - (b.scheduledAt ?? 0);

function lastHeld(meetings: readonly MeetingRow[], today: string): LastHeld | null {
	const held = meetings
		.flatMap(({ id, kind, heldOn }) =>
			heldOn !== null && heldOn <= today ? { id, kind, heldOn } : []
		)
		.sort((a, b) => a.heldOn.localeCompare(b.heldOn));
	return held.at(-1) ?? null;
}

/** The face they chose for everything; else that of the form they went through last. */
async function faceOf(queries: Queries, actor: YoungPersonActor): Promise<Face | null> {
	const { accounts, drafts, statements } = queries.tables;
	const [account] = await queries
		.select({ face: accounts.face })
		.from(accounts)
		.where(eq(accounts.id, actor.accountId));
	if (account?.face) return known(account.face);
	const [begun] = await queries
		.select({ face: drafts.face, at: drafts.updatedAt })
		.from(drafts)
		.where(eq(drafts.youngPersonId, actor.id))
		.orderBy(desc(drafts.updatedAt))
		.limit(1);
	const [sent] = await queries
		.select({ face: statements.face, at: statements.sentAt })
		.from(statements)
		.where(eq(statements.youngPersonId, actor.id))
		.orderBy(desc(statements.sentAt))
		.limit(1);
	const last = (begun?.at ?? 0) > (sent?.at ?? 0) ? begun : sent;
	return known(last?.face);
}

const known = (face: string | undefined): Face | null => FACES.find((one) => one === face) ?? null;

/** Every form they began, the last one first; those begun with a helper by the helper's name. */
async function begun(core: Core, queries: Queries, youngPersonId: string): Promise<BegunView[]> {
	const { drafts, togethers } = queries.tables;
	const rows = await queries
		.select({
			formId: drafts.formId,
			updatedAt: drafts.updatedAt,
			togetherId: drafts.togetherId,
			staffId: togethers.staffId
		})
		.from(drafts)
		.leftJoin(togethers, eq(togethers.id, drafts.togetherId))
		.where(eq(drafts.youngPersonId, youngPersonId))
		.orderBy(desc(drafts.updatedAt));
	const staff = await staffByIds(
		core,
		queries,
		rows.flatMap(({ staffId }) => staffId ?? [])
	);
	return rows.map(({ formId, updatedAt, togetherId, staffId }) => ({
		formId,
		updatedAt,
		helped: togetherId === '' ? null : { togetherId, by: staff.get(staffId ?? '')?.name ?? null }
	}));
}
