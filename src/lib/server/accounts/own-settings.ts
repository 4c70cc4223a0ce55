import { eq } from 'drizzle-orm';
import { FACES, type Face } from '../../forms/definition.ts';
import { LANGUAGES } from '../../language/languages.ts';
import { appearanceFrom, AS_IT_COMES, type Appearance } from '../../styles/appearance.ts';
import { demandOwn, type Actor, type YoungPersonActor } from '../access.ts';
import type { Core } from '../core.ts';
import type { Queries, Tx } from '../db/database.ts';
import { invalid, notFound, signedOut } from '../errors.ts';
import { factsOf } from '../people/facts.ts';
import { appearancePlace, openAppearance } from './appearance.ts';
import type { Sessions } from './sessions.ts';

export interface OwnSettingsView {
	readonly appearance: Appearance;
	/** How forms speak to them when they begin one. */
	readonly face: Face;
	/** The grown-up one from 16. */
	readonly faces: readonly Face[];
}

export interface OwnSettings {
	/** Keeps the language with the account, for the next time and the next phone. */
	chooseLanguage(actor: Actor, language: string): Promise<void>;
	ownSettings(actor: Actor): Promise<OwnSettingsView>;
	/** @throws Refusal invalid `setting_unknown` */
	changeSettings(actor: Actor, input: Readonly<Record<string, string>>): Promise<void>;
	/** Everything as it comes, but for the language. */
	resetSettings(actor: Actor): Promise<void>;
	/** Ends every sign-in of theirs, on this device too. */
	signOutEverywhere(actor: Actor): Promise<void>;
}

const GROWN_UP_YEARS = 16;

export function createOwnSettings(core: Core, sessions: Sessions): OwnSettings {
	async function accountOf(queries: Queries, { accountId }: YoungPersonActor) {
		const { accounts, youngPeople } = queries.tables;
		const [row] = await queries
			.select({
				face: accounts.face,
				sealed: accounts.appearanceSealed,
				keyId: youngPeople.keyId
			})
			.from(accounts)
			.innerJoin(youngPeople, eq(youngPeople.id, accounts.youngPersonId))
			.where(eq(accounts.id, accountId));
		if (!row) throw notFound();
		return row;
	}

	async function facesOf(queries: Queries, { id }: YoungPersonActor): Promise<Face[]> {
		const { age } = await factsOf(core, queries, id);
		return FACES.filter((face) => face !== 'grown_up' || age >= GROWN_UP_YEARS);
	}

	async function keep(
		tx: Tx,
		actor: YoungPersonActor,
		{ face, appearance }: { readonly face: Face; readonly appearance: Appearance }
	): Promise<void> {
		const { accounts } = tx.tables;
		const { keyId } = await accountOf(tx, actor);
		const keys = await core.vault.unlock(tx, [keyId]);
		const place = appearancePlace(actor.accountId);
		await tx
			.update(accounts)
			.set({ face, appearanceSealed: keys.sealJson(keyId, place, appearance) })
			.where(eq(accounts.id, actor.accountId));
		await changed(tx, actor, { face, appearance: true });
	}

	async function changed(
		tx: Tx,
		actor: Extract<Actor, { kind: 'young_person' | 'staff' }>,
		detail: Readonly<Record<string, string | boolean>>
	): Promise<void> {
		await core.audit.record(tx, {
			action: 'settings.own_changed',
			actor,
			...(actor.kind === 'young_person' ? { youngPersonId: actor.id } : {}),
			subject: { kind: 'account', id: actor.accountId },
			detail
		});
	}

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
				await changed(tx, actor, { language });
			});
		},

		async ownSettings(actor) {
			demandOwn('settings.change_own', actor);
			const { read } = core.database;
			const { face, sealed, keyId } = await accountOf(read, actor);
			const faces = await facesOf(read, actor);
			return {
				appearance: sealed
					? await openAppearance(core, read, actor.accountId, { sealed, keyId })
					: AS_IT_COMES,
				face: faces.find((one) => one === face) ?? 'standard',
				faces
			};
		},

		async changeSettings(actor, input) {
			demandOwn('settings.change_own', actor);
			const appearance = appearanceFrom(input);
			if (Object.entries(appearance).some(([setting, value]) => input[setting] !== value))
				throw invalid('setting_unknown');
			await core.database.inTransaction(async (tx) => {
				const faces = await facesOf(tx, actor);
				const face = faces.find((one) => one === input['face']);
				if (!face) throw invalid('setting_unknown');
				await keep(tx, actor, { face, appearance });
			});
		},

		async resetSettings(actor) {
			demandOwn('settings.change_own', actor);
			await core.database.inTransaction((tx) =>
				keep(tx, actor, { face: 'standard', appearance: AS_IT_COMES })
			);
		},

		async signOutEverywhere(actor) {
			demandOwn('settings.change_own', actor);
			await core.database.inTransaction(async (tx) => {
				await sessions.endAll(tx, actor.accountId);
				await core.audit.record(tx, {
					action: 'sign_out.everywhere',
					actor,
					youngPersonId: actor.id,
					subject: { kind: 'account', id: actor.accountId }
				});
			});
		}
	};
}
