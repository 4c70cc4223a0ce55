import { hash, verify } from '@node-rs/argon2';
import { oneAtATime } from '../db/one-writer.ts';
import { throttled } from '../errors.ts';
import type { Vault } from '../vault/vault.ts';

/** Above the floor OWASP names for argon2id (19 MiB, two passes): 46 MiB, two passes. */
const COST = { memoryCost: 47_104, timeCost: 2, parallelism: 1 };

/** About eight seconds of waiting: whoever comes after is better told to come back. */
const LONGEST_QUEUE = 100;

export interface Secrets {
	hash(secret: string): Promise<string>;
	/** Takes as long for an account that is not there (`null`) as for one that is. */
	matches(secretHash: string | null, secret: string): Promise<boolean>;
	/**
	 * Runs one sign-in at a time, so that a rush cannot take all memory, and no second guess slips past a count the
	 * first has not reached yet.
	 */
	inTurn<T>(work: () => Promise<T>): Promise<T>;
}

export function createSecrets(vault: Vault): Secrets {
	const queue = oneAtATime();
	let waiting = 0;
	let ofNobody: Promise<string> | undefined;

	// Four pictures are quickly tried by whoever has the hash. Keyed first, the hash alone is of no use without the key
	// file, which is never in the database.
	const keyed = (secret: string) => vault.blindIndex('accounts.secret', secret);
	const hashOf = (secret: string) => hash(keyed(secret), COST);

	return {
		hash: (secret) => queue(() => hashOf(secret)),
		async matches(secretHash, secret) {
			ofNobody ??= hashOf('nobody');
			const matched = await verify(secretHash ?? (await ofNobody), keyed(secret));
			return matched && secretHash !== null;
		},
		async inTurn(work) {
			if (waiting >= LONGEST_QUEUE) throw throttled(60);
			waiting += 1;
			try {
				return await queue(work);
			} finally {
				waiting -= 1;
			}
		}
	};
}
