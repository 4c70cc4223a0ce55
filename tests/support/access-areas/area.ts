import type { Action, Actor } from '../../../src/lib/server/access.ts';
import type { Base, Who } from '../access-world.ts';

/** One row of the access table, tried: who may, and a real call that does it to Amina or to what is hers. */
export interface Row<Made> {
	readonly allowed: readonly Who[];
	attempt(world: Base, made: Made, actor: Actor): Promise<unknown>;
}

/** The rows of one part of Sayso, with whatever has to be there before anybody tries. */
export interface Area {
	readonly allowed: Readonly<Partial<Record<Action, readonly Who[]>>>;
	prepare(
		world: Base
	): Promise<Readonly<Partial<Record<Action, (actor: Actor) => Promise<unknown>>>>>;
}

export function area<Made>(
	prepare: (world: Base) => Promise<Made>,
	rows: Readonly<Partial<Record<Action, Row<Made>>>>
): Area {
	const all = Object.entries(rows);
	return {
		allowed: Object.fromEntries(all.map(([action, { allowed }]) => [action, allowed])),
		async prepare(world) {
			const made = await prepare(world);
			return Object.fromEntries(
				all.map(([action, { attempt }]) => [action, (actor: Actor) => attempt(world, made, actor)])
			);
		}
	};
}
