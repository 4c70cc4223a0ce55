/** Both engines take a limited number of values in one statement. */
const CHUNK = 500;

/** Asks for many ids, some at a time, each once; answers come in that order. */
export async function inChunks<I, T>(
	ids: readonly I[],
	ask: (chunk: I[]) => PromiseLike<readonly T[]>
): Promise<T[]> {
	const wanted = [...new Set(ids)];
	const answers: T[] = [];
	for (let start = 0; start < wanted.length; start += CHUNK)
		answers.push(...(await ask(wanted.slice(start, start + CHUNK))));
	return answers;
}

/** Does something to many ids or rows, some at a time. */
export async function eachChunk<I>(
	items: readonly I[],
	work: (chunk: I[]) => PromiseLike<unknown>
): Promise<void> {
	for (let start = 0; start < items.length; start += CHUNK)
		await work(items.slice(start, start + CHUNK));
}
