import { eq } from 'drizzle-orm';
import { RateLimiterRes } from 'rate-limiter-flexible';
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js';
import type { Core } from '../core.ts';
import type { Queries } from '../db/database.ts';

interface Stored {
	readonly points: number;
	readonly expiresAt: number;
}

/** How a call reaches the store: every one is handed the queries to use, a transaction's to write. */
interface Options {
	readonly queries: Queries;
}

/**
 * A limiter of `rate-limiter-flexible` that counts in our own database, so that a restart forgets nothing. The name of
 * who is counted never stands there: the store's key is a keyed hash.
 */
export class DatabaseLimiter extends RateLimiterStoreAbstract {
	readonly core: Core;

	constructor(core: Core, name: string, limit: { points: number; seconds: number }) {
		super({
			storeClient: core,
			keyPrefix: name,
			points: limit.points,
			duration: limit.seconds
		});
		this.core = core;
	}

	_getRateLimiterRes(_key: string, changed: number, stored: Stored): RateLimiterRes {
		return new RateLimiterRes(
			Math.max(this.points - stored.points, 0),
			Math.max(stored.expiresAt - this.core.now(), 0),
			stored.points,
			stored.points === changed
		);
	}

	async _get(key: string, { queries }: Options): Promise<Stored | null> {
		const { throttles } = queries.tables;
		const [row] = await queries
			.select()
			.from(throttles)
			.where(eq(throttles.key, this.#hidden(key)));
		if (!row?.expiresAt || row.expiresAt <= this.core.now()) return null;
		return { points: row.points, expiresAt: row.expiresAt };
	}

	async _upsert(
		key: string,
		points: number,
		milliseconds: number,
		startAnew: boolean,
		options: Options
	): Promise<Stored> {
		const { throttles } = options.queries.tables;
		const known = startAnew ? null : await this._get(key, options);
		const stored = known
			? { points: known.points + points, expiresAt: known.expiresAt }
			: { points, expiresAt: this.core.now() + milliseconds };
		await options.queries
			.insert(throttles)
			.values({ key: this.#hidden(key), ...stored })
			.onConflictDoUpdate({ target: throttles.key, set: stored });
		return stored;
	}

	async _delete(key: string, { queries }: Options): Promise<boolean> {
		const { throttles } = queries.tables;
		await queries.delete(throttles).where(eq(throttles.key, this.#hidden(key)));
		return true;
	}

	#hidden(key: string): string {
		return this.core.vault.blindIndex('throttles', key);
	}
}
