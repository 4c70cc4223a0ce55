import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { list, ofPerson } from './list.ts';
import { open } from './open.ts';
import { save, type MidwayInput } from './save.ts';

export type Midway = ReturnType<typeof createMidway>;

/** An officer's look between two meetings: how what was decided goes. */
export function createMidway(core: Core) {
	const { read } = core.database;
	return {
		list: (actor: Actor, input: { readonly page?: number } = {}) => list(core, read, actor, input),
		ofPerson: (actor: Actor, youngPersonId: string) => ofPerson(core, read, actor, youngPersonId),
		open: (actor: Actor, of: Parameters<typeof open>[2]) => open(core, actor, of),
		/** @throws Refusal conflict `midway_changed`; invalid `midway_going`, `midway_date` */
		save: (actor: Actor, input: MidwayInput) => save(core, actor, input)
	};
}
