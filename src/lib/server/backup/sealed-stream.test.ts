import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal, unseal } from './sealed-stream.ts';

const KEY = randomBytes(32);

async function gather(source: AsyncIterable<Buffer>): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of source) parts.push(part);
	return Buffer.concat(parts);
}

const sealed = (...parts: Buffer[]) => gather(seal(KEY, Readable.from(parts)));
const opened = (bytes: Buffer, key = KEY) => gather(unseal(key, Readable.from([bytes])));

test('what is sealed opens again, whatever its size and the pieces it comes in', async () => {
	const sizes = fc.array(fc.integer({ min: 1, max: 150_000 }), { maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(sizes, async (lengths) => {
			const parts = lengths.map((length) => randomBytes(length));

			expect(await opened(await sealed(...parts))).toEqual(Buffer.concat(parts));
		}),
		{ numRuns: 25 }
	);
});

test('cut off anywhere, it does not open', async () => {
	const bytes = await sealed(randomBytes(140_000));
	const piece = 4 + 64 * 1024 + 16;
	for (const length of [8, 24, 100, 24 + piece, 24 + 2 * piece, bytes.length - 1])
		await expect(opened(bytes.subarray(0, length))).rejects.toThrow('cut_off');
});

test('with pieces changed places, taken out, or put in from another, it does not open', async () => {
	const bytes = await sealed(randomBytes(200_000));
	const other = await sealed(randomBytes(200_000));
	const piece = 4 + 64 * 1024 + 16;
	const [head, one, two, rest] = [
		bytes.subarray(0, 24),
		bytes.subarray(24, 24 + piece),
		bytes.subarray(24 + piece, 24 + 2 * piece),
		bytes.subarray(24 + 2 * piece)
	];

	await expect(opened(Buffer.concat([head, two, one, rest]))).rejects.toThrow();
	await expect(opened(Buffer.concat([head, one, rest]))).rejects.toThrow();
	await expect(
		opened(Buffer.concat([head, other.subarray(24, 24 + piece), two, rest]))
	).rejects.toThrow('other_key_or_damaged');
});
