import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Lets one piece of work run at a time, in the order asked. Work that asks again from inside itself would wait for
 * ever, so that is an error at once.
 */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
	const inside = new AsyncLocalStorage<true>();
	let last: Promise<unknown> = Promise.resolve();

	return (work) => {
		if (inside.getStore()) throw new Error('inTransaction inside inTransaction: hand on the tx');
		const turn = last.then(() => inside.run(true, work));
		last = turn.catch(() => undefined);
		return turn;
	};
}
