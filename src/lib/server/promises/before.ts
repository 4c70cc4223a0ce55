import { and, eq, isNotNull } from 'drizzle-orm';
import { londonDate } from '../../language/dates.ts';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';
import { decisionsWhere } from '../deciding/decisions.ts';
import type { Kept } from '../deciding/views.ts';
import { isPromise } from '../letters/told-decisions.ts';
import { saidOfPromises, type Said } from './said.ts';

/** What was promised at an earlier meeting, for who prepares the next. */
export interface PromiseBefore {
	readonly id: string;
	readonly words: string;
	/** Of the words. */
	readonly language: string;
	/** Where they are the young person's own, and not for everybody in the room. */
	readonly kept: Kept | null;
	readonly owner: string;
	/** `YYYY-MM-DD` */
	readonly dueOn: string;
	readonly done: 'done' | 'not_done' | null;
	/** What the young person says of it; null too where they said it to their chair alone. */
	readonly said: Said | null;
}

/**
 * What was promised to a young person at the meetings held before this one: whatever is open, and all of the last that
 * promised anything; open first, and of that the oldest. Who may see it, whoever asks has decided.
 * @param meetingId null: before whatever comes next
 */
export async function promisesBefore(
	core: Core,
	queries: Queries,
	youngPersonId: string,
	meetingId: string | null
): Promise<PromiseBefore[]> {
	const { decisions, meetings, meetingYoungPeople } = queries.tables;
	const held = await queries
		.select({ id: meetings.id, heldOn: meetings.heldOn, scheduledAt: meetings.scheduledAt })
		.from(meetingYoungPeople)
		.innerJoin(meetings, eq(meetings.id, meetingYoungPeople.meetingId))
		.where(eq(meetingYoungPeople.youngPersonId, youngPersonId));
	const on = new Map(held.flatMap(({ id, heldOn }) => (heldOn === null ? [] : [[id, heldOn]])));
	const itself = held.find(({ id }) => id === meetingId);
	const before =
		itself?.heldOn ??
		(itself && itself.scheduledAt !== null ? londonDate(itself.scheduledAt) : '9999-12-31');
	const found = await decisionsWhere(
		core,
		queries,
		and(eq(decisions.youngPersonId, youngPersonId), isNotNull(decisions.dueOn))
	);
	const promised = found.filter((decision) => {
		const heldOn = on.get(decision.meetingId);
		const earlier = heldOn !== undefined && heldOn <= before && decision.meetingId !== meetingId;
		return earlier && isPromise(decision);
	});
	const last = promised
		.map((one) => on.get(one.meetingId) ?? '')
		.sort()
		.at(-1);
	const said = await saidOfPromises(core, queries, [youngPersonId]);
	return promised
		.filter(({ done, meetingId: of }) => done === null || on.get(of) === last)
		.map(({ id, decided, point, kept, owner, dueOn, done }) => {
			const { words, language } = decided ?? point;
			const theirs = said.get(id);
			return {
				...{ id, words, language, done },
				kept: decided ? null : kept,
				owner: owner?.name ?? '',
				dueOn: dueOn ?? '',
				said: theirs && !theirs.forChair ? theirs.said : null
			};
		})
		.toSorted(
			(a, b) => Number(a.done !== null) - Number(b.done !== null) || a.dueOn.localeCompare(b.dueOn)
		);
}
