import { demandOwn, type Actor } from '../access.ts';
import type { Core } from '../core.ts';
import type { ToldDecision } from '../letters/told-decisions.ts';
import { list } from './list.ts';
import { mark } from './mark.ts';
import { ownPromises } from './own.ts';
import type { PromiseList } from './views.ts';

export type Promises = ReturnType<typeof createPromises>;

export function createPromises(core: Core) {
	return {
		/** What was promised, for those who see to it that it is kept; counts for managers. */
		list: (actor: Actor, input: Parameters<typeof list>[2] = {}): Promise<PromiseList> =>
			list(core, actor, input),
		mark: (actor: Actor, input: Parameters<typeof mark>[2]): Promise<void> =>
			mark(core, actor, input),
		/** What was promised to them, as far as they have been told. */
		async listOwn(actor: Actor): Promise<ToldDecision[]> {
			demandOwn('letter.read_own', actor);
			return ownPromises(core, core.database.read, actor.id);
		}
	};
}
