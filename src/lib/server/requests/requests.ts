import type { Actor } from '../access.ts';
import { createThrottle } from '../accounts/throttle.ts';
import type { Core } from '../core.ts';
import { ask } from './ask.ts';
import { assign } from './assign.ts';
import { give } from './give.ts';
import { match, open, passOn } from './open.ts';
import { chooseAdvocate, ownMove, readOwn, sayWaiting } from './own.ts';
import { list, listOwn, waiting } from './read.ts';
import { safeguard } from './safeguarding.ts';
import type {
	OwnRequest,
	OwnRequestView,
	RequestList,
	RequestRowView,
	RequestView
} from './views.ts';
import { extend, move, reply } from './work.ts';

export type Requests = ReturnType<typeof createRequests>;

/** The third thing a verb takes, beside what it stands on and who asks. */
type Input<Verb extends (core: Core, actor: Actor, input: never) => unknown> = Parameters<Verb>[2];

export function createRequests(core: Core) {
	const { read } = core.database;
	const throttle = createThrottle(core);
	return {
		/** Asks for an advocate without an account. */
		ask: (input: Parameters<typeof ask>[2], address: string): Promise<void> =>
			ask(core, throttle, input, address),

		// Of their own
		listOwn: (actor: Actor): Promise<OwnRequest[]> => listOwn(core, read, actor),
		readOwn: (actor: Actor, requestId: string): Promise<OwnRequestView> =>
			readOwn(core, actor, requestId),
		ownMove: (actor: Actor, input: Input<typeof ownMove>): Promise<void> =>
			ownMove(core, actor, input),
		sayWaiting: (actor: Actor, input: Input<typeof sayWaiting>): Promise<void> =>
			sayWaiting(core, actor, input),
		chooseAdvocate: (actor: Actor, input: Input<typeof chooseAdvocate>): Promise<void> =>
			chooseAdvocate(core, actor, input),

		// At the desk
		/** What those who handle requests have before them. */
		list: (actor: Actor, input: Parameters<typeof list>[3] = {}): Promise<RequestList> =>
			list(core, read, actor, input),
		/** Of these, what nobody has opened yet. */
		waiting: (actor: Actor): Promise<RequestRowView[]> => waiting(core, read, actor),
		open: (actor: Actor, requestId: string): Promise<RequestView> => open(core, actor, requestId),
		match: (actor: Actor, input: Input<typeof match>): Promise<void> => match(core, actor, input),
		passOn: (actor: Actor, requestId: string): Promise<void> => passOn(core, actor, requestId),
		give: (actor: Actor, input: Input<typeof give>): Promise<void> => give(core, actor, input),
		assign: (actor: Actor, input: Input<typeof assign>): Promise<void> =>
			assign(core, actor, input),
		move: (actor: Actor, input: Input<typeof move>): Promise<void> => move(core, actor, input),
		extend: (actor: Actor, input: Input<typeof extend>): Promise<void> =>
			extend(core, actor, input),
		reply: (actor: Actor, input: Input<typeof reply>): Promise<void> => reply(core, actor, input),
		safeguard: (actor: Actor, input: Input<typeof safeguard>): Promise<void> =>
			safeguard(core, actor, input)
	};
}
