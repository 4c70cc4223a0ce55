/** Numbers that look random and are the same on every run with the same seed. Never for a secret. */
export interface Random {
	/** From 0 to below 1. */
	next(): number;
	/** A whole number, both ends included. */
	between(least: number, most: number): number;
	pick<T>(list: readonly T[]): T;
	/** True with this probability. */
	chance(probability: number): boolean;
}

/** The generator known as mulberry32. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		between: (least, most) => least + Math.floor(next() * (most - least + 1)),
		pick<T>(list: readonly T[]): T {
			const picked = list[Math.floor(next() * list.length)];
			if (picked === undefined) throw new Error('nothing to pick from');
			return picked;
		},
		chance: (probability) => next() < probability
	};
}
