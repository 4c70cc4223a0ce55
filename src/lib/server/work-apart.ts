import type { Worker } from 'node:worker_threads';
import { oneAtATime } from './db/one-writer.ts';

const IDLE_MS = 20_000;

export interface WorkApart<Job, Done> {
	/** One after the other, in the order asked. @throws Error without a word of the job: it failed, or took too long */
	do(job: Job): Promise<Done>;
	/** How many are being done, or wait for their turn. */
	waiting(): number;
	/** What is still to be done fails. */
	close(): Promise<void>;
}

/**
 * Work that is done in a thread of its own: whatever it meets there, all other pages go on. One that does not end is
 * ended, and the next one begins in a new thread.
 * @param options.start makes a worker that answers each message with one
 * @param options.longestMs how long one may take
 * @param options.idleMs how long it waits for more before it ends: at rest there is none, and none of its memory
 */
export function workApart<Job, Done>(options: {
	readonly start: () => Worker;
	readonly longestMs: number;
	readonly idleMs?: number;
}): WorkApart<Job, Done> {
	const inTurn = oneAtATime();
	let worker: Worker | null = null;
	let idle: NodeJS.Timeout | undefined;
	let waiting = 0;
	let closed = false;

	function started(): Worker {
		const made = options.start();
		const gone = () => {
			if (worker === made) worker = null;
		};
		made.on('error', gone);
		made.on('exit', gone);
		return made;
	}

	async function doOne(job: Job): Promise<Done> {
		if (closed) throw failure();
		worker ??= started();
		const own = worker;
		// As long as it works, the process waits for it; at rest, a server that is asked to stop does not.
		own.ref();
		const timer = setTimeout(() => void rest(), options.longestMs);
		return new Promise<Done>((done, failed) => {
			const over = () => {
				clearTimeout(timer);
				own.unref();
				own.off('message', answered).off('exit', ended);
			};
			const answered = (answer: Done) => {
				over();
				done(answer);
			};
			const ended = () => {
				over();
				failed(failure());
			};
			own.on('message', answered).on('exit', ended);
			own.postMessage(job);
		});
	}

	async function rest(): Promise<void> {
		clearTimeout(idle);
		const ending = worker;
		worker = null;
		await ending?.terminate();
	}

	return {
		async do(job) {
			clearTimeout(idle);
			waiting += 1;
			try {
				return await inTurn(() => doOne(job));
			} finally {
				waiting -= 1;
				if (waiting === 0) idle = setTimeout(() => void rest(), options.idleMs ?? IDLE_MS).unref();
			}
		},
		waiting: () => waiting,
		close() {
			closed = true;
			return rest();
		}
	};
}

const failure = () => new Error('the work apart failed');
