import * as v from 'valibot';
import type { Value } from './table-rows.ts';

/** What a backup holds, line by line: this first, then every row as `[table, values]`, then the word that it is whole. */
export const backupHeader = v.object({
	format: v.literal(1),
	madeAt: v.number(),
	tables: v.array(v.object({ name: v.string(), columns: v.array(v.string()), rows: v.number() }))
});
export type BackupHeader = v.InferOutput<typeof backupHeader>;

export const LAST_LINE = '"whole"';

const sealedBytes = v.object({ bytes: v.string() });
const rowLine = v.tuple([
	v.number(),
	v.array(v.union([v.string(), v.number(), v.null(), sealedBytes]))
]);

/** @param table its place in the header */
export function writeRow(table: number, values: readonly Value[]): string {
	const plain = values.map((value) =>
		Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value
	);
	return JSON.stringify([table, plain]);
}

export function readRow(line: string): { readonly table: number; readonly values: Value[] } {
	const [table, values] = v.parse(rowLine, JSON.parse(line));
	return {
		table,
		values: values.map((value) =>
			value !== null && typeof value === 'object' ? Buffer.from(value.bytes, 'base64') : value
		)
	};
}

/** Text in pieces of any size, line by line. */
export async function* linesOf(text: AsyncIterable<Buffer>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let held = '';
	for await (const bytes of text) {
		const parts = (held + decoder.decode(bytes, { stream: true })).split('\n');
		held = parts.pop() ?? '';
		yield* parts;
	}
	if (held !== '') yield held;
}
