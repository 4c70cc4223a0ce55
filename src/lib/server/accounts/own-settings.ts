import { eq } from 'drizzle-orm';
import { LANGUAGES } from '../../language/languages.ts';
import type { Actor } from '../access.ts';
import type { Core } from '../core.ts';
import { invalid, signedOut } from '../errors.ts';

export interface OwnSettings {
	/** Keeps the language with the account, for the next time and the next phone. */
	chooseLanguage(actor: Actor, language: string): Promise<void>;
}

export function createOwnSettings(core: Core): OwnSettings {
	return {
		async chooseLanguage(actor, language) {
			if (actor.kind !== 'young_person' && actor.kind !== 'staff') throw signedOut();
			// Only the account they came in with is touched: there is nothing for the access table to decide.
			if (!LANGUAGES.some(({ tag }) => tag === language)) throw invalid('language_unknown');
			await core.database.inTransaction(async (tx) => {
				const { accounts } = tx.tables;
				const own = eq(accounts.id, actor.accountId);
				const [account] = await tx
					.select({ language: accounts.language })
					.from(accounts)
					.where(own);
				if (!account || account.language === language) return;
				await tx.update(accounts).set({ language }).where(own);
				await core.audit.record(tx, {
					action: 'settings.own_changed',
					actor,
					...(actor.kind === 'young_person' ? { youngPersonId: actor.id } : {}),
					subject: { kind: 'account', id: actor.accountId },
					detail: { language }
				});
			});
		}
	};
}
