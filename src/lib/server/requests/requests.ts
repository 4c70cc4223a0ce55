import type { Actor } from '../access.ts';
import { createThrottle } from '../accounts/throttle.ts';
import type { Core } from '../core.ts';
import { ask } from './ask.ts';
import { match, open, passOn } from './open.ts';
import { list, listOwn } from './read.ts';
import type { OwnRequest, RequestList, RequestView } from './views.ts';

export type Requests = ReturnType<typeof createRequests>;

export function createRequests(core: Core) {
	const { read } = core.database;
	const throttle = createThrottle(core);
	return {
		/** Asks for an advocate without an account. */
		ask: (input: Parameters<typeof ask>[2], address: string): Promise<void> =>
			ask(core, throttle, input, address),
		listOwn: (actor: Actor): Promise<OwnRequest[]> => listOwn(core, read, actor),
		/** What those who handle requests have before them. */
		list: (actor: Actor, input: { readonly page?: number } = {}): Promise<RequestList> =>
			list(core, read, actor, input),
		open: (actor: Actor, requestId: string): Promise<RequestView> => open(core, actor, requestId),
		match: (actor: Actor, input: Parameters<typeof match>[2]): Promise<void> =>
			match(core, actor, input),
		passOn: (actor: Actor, requestId: string): Promise<void> => passOn(core, actor, requestId)
	};
}
