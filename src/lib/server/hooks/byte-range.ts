/** Where a part of a file begins, and where it ends: the last byte counts. */
export interface ByteRange {
	readonly from: number;
	readonly to: number;
}

/**
 * The one part that a `Range` header asks for. Players ask for parts to move about in a recording; Safari plays nothing
 * without them.
 * @returns null for the whole: no header, several parts, or something else, which a server may pass over;
 *   `unsatisfiable` when the part begins behind the end
 */
export function byteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
	const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
	if (first === '' && last === '') return null;
	if (first === '') {
		const from = Math.max(0, size - Number(last));
		return Number(last) === 0 ? 'unsatisfiable' : { from, to: size - 1 };
	}
	const from = Number(first);
	if (from >= size) return 'unsatisfiable';
	const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
	return to < from ? null : { from, to };
}
