import type { Actor } from '../access.ts';
import { OPERATOR } from '../access.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { changeMeeting, type MeetingChange } from './change.ts';
import {
	cancelMeeting,
	editMeeting,
	holdMeeting,
	undoHold,
	type MeetingToChange
} from './desk-changes.ts';
import { makeMeeting, type NewMeeting } from './make.ts';
import { settle } from './settle.ts';
import type { Scope } from './statements-at-stake.ts';

export type Meetings = ReturnType<typeof createMeetings>;

export function createMeetings(core: Core) {
	return {
		/**
		 * Links and re-links everything these meetings, or these young people's meetings, touch. For whoever changed
		 * meetings themselves, such as an import, in the same transaction.
		 */
		settle: (tx: Tx, scope: Scope & { readonly actor?: Actor }): Promise<void> =>
			settle(core, tx, { ...scope, actor: scope.actor ?? OPERATOR }),
		/** Moves, cancels, holds or hands on a meeting, and settles what hangs on it. */
		change: (actor: Actor, meetingId: string, change: MeetingChange): Promise<void> =>
			core.database.inTransaction((tx) => changeMeeting(core, tx, actor, meetingId, change)),
		/** @returns its id */
		make: (actor: Actor, input: NewMeeting): Promise<string> => makeMeeting(core, actor, input),
		edit: (actor: Actor, input: MeetingToChange): Promise<void> => editMeeting(core, actor, input),
		hold: (actor: Actor, input: Parameters<typeof holdMeeting>[2]): Promise<void> =>
			holdMeeting(core, actor, input),
		undoHold: (actor: Actor, meetingId: string): Promise<void> => undoHold(core, actor, meetingId),
		cancel: (actor: Actor, meetingId: string): Promise<void> =>
			cancelMeeting(core, actor, meetingId)
	};
}
