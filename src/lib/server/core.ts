import type { Audit } from './audit/audit.ts';
import type { Database } from './db/database.ts';
import type { Vault } from './vault/vault.ts';

/** What every service stands on. Made once in `app.ts`; a test makes its own. */
export interface Core {
	readonly database: Database;
	readonly vault: Vault;
	readonly audit: Audit;
	/** The time, in epoch milliseconds. */
	readonly now: () => number;
}

/** The same, with the clock held still. */
export function atOneInstant(core: Core): Core {
	const at = core.now();
	return { ...core, now: () => at };
}
