import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { list, type ConcernFilters } from './list.ts';
import { open } from './open.ts';
import { listOwn } from './own.ts';
import { begin, raise, type NewConcern } from './raise.ts';
import { takeStep, type ConcernStep } from './step.ts';

export type Concerns = ReturnType<typeof createConcerns>;

/**
 * What an officer disputes about a young person's care: informally first, then upward from stage to stage, each with
 * its clock. That there is one, its stage and its answers; the case itself stays in the case system.
 */
export function createConcerns(core: Core) {
	const { read } = core.database;
	return {
		begin: (actor: Actor, about: Parameters<typeof begin>[3]) => begin(core, read, actor, about),
		/** @returns its id */
		raise: (actor: Actor, input: NewConcern) => raise(core, actor, input),
		list: (actor: Actor, filters: ConcernFilters = {}) => list(core, read, actor, filters),
		open: (actor: Actor, concernId: string) => open(core, actor, concernId),
		step: (actor: Actor, input: ConcernStep) => takeStep(core, actor, input),
		/** What the young person was told of. */
		listOwn: (actor: Actor) => listOwn(core, read, actor)
	};
}
