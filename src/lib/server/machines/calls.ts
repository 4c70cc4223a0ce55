import { demandMachine, type Action, type Actor, type MachineActor } from '../access.ts';
import { DatabaseLimiter } from '../accounts/limiter.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../db/database.ts';
import { throttled } from '../errors.ts';

/** Ten in a second: a case system fetches a day's statements in a minute, and a program that runs wild is held. */
export const CALLS = { points: 600, seconds: 60 };

/** What a program does, and the line that tells of it: one transaction. */
export interface Call {
	readonly tx: Tx;
	readonly actor: MachineActor;
	/** One line for each thing with words of a young person in it. */
	read(of: {
		readonly kind: string;
		readonly id: string;
		readonly youngPersonId?: string;
		readonly count?: number;
	}): Promise<void>;
}

export type Calls = ReturnType<typeof createCalls>;

export function createCalls(core: Core) {
	const limiter = new DatabaseLimiter(core, 'api_key', CALLS);
	return {
		/** @throws Refusal `forbidden`, `not_found`, `signed_out`, `throttled` */
		async run<T>(actor: Actor, action: Action, work: (call: Call) => Promise<T>): Promise<T> {
			demandMachine(action, actor);
			// Counted for itself: a call that is refused is a call.
			await core.database.inTransaction(async (tx) => {
				const counted = await limiter.get(actor.id, { queries: tx });
				if (counted && counted.consumedPoints >= limiter.points)
					throw throttled(counted.msBeforeNext / 1000);
				await limiter.penalty(actor.id, 1, { queries: tx });
			});
			return core.database.inTransaction((tx) =>
				work({
					tx,
					actor,
					read: ({ kind, id, youngPersonId, count }) =>
						core.audit.record(tx, {
							action: 'machine.read',
							actor,
							...(youngPersonId === undefined ? {} : { youngPersonId }),
							subject: { kind, id },
							...(count === undefined ? {} : { detail: { count } })
						})
				})
			);
		}
	};
}
