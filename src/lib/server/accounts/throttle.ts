import { lt } from 'drizzle-orm';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { DatabaseLimiter } from './limiter.ts';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Wrong secrets for one name before it rests. */
export const WRONG_SECRETS = { points: 8, seconds: 15 * MINUTE_SECONDS };
/** A name's first rest; each further one within a day is twice as long, up to the longest. */
const FIRST_REST_SECONDS = 15 * MINUTE_SECONDS;
const LONGEST_REST_SECONDS = 4 * HOUR_SECONDS;
/**
 * Wrong tries from one address. High on purpose: a children's home, a school or a whole phone network is one address,
 * and one person's mistakes must not keep the others out.
 */
export const WRONG_AT_ADDRESS = { points: 100, seconds: 15 * MINUTE_SECONDS };
export const UNKNOWN_CODES_AT_ADDRESS = { points: 40, seconds: 15 * MINUTE_SECONDS };
/** Unknown codes from everywhere: whoever guesses from many addresses meets this one. */
export const UNKNOWN_CODES = { points: 2000, seconds: HOUR_SECONDS };
/** Asking for an advocate without an account. A children's home is one address, so this is high too. */
export const ASKS_AT_ADDRESS = { points: 20, seconds: HOUR_SECONDS };
/** Askings from everywhere: whoever floods from many addresses meets this one. */
export const ASKS = { points: 1000, seconds: HOUR_SECONDS };
/** Links that lead nowhere (`outside/`): most are old ones, opened once more by who has answered. */
export const UNKNOWN_LINKS_AT_ADDRESS = { points: 60, seconds: 15 * MINUTE_SECONDS };
/** Answers sent over links. A tablet that goes round a room is one address, and so is a council's building. */
export const ANSWERS_AT_ADDRESS = { points: 60, seconds: HOUR_SECONDS };

/** Who is signing in: `name` is the index of a sign-in name or of an e-mail address. */
export interface Try {
	readonly name: string;
	readonly address: string;
}

export interface Throttle {
	/** @returns seconds to wait before another sign-in of that name, or 0 */
	signInWait(queries: Queries, who: Try): Promise<number>;
	/** @returns seconds to wait now that it was wrong once more, or 0 */
	countWrong(tx: Tx, who: Try): Promise<number>;
	/** A right secret, or a new one: the name starts afresh. What an address has got wrong stays. */
	forgive(tx: Tx, name: string): Promise<void>;
	codeWait(queries: Queries, address: string): Promise<number>;
	/** @returns seconds to wait now that one more was unknown, or 0 */
	countUnknownCode(tx: Tx, address: string): Promise<number>;
	/** @returns seconds to wait before something more is asked for from there, or 0 */
	askWait(queries: Queries, address: string): Promise<number>;
	countAsk(tx: Tx, address: string): Promise<void>;
	/** @returns seconds to wait before another link is tried from there, or 0 */
	linkWait(queries: Queries, address: string): Promise<number>;
	countUnknownLink(tx: Tx, address: string): Promise<void>;
	/** @returns seconds to wait before more answers are sent from there, or 0 */
	answersWait(queries: Queries, address: string): Promise<number>;
	countAnswers(tx: Tx, address: string): Promise<void>;
	deleteExpired(tx: Tx): Promise<void>;
}

export function createThrottle(core: Core): Throttle {
	const wrong = new DatabaseLimiter(core, 'wrong_secret', WRONG_SECRETS);
	const rests = new DatabaseLimiter(core, 'rests', { points: 1, seconds: DAY_SECONDS });
	const wrongHere = new DatabaseLimiter(core, 'wrong_here', WRONG_AT_ADDRESS);
	const unknownHere = new DatabaseLimiter(core, 'unknown_code_here', UNKNOWN_CODES_AT_ADDRESS);
	const unknown = new DatabaseLimiter(core, 'unknown_code', UNKNOWN_CODES);
	const asksHere = new DatabaseLimiter(core, 'asks_here', ASKS_AT_ADDRESS);
	const asks = new DatabaseLimiter(core, 'asks', ASKS);
	const unknownLinks = new DatabaseLimiter(core, 'unknown_link_here', UNKNOWN_LINKS_AT_ADDRESS);
	const answersHere = new DatabaseLimiter(core, 'answers_here', ANSWERS_AT_ADDRESS);
	const EVERYWHERE = 'everywhere';

	async function wait(limiter: DatabaseLimiter, key: string, queries: Queries): Promise<number> {
		const counted = await limiter.get(key, { queries });
		if (!counted || counted.consumedPoints < limiter.points) return 0;
		return Math.ceil(counted.msBeforeNext / 1000);
	}

	async function codeWait(queries: Queries, address: string): Promise<number> {
		const here = await wait(unknownHere, networkOf(address), queries);
		return Math.max(here, await wait(unknown, EVERYWHERE, queries));
	}

	return {
		async signInWait(queries, { name, address }) {
			const ofName = await wait(wrong, name, queries);
			return Math.max(ofName, await wait(wrongHere, networkOf(address), queries));
		},
		async countWrong(tx, { name, address }) {
			const options = { queries: tx };
			await wrongHere.penalty(networkOf(address), 1, options);
			const ofAddress = await wait(wrongHere, networkOf(address), tx);
			const counted = await wrong.penalty(name, 1, options);
			if (counted.consumedPoints < WRONG_SECRETS.points) return ofAddress;
			const before = (await rests.get(name, options))?.consumedPoints ?? 0;
			await rests.set(name, before + 1, DAY_SECONDS, options);
			const rest = Math.min(FIRST_REST_SECONDS * 2 ** before, LONGEST_REST_SECONDS);
			await wrong.block(name, rest, options);
			return Math.max(rest, ofAddress);
		},
		async forgive(tx, name) {
			await wrong.delete(name, { queries: tx });
			await rests.delete(name, { queries: tx });
		},
		codeWait,
		async countUnknownCode(tx, address) {
			await unknownHere.penalty(networkOf(address), 1, { queries: tx });
			await unknown.penalty(EVERYWHERE, 1, { queries: tx });
			return codeWait(tx, address);
		},
		async askWait(queries, address) {
			const here = await wait(asksHere, networkOf(address), queries);
			return Math.max(here, await wait(asks, EVERYWHERE, queries));
		},
		async countAsk(tx, address) {
			await asksHere.penalty(networkOf(address), 1, { queries: tx });
			await asks.penalty(EVERYWHERE, 1, { queries: tx });
		},
		linkWait: (queries, address) => wait(unknownLinks, networkOf(address), queries),
		async countUnknownLink(tx, address) {
			await unknownLinks.penalty(networkOf(address), 1, { queries: tx });
		},
		answersWait: (queries, address) => wait(answersHere, networkOf(address), queries),
		async countAnswers(tx, address) {
			await answersHere.penalty(networkOf(address), 1, { queries: tx });
		},
		async deleteExpired(tx) {
			await tx.delete(tx.tables.throttles).where(lt(tx.tables.throttles.expiresAt, core.now()));
		}
	};
}

/** An IPv6 customer has 2^64 addresses, so they count as one. */
function networkOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped?.[1]) return mapped[1];
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.toLowerCase().split('::');
	const groups = head ? head.split(':') : [];
	const last = tail ? tail.split(':') : [];
	while (tail !== undefined && groups.length + last.length < 8) groups.push('0');
	return [...groups, ...last]
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}
