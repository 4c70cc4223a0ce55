import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { workApart, type WorkApart } from './work-apart.ts';

/** Doubles numbers, each in the thread it is told of; on the way it may go round for ever, or end. */
const DOUBLING = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', (job) => {
	if (job === 'for ever') for (;;);
	if (job === 'end') process.exit();
	if (job === 'break') throw new Error('zebrafish');
	parentPort.postMessage({ doubled: job * 2, threadId });
});
`;

type Doubled = { readonly doubled: number; readonly threadId: number };

const made: WorkApart<unknown, Doubled>[] = [];

function doubling({ longestMs = 5000, idleMs = 5000 } = {}): WorkApart<unknown, Doubled> {
	const apart = workApart<unknown, Doubled>({
		start: () => new Worker(DOUBLING, { eval: true }),
		...{ longestMs, idleMs }
	});
	made.push(apart);
	return apart;
}

afterEach(async () => {
	for (const apart of made.splice(0)) await apart.close();
});

describe('work apart', () => {
	test('is done in one thread, in the order asked', async () => {
		const apart = doubling();

		const done = await Promise.all([1, 2, 3].map((job) => apart.do(job)));

		expect(done.map(({ doubled }) => doubled)).toEqual([2, 4, 6]);
		expect(new Set(done.map(({ threadId }) => threadId)).size).toBe(1);
	});

	test.each(['for ever', 'end', 'break'])(
		'that goes wrong (%s) fails alone and without a word of it',
		async (job) => {
			const apart = doubling({ longestMs: 300 });
			const before = await apart.do(1);

			const wrong = apart.do(job).catch((reason: unknown) => reason);
			const next = apart.do(2);

			expect(String(await wrong)).toBe('Error: the work apart failed');
			expect((await next).doubled).toBe(4);
			expect((await next).threadId).not.toBe(before.threadId);
		}
	);

	test('lets its thread go when there is nothing to do, and takes another', async () => {
		const apart = doubling({ idleMs: 0 });
		const before = await apart.do(1);
		await new Promise((later) => setTimeout(later, 50));

		const after = await apart.do(2);

		expect(after.doubled).toBe(4);
		expect(after.threadId).not.toBe(before.threadId);
	});

	test('that is not done when it is closed fails, and so does what waits behind it', async () => {
		const apart = doubling();
		const both = Promise.allSettled([apart.do('for ever'), apart.do(1)]);
		await new Promise((later) => setTimeout(later, 100));

		await apart.close();

		expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		await expect(apart.do(1)).rejects.toThrow('the work apart failed');
	});
});
