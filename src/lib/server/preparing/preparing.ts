import { demandOfStaff, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { askAgain, type Place } from './asking.ts';
import { beforeMeeting } from './before.ts';
import { brief } from './brief.ts';
import { briefDocument } from './brief-document.ts';
import { notHeard } from './not-heard.ts';
import { ownPlan, planToWrite, writePlan } from './participation-plans.ts';
import { findPlace } from './place.ts';
import { recordSeenAlone } from './seen-alone.ts';
import type { Preparing as Given } from './views.ts';

export type Preparing = ReturnType<typeof createPreparing>;

/** On the way to a meeting: who is asked to take part, how they do, and what is said for them. */
export function createPreparing(core: Core, given: Given) {
	const { read } = core.database;
	return {
		/** Where each young person of a meeting is on the way to it, for its chair. */
		before: (actor: Actor, meetingId: string) => beforeMeeting(core, read, given, actor, meetingId),
		/** Everybody of whom nothing was heard for a near meeting of the actor's. */
		notHeard: (actor: Actor, input: { readonly page?: number } = {}) =>
			notHeard(core, read, given, actor, input),
		/** Asks somebody to take part once more: once on a London day. */
		askAgain: (actor: Actor, asked: Place): Promise<void> =>
			core.database.inTransaction(async (tx) => {
				const { found, place } = await findPlace(core, tx, actor, asked);
				demandOfStaff('young_person.ask_again', actor, found.standings);
				await askAgain(core, tx, actor, place);
			}),
		recordSeenAlone: (actor: Actor, input: Parameters<typeof recordSeenAlone>[2]) =>
			recordSeenAlone(core, actor, input),
		planToWrite: (actor: Actor, youngPersonId: string) =>
			planToWrite(core, given, actor, youngPersonId),
		writePlan: (actor: Actor, input: Parameters<typeof writePlan>[2]) =>
			writePlan(core, actor, input),
		/** A young person's own participation plan. */
		ownPlan: (actor: Actor) => ownPlan(core, actor),
		/** All a young person said for a meeting, for its chair alone. Opened with it, each statement shows that. */
		brief: (actor: Actor, asked: Place) => brief(core, actor, asked),
		/** The same on paper. */
		briefDocument: (actor: Actor, asked: Place, language: string) =>
			briefDocument(core, given, actor, asked, language)
	};
}
